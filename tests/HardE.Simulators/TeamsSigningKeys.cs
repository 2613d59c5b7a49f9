using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HardE.Simulators;

/// <summary>A token as a test wants it; what is not said is as Teams would make it.</summary>
public sealed record TokenRecipe
{
    public string Alg { get; init; } = "RS256";
    public string? Kid { get; init; } = "key-1";

    /// <summary>The key that really signs, when it is not the one named.</summary>
    public string? SignWith { get; init; }
    public string Issuer { get; init; } = "https://api.botframework.com";
    public object Audience { get; init; } = TeamsConnectorSimulator.AppId;
    public DateTimeOffset NotBefore { get; init; } = DateTimeOffset.UtcNow.AddMinutes(-1);
    public DateTimeOffset? Expires { get; init; } = DateTimeOffset.UtcNow.AddHours(1);
    public string? ServiceUrl { get; init; } = TeamsConnectorSimulator.ServiceUrl;
}

/// <summary>The part that signs, and announces its keys.</summary>
public sealed partial class TeamsConnectorSimulator
{
    private readonly ConcurrentDictionary<string, RSA> rsa = new();
    private readonly ConcurrentDictionary<string, string[]> announced = new();
    private int keyFetches;

    /// <summary>The host of the keys answers 500.</summary>
    public bool KeysDown { get; set; }

    /// <summary>How often the key set was read.</summary>
    public int KeyFetches => keyFetches;

    /// <summary>Makes a key and announces it for these channels; endorsements none at all when null.</summary>
    public void AnnounceKey(string kid, params string[] endorsements)
    {
        rsa.GetOrAdd(kid, _ => RSA.Create(2048));
        announced[kid] = endorsements;
    }

    public void WithdrawKey(string kid) => announced.TryRemove(kid, out _);

    /// <summary>Signs a token.</summary>
    public string Sign(TokenRecipe recipe)
    {
        var payload = new Dictionary<string, object?>
        {
            ["iss"] = recipe.Issuer,
            ["aud"] = recipe.Audience,
            ["nbf"] = recipe.NotBefore.ToUnixTimeSeconds(),
        };
        if (recipe.Expires is { } expires)
        {
            payload["exp"] = expires.ToUnixTimeSeconds();
        }

        if (recipe.ServiceUrl is { } service)
        {
            payload["serviceurl"] = service;
        }

        var header = new Dictionary<string, object?> { ["alg"] = recipe.Alg, ["typ"] = "JWT" };
        if (recipe.Kid is { } kid)
        {
            header["kid"] = kid;
        }

        var text = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(header))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(payload))}";
        return $"{text}.{Encode(Signature(recipe, Encoding.ASCII.GetBytes(text)))}";
    }

    private byte[] Signature(TokenRecipe recipe, byte[] text)
    {
        var key = rsa.GetOrAdd(recipe.SignWith ?? recipe.Kid ?? "key-1", _ => RSA.Create(2048));
        return recipe.Alg switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportRSAPublicKeyPem()), text), // the old trick: the public key as a secret
            "RS384" => key.SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => key.SignData(text, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
    }

    private void MapKeys()
    {
        AnnounceKey("key-1", "msteams", "webchat");
        app.MapGet("/login.botframework.com/v1/.well-known/openidconfiguration", () => KeysDown
            ? Results.StatusCode(500)
            : Results.Json(new
            {
                issuer = "https://api.botframework.com",
                jwks_uri = "https://login.botframework.com/v1/.well-known/keys",
                id_token_signing_alg_values_supported = new[] { "RS256" },
            }));
        app.MapGet("/login.botframework.com/v1/.well-known/keys", () =>
        {
            Interlocked.Increment(ref keyFetches);
            return Results.Json(new { keys = announced.Select(k => Announcement(k.Key, k.Value)) });
        });
    }

    private Dictionary<string, object> Announcement(string kid, string[] endorsements)
    {
        var numbers = rsa[kid].ExportParameters(false);
        var key = new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["x5t"] = kid,
            ["n"] = Encode(numbers.Modulus!),
            ["e"] = Encode(numbers.Exponent!),
        };
        if (endorsements.Length > 0)
        {
            key["endorsements"] = endorsements;
        }

        return key;
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
