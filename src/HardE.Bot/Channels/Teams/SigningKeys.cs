using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace HardE.Bot.Channels.Teams;

/// <summary>A key of the Bot Connector and the channels it may speak for.</summary>
internal sealed record SigningKey(RsaSecurityKey Key, IReadOnlyList<string> Endorsements);

/// <summary>
/// The keys Teams signs with, as their host announces them. The last good set is kept when the host is down; a key we
/// do not know causes one new look, at most every five minutes, whoever asks.
/// </summary>
internal sealed class SigningKeys(
    IHttpClientFactory clients, IOptions<TeamsOptions> options, TimeProvider clock, ILogger<SigningKeys> log) : IDisposable
{
    public const string Client = "teams-keys";
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseWithoutKeys = TimeSpan.FromSeconds(10);
    private const int FewestBits = 2048;

    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile FrozenDictionary<string, SigningKey>? keys;
    private DateTimeOffset lastLook = DateTimeOffset.MinValue;

    /// <summary>True once a set of keys was read.</summary>
    public bool Loaded => keys is not null;

    /// <returns>The key; null when nobody announces one of this name.</returns>
    public async Task<SigningKey?> FindAsync(string kid, CancellationToken ct)
    {
        if (keys?.GetValueOrDefault(kid) is { } known)
        {
            return known;
        }

        await oneAtATime.WaitAsync(ct);
        try
        {
            if (keys?.ContainsKey(kid) != true && MayLook())
            {
                var first = keys is null;
                lastLook = clock.GetUtcNow();
                if (await LoadAsync(ct) && first)
                {
                    lastLook = DateTimeOffset.MinValue; // the first look is not one for an unknown key
                }
            }
        }
        finally
        {
            oneAtATime.Release();
        }

        return keys?.GetValueOrDefault(kid);
    }

    /// <summary>Reads the keys again, as the daily look does.</summary>
    /// <returns>False when the host could not be read; the keys stay as they were.</returns>
    public async Task<bool> RefreshAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            return await LoadAsync(ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private bool MayLook() => clock.GetUtcNow() - lastLook >= (keys is null ? PauseWithoutKeys : Pause);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        try
        {
            var http = clients.CreateClient(Client);
            var metadataUrl = options.Value.MetadataUrl;
            var metadata = await http.GetFromJsonAsync<Metadata>(metadataUrl, TeamsJson.Options, ct);
            if (!Uri.TryCreate(metadata?.JwksUri, UriKind.Absolute, out var keysUrl)
                || keysUrl.Scheme != metadataUrl.Scheme || keysUrl.Authority != metadataUrl.Authority
                || metadata!.Issuer != options.Value.Issuer)
            {
                TeamsLog.KeysOdd(log);
                return false;
            }

            var set = await http.GetFromJsonAsync<KeySet>(keysUrl, TeamsJson.Options, ct);
            var read = (set?.Keys ?? []).Select(Read).OfType<KeyValuePair<string, SigningKey>>()
                .DistinctBy(k => k.Key).ToFrozenDictionary(StringComparer.Ordinal);
            if (read.Count == 0)
            {
                TeamsLog.KeysOdd(log);
                return false;
            }

            keys = read;
            return true;
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or NotSupportedException
            || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            TeamsLog.KeysUnavailable(log, problem.GetType().Name);
            return false;
        }
    }

    private static KeyValuePair<string, SigningKey>? Read(WireKey key)
    {
        if (key is not { Kty: "RSA", Kid.Length: > 0, N.Length: > 0, E.Length: > 0 } || key.Use is not (null or "sig"))
        {
            return null;
        }

        try
        {
            var rsa = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(key.N), Exponent = Base64UrlEncoder.DecodeBytes(key.E) };
            return rsa.Modulus.Length * 8 < FewestBits
                ? null
                : new(key.Kid, new SigningKey(new RsaSecurityKey(rsa) { KeyId = key.Kid }, key.Endorsements ?? []));
        }
        catch (FormatException)
        {
            return null; // a key we cannot read is a key we do not have
        }
    }

    private sealed record Metadata(
        string? Issuer, [property: System.Text.Json.Serialization.JsonPropertyName("jwks_uri")] string? JwksUri);

    private sealed record KeySet(IReadOnlyList<WireKey>? Keys);

    private sealed record WireKey(
        string? Kty, string? Kid, string? N, string? E, string? Use, IReadOnlyList<string>? Endorsements);
}
