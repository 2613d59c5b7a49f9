using System.Globalization;
using System.Text;
using System.Text.Json;
using HardE.Bot.Channels.Slack;
using Microsoft.AspNetCore.Http;

namespace HardE.Tests.Channels.Slack;

/// <summary>
/// Signatures as Slack's own framework judges them (vectors.json, written by <c>slack-peer.js --parity</c>), and the
/// cases where we are stricter.
/// </summary>
public sealed class SlackSignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Body = "{\"x\":1}";
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_official_framework_and_we_agree_on_every_vector()
    {
        var file = Path.Combine(Golden.Root, "tests", "peers", "slack-peer", "vectors.json");
        var vectors = JsonSerializer.Deserialize<VectorFile>(File.ReadAllText(file), JsonSerializerOptions.Web)!.Vectors;

        vectors.Count.ShouldBeGreaterThan(140);
        foreach (var vector in vectors)
        {
            var signature = new SlackSignature(new ManualTime(DateTimeOffset.FromUnixTimeSeconds(vector.Now)), vector.Secret);
            var verdict = signature.Check(Headers(vector.Timestamp, vector.Signature), Convert.FromBase64String(vector.BodyBase64));
            (verdict == SignatureVerdict.Valid).ShouldBe(vector.Valid, vector.Name);
        }
    }

    [Theory]
    [InlineData(0, SignatureVerdict.Valid)]
    [InlineData(-300, SignatureVerdict.Valid)]
    [InlineData(-301, SignatureVerdict.Stale)]
    [InlineData(300, SignatureVerdict.Valid)]
    [InlineData(301, SignatureVerdict.Future)] // Bolt takes it; a capture dated ahead would stay valid there
    public void Five_minutes_either_way(int seconds, SignatureVerdict verdict)
    {
        var stamp = Stamp(Now.AddSeconds(seconds));

        Check(stamp, SlackHost.Sign(Secret, stamp, Encoding.UTF8.GetBytes(Body))).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("99999999999999999999999999")]
    [InlineData("-9223372036854775808")]
    [InlineData("1773151200.5")]
    [InlineData(" 1773151200")]
    [InlineData("+1773151200")]
    [InlineData("1٣73151200")]
    public void A_timestamp_that_is_no_plain_number_is_refused(string stamp) =>
        Check(stamp, SlackHost.Sign(Secret, stamp, Encoding.UTF8.GetBytes(Body))).ShouldNotBe(SignatureVerdict.Valid);

    [Theory]
    [InlineData("v1=")]
    [InlineData("")]
    [InlineData("V0=")]
    [InlineData(" v0=")]
    public void Only_version_zero_counts(string prefix) => Check(Stamp(Now), prefix + Good()[3..]).ShouldNotBe(SignatureVerdict.Valid);

    [Fact]
    public void Upper_case_missing_shortened_and_doubled_signatures_are_refused()
    {
        Check(Stamp(Now), "v0=" + Good()[3..].ToUpperInvariant()).ShouldBe(SignatureVerdict.Version);
        Check(Stamp(Now), Good()[..66]).ShouldBe(SignatureVerdict.Version);
        Check(Stamp(Now), Good() + "0").ShouldBe(SignatureVerdict.Version);
        Signature().Check(new HeaderDictionary(), Encoding.UTF8.GetBytes(Body)).ShouldBe(SignatureVerdict.Missing);
        var twice = Headers(Stamp(Now), Good());
        twice[SlackSignature.SignatureHeader] = new string[] { Good(), Good() };
        Signature().Check(twice, Encoding.UTF8.GetBytes(Body)).ShouldBe(SignatureVerdict.Missing);
    }

    [Fact]
    public void One_changed_byte_is_noticed()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        for (var at = 0; at < body.Length; at++)
        {
            var changed = body.ToArray();
            changed[at] ^= 1;
            Signature().Check(Headers(Stamp(Now), Good()), changed).ShouldBe(SignatureVerdict.Mismatch);
        }
    }

    [Fact]
    public void Both_secrets_of_a_rotation_serve_and_an_empty_one_never_does()
    {
        var both = new SlackSignature(new ManualTime(Now), "new-secret", Secret);
        var body = Encoding.UTF8.GetBytes(Body);

        both.Check(Headers(Stamp(Now), Good()), body).ShouldBe(SignatureVerdict.Valid);
        both.Check(Headers(Stamp(Now), SlackHost.Sign("new-secret", Stamp(Now), body)), body).ShouldBe(SignatureVerdict.Valid);
        new SlackSignature(new ManualTime(Now), "", "").Check(Headers(Stamp(Now), SlackHost.Sign("", Stamp(Now), body)), body)
            .ShouldBe(SignatureVerdict.Mismatch);
    }

    private static SignatureVerdict Check(string stamp, string signature) =>
        Signature().Check(Headers(stamp, signature), Encoding.UTF8.GetBytes(Body));

    private static SlackSignature Signature() => new(new ManualTime(Now), Secret);

    private static string Good() => SlackHost.Sign(Secret, Stamp(Now), Encoding.UTF8.GetBytes(Body));

    private static string Stamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static HeaderDictionary Headers(string stamp, string signature) => new()
    {
        [SlackSignature.TimestampHeader] = stamp,
        [SlackSignature.SignatureHeader] = signature,
    };

    private sealed record VectorFile(IReadOnlyList<Vector> Vectors);

    private sealed record Vector(string Name, string Secret, string Timestamp, long Now, string BodyBase64, string Signature, bool Valid);
}
