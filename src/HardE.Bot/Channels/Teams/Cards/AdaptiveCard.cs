using System.Text.Json;
using System.Text.Json.Serialization;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>
/// An Adaptive Card of version 1.5, the newest that all of Teams' clients are documented to show. Made of pieces that
/// check themselves; the card checks what concerns the whole: size, and ids used once.
/// </summary>
internal sealed record AdaptiveCard
{
    /// <summary>24 KB counted as UTF-16, as Teams counts.</summary>
    public const int MostCharacters = 24 * 1024 / 2;

    /// <param name="fallbackText">What a client shows that cannot draw the card.</param>
    /// <exception cref="ArgumentException">Too large, empty, or two fields of one id.</exception>
    public AdaptiveCard(string fallbackText, IReadOnlyList<CardElement> body)
    {
        FallbackText = CardRules.Said(fallbackText, "fallback text");
        Body = CardRules.Some(body, "body");
        var ids = body.SelectMany(e => e.WithChildren()).OfType<CardInput>().Select(i => i.Id).ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count)
        {
            throw new ArgumentException("Two fields of a card have the same id.", nameof(body));
        }

        if (ToJson().Length > MostCharacters)
        {
            throw new ArgumentException($"The card is longer than {MostCharacters} characters.", nameof(body));
        }
    }

    [JsonPropertyOrder(-4)] public string Type { get; } = "AdaptiveCard";
    [JsonPropertyOrder(-3), JsonPropertyName("$schema")] public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";
    [JsonPropertyOrder(-2)] public string Version { get; } = "1.5";
    [JsonPropertyOrder(-1)] public string FallbackText { get; }
    public IReadOnlyList<CardElement> Body { get; }

    public string ToJson() => JsonSerializer.Serialize(this, TeamsJson.Options);
}
