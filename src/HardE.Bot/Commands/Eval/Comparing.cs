using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HardE.Bot.Commands.Eval;

/// <summary>When an expectation and what was found are the same: the rules of docs/quality.md.</summary>
internal static partial class Comparing
{
    private static readonly string[] Words =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Case, white space, emphasis and final punctuation away.</summary>
    public static string Fold(string text) =>
        Spaces().Replace(Emphasis().Replace(text.Replace('’', '\'').ToLowerInvariant(), ""), " ").Trim().TrimEnd('.', '!', '?', ',', ';', ':');

    /// <summary>True when the words stand in the text at word boundaries, a plural included; a list means any one of its texts.</summary>
    public static bool Occurs(string text, JsonElement words) => words.ValueKind == JsonValueKind.Array
        ? words.EnumerateArray().Any(w => Occurs(text, w))
        : Regex.IsMatch(Fold(text), $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(Fold(words.ToString()))}(?:s|es|'s)?(?![\p{{L}}\p{{N}}])");

    /// <summary>True when the words stand anywhere in the text, letter by letter but for case.</summary>
    public static bool StandsIn(string text, JsonElement words) => words.ValueKind == JsonValueKind.Array
        ? words.EnumerateArray().Any(w => StandsIn(text, w))
        : text.Contains(words.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the found value has what is wanted: listed members of an object, lists as sets, <c>{"has": […]}</c> words in a text.</summary>
    /// <param name="wanted">As the case has it.</param>
    /// <param name="found">As it came out.</param>
    /// <param name="name">One spelling for all names of the same thing.</param>
    public static bool Fits(JsonElement wanted, JsonElement? found, Func<string, string> name)
    {
        if (found is not { } actual)
        {
            return wanted.ValueKind == JsonValueKind.Null;
        }

        return wanted.ValueKind switch
        {
            JsonValueKind.Object when wanted.TryGetProperty("has", out var has) =>
                actual.ValueKind == JsonValueKind.String && has.EnumerateArray().All(h => Occurs(actual.GetString()!, h)),
            JsonValueKind.Object => actual.ValueKind == JsonValueKind.Object
                && wanted.EnumerateObject().All(m => Fits(m.Value, actual.TryGetProperty(m.Name, out var value) ? value : null, name)),
            JsonValueKind.Array => actual.ValueKind == JsonValueKind.Array
                && wanted.EnumerateArray().All(w => actual.EnumerateArray().Any(a => Fits(w, a, name)))
                && actual.EnumerateArray().All(a => wanted.EnumerateArray().Any(w => Fits(w, a, name))),
            JsonValueKind.String => actual.ValueKind == JsonValueKind.String && name(Fold(actual.GetString()!)) == name(Fold(wanted.GetString()!)),
            JsonValueKind.Number => actual.ValueKind == JsonValueKind.Number && wanted.GetDouble().Equals(actual.GetDouble()),
            _ => actual.ValueKind == wanted.ValueKind,
        };
    }

    /// <summary>Every number in a text: digits with or without $, %, thousands commas; the words zero to twelve, none.</summary>
    public static IReadOnlyList<double> Numbers(string text)
    {
        var plain = Emphasis().Replace(text, "");
        var found = Digits().Matches(plain).Select(m => double.Parse(m.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).ToList();
        foreach (Match word in Word().Matches(plain))
        {
            var said = word.Value.ToLowerInvariant();
            found.AddRange(said == "zero" ? [0] : Array.IndexOf(Words, said) is var at and >= 0 ? [at] : Array.Empty<double>());
        }

        return found;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[*_`]+")]
    private static partial Regex Emphasis();

    /// <summary>A number that is no part of a name such as call-06; 24x36 holds two.</summary>
    [GeneratedRegex(@"(?<=^|[^\p{L}\p{N}.-]|(?<!\p{L})[-.](?!\d+-)|\d[x×-])(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b[A-Za-z]+\b")]
    private static partial Regex Word();
}
