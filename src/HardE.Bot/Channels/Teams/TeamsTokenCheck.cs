using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HardE.Bot.Channels.Teams;

/// <summary>Why a request is not from Teams, or not for us. Logged; the sender only sees a status.</summary>
internal enum TokenRefusal
{
    NotConfigured, NoToken, Malformed, Algorithm, NoKeys, UnknownKey, Issuer, Audience, Lifetime, Signature,
    Channel, ServiceUrl, Endorsement, Tenant,
}

/// <summary>What a good token says.</summary>
internal sealed record TokenClaims(string ServiceUrl, IReadOnlyList<string> Endorsements);

/// <summary>Claims, or why there are none.</summary>
internal readonly record struct TokenVerdict(TokenClaims? Claims, TokenRefusal? Refusal, string Kid);

/// <summary>
/// Proves that a request comes from Teams and is meant for our bot (docs/wire/teams.md, "Who may knock"). First the
/// token alone, then whether it fits the activity it came with.
/// </summary>
internal sealed class TeamsTokenCheck(IOptions<TeamsOptions> options, SigningKeys keys, TimeProvider clock)
{
    public const string Channel = "msteams";
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    public async Task<TokenVerdict> CheckAsync(StringValues authorization, CancellationToken ct)
    {
        if (!options.Value.Configured)
        {
            return Refuse(TokenRefusal.NotConfigured);
        }

        var (token, refusal) = Parse(authorization);
        if (token is null)
        {
            return Refuse(refusal);
        }

        var key = await keys.FindAsync(token.Kid, ct);
        if (key is null)
        {
            return Refuse(keys.Loaded ? TokenRefusal.UnknownKey : TokenRefusal.NoKeys, token.Kid);
        }

        var result = await Handler.ValidateTokenAsync(token, Rules(key));
        return result.IsValid
            ? new TokenVerdict(new TokenClaims(Claim(token, "serviceurl"), key.Endorsements), null, token.Kid)
            : Refuse(Reason(result.Exception), token.Kid);
    }

    /// <returns>Why the token does not belong to this activity; null when it does.</returns>
    public static TokenRefusal? Misfit(TokenClaims claims, Activity activity)
    {
        if (activity.ChannelId != Channel)
        {
            return TokenRefusal.Channel; // first: an empty channel id must not pass as endorsed
        }

        if (claims.ServiceUrl.Length == 0 || !ServiceUrls.Same(claims.ServiceUrl, activity.ServiceUrl))
        {
            return TokenRefusal.ServiceUrl;
        }

        return claims.Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal) ? null : TokenRefusal.Endorsement;
    }

    private static (JsonWebToken? Token, TokenRefusal Refusal) Parse(StringValues authorization)
    {
        if (authorization.Count == 0 || string.IsNullOrEmpty(authorization[0]))
        {
            return (null, TokenRefusal.NoToken);
        }

        var parts = authorization[0]!.Split(' ');
        if (authorization.Count > 1 || parts is not [var scheme, { Length: > 0 and <= LongestToken } text]
            || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || text.Count(c => c == '.') != 2)
        {
            return (null, TokenRefusal.Malformed);
        }

        try
        {
            var token = new JsonWebToken(text);
            return token switch
            {
                { Alg: not SecurityAlgorithms.RsaSha256 } => (null, TokenRefusal.Algorithm),
                { Kid: not { Length: > 0 and <= 256 } } => (null, TokenRefusal.Malformed),
                _ => (token, default),
            };
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException)
        {
            return (null, TokenRefusal.Malformed);
        }
    }

    private TokenValidationParameters Rules(SigningKey key) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidIssuer = options.Value.Issuer,
        IssuerSigningKey = key.Key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        AudienceValidator = (audiences, _, _) =>
            audiences.Count() == 1 && audiences.Single().Equals(options.Value.AppId, StringComparison.OrdinalIgnoreCase),
        LifetimeValidator = (from, until, _, _) =>
            until is { } end && clock.GetUtcNow().UtcDateTime <= end + Skew
            && (from is not { } start || clock.GetUtcNow().UtcDateTime >= start - Skew),
    };

    private static string Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : "";

    private static TokenRefusal Reason(Exception? problem) => problem switch
    {
        SecurityTokenInvalidIssuerException => TokenRefusal.Issuer,
        SecurityTokenInvalidAudienceException => TokenRefusal.Audience,
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException
            or SecurityTokenNoExpirationException => TokenRefusal.Lifetime,
        _ => TokenRefusal.Signature,
    };

    private static TokenVerdict Refuse(TokenRefusal refusal, string kid = "") => new(null, refusal, kid);
}
