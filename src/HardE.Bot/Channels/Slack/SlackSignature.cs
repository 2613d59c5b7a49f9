using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>What a signature check found.</summary>
public enum SignatureVerdict
{
    Valid,

    /// <summary>A header is not there, or there more than once.</summary>
    Missing,

    /// <summary>The timestamp is no number.</summary>
    Timestamp,

    /// <summary>More than five minutes old: a replay, or our clock is ahead.</summary>
    Stale,

    /// <summary>More than five minutes ahead: a saved-up forgery, or our clock is behind.</summary>
    Future,

    /// <summary>Not <c>v0=</c> and 64 lower-case hex digits.</summary>
    Version,

    /// <summary>Signed with another secret, or the body was changed.</summary>
    Mismatch,
}

/// <summary>
/// Proves that a request comes from Slack: HMAC-SHA256 over <c>v0:timestamp:body</c>, both secrets of a rotation,
/// five minutes either way. Strict where the official kits differ (docs/wire/slack.md).
/// </summary>
internal sealed class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";
    private const int WindowSeconds = 300;
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");
    private readonly TimeProvider clock;
    private readonly byte[][] secrets;

    public SlackSignature(IOptions<SlackOptions> options, TimeProvider clock)
        : this(clock, options.Value.SigningSecret, options.Value.PreviousSigningSecret)
    {
    }

    internal SlackSignature(TimeProvider clock, params string[] secrets)
    {
        this.clock = clock;
        this.secrets = [.. secrets.Where(s => s.Length > 0).Select(Encoding.UTF8.GetBytes)];
    }

    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The body's bytes as they arrived, never a re-encoded string.</param>
    public SignatureVerdict Check(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var stamp = headers[TimestampHeader];
        var signature = headers[SignatureHeader];
        return stamp.Count == 1 && signature.Count == 1 && stamp[0] is { Length: > 0 } at && signature[0] is { Length: > 0 } sent
            ? Check(at, sent, body)
            : SignatureVerdict.Missing;
    }

    internal SignatureVerdict Check(string timestamp, string signature, ReadOnlySpan<byte> body)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            return SignatureVerdict.Timestamp;
        }

        var age = clock.GetUtcNow().ToUnixTimeSeconds() - at;
        if (Math.Abs((double)age) > WindowSeconds)
        {
            return age > 0 ? SignatureVerdict.Stale : SignatureVerdict.Future;
        }

        if (signature.Length != 67 || !signature.StartsWith("v0=", StringComparison.Ordinal)
            || signature.AsSpan(3).ContainsAnyExcept(LowerHex))
        {
            return SignatureVerdict.Version;
        }

        return Matches(timestamp, Convert.FromHexString(signature.AsSpan(3)), body) ? SignatureVerdict.Valid : SignatureVerdict.Mismatch;
    }

    private bool Matches(string timestamp, byte[] sent, ReadOnlySpan<byte> body)
    {
        var matches = false;
        foreach (var secret in secrets)
        {
            using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
            hmac.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
            hmac.AppendData(body);
            matches |= CryptographicOperations.FixedTimeEquals(hmac.GetHashAndReset(), sent);
        }

        return matches;
    }
}
