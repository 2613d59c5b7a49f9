using System.Text.RegularExpressions;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>What every card must keep to. Checked when a piece is made, so that a wrong one cannot exist.</summary>
internal static partial class CardRules
{
    /// <summary>Teams shows six buttons in a row; more would hide behind a menu.</summary>
    public const int MostButtons = 6;

    public static string Said(string text, string what) =>
        string.IsNullOrWhiteSpace(text) ? throw new ArgumentException($"A card's {what} is empty.", nameof(text)) : text;

    public static IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, string what) =>
        items.Count == 0 ? throw new ArgumentException($"A card's {what} is empty.", nameof(items)) : items;

    public static IReadOnlyList<T> AtMost<T>(IReadOnlyList<T> items, int most, string what) =>
        items.Count > most ? throw new ArgumentException($"A card's {what} has more than {most}.", nameof(items)) : items;

    /// <summary>Ids of fields come back as JSON names: stable, lower case.</summary>
    public static string FieldId(string id) =>
        Field().IsMatch(id) ? id : throw new ArgumentException($"'{id}' is no id of a field.", nameof(id));

    /// <summary>A link must open a page: never <c>javascript:</c>, <c>file:</c> or a deep link of somebody's choice.</summary>
    public static Uri Link(Uri address) => IsLink(address)
        ? address
        : throw new ArgumentException("A card's link must be an http or https address.", nameof(address));

    public static bool IsLink(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0;

    [GeneratedRegex("^[a-z][a-z0-9_]{0,63}$")]
    private static partial Regex Field();
}
