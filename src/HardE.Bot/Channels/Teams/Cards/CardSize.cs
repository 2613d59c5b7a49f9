using System.Text.Json;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>How long pieces are on the wire, in UTF-16 characters, and how they are taken apart when they are too long.</summary>
internal static class CardSize
{
    /// <summary>What is left of a card for its body: type, version and fallback text take the rest.</summary>
    public const int Room = AdaptiveCard.MostCharacters - 2_000;

    public static int Of(CardElement element) => JsonSerializer.Serialize(element, TeamsJson.Options).Length + 1;

    /// <summary>Makes one element of the items, or several of fewer items where one would fill more than half a card.</summary>
    public static IEnumerable<CardElement> Fit<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, CardElement> make)
    {
        var whole = make(items);
        return items.Count < 2 || Of(whole) <= Room / 2
            ? [whole]
            : Fit([.. items.Take(items.Count / 2)], make).Concat(Fit([.. items.Skip(items.Count / 2)], make));
    }
}
