using System.Text.RegularExpressions;

namespace HardE.Agents.WebSearch;

/// <summary>
/// What pages say, as plain words: nothing hidden, no pictures, no addresses but those of the sources, and no sentence that gives
/// orders to a machine.
/// </summary>
internal static partial class PlainPages
{
    public static WebAnswer Of(WebAnswer answer) =>
        new(Plain(answer.Text), [.. answer.Sources.Select(s => s with { Title = Plain(s.Title), Excerpt = Plain(s.Excerpt) })]);

    private static string Plain(string text)
    {
        var words = Links().Replace(Pictures().Replace(Hidden().Replace(text, " "), " "), "${words}");
        return string.Join('\n', Addresses().Replace(words, " ").Split('\n').Select(Line)).Trim();
    }

    private static string Line(string line) =>
        Spaces().Replace(string.Join(' ', Sentence().Split(line).Where(s => !Orders().IsMatch(s))), " ").Trim();

    [GeneratedRegex(@"<!--.*?(?:-->|$)|<(script|style)\b.*?</\1>|<[^>]{1,400}>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Pictures();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"https?://\S+|www\.\S+|\S+@\S+\.\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\S)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(?:ai|llm|language model|chat ?bot|virtual|automated) (?:assistants?|agents?|models?|systems?)\b|^\W*(?:assistants?|system|user)\s*:|\b(?:assistants?|bots?|agents?) (?:must|should|shall|have to|need to)\b|\b(?:ignore|disregard|forget)\b.{0,30}\b(?:previous|above|prior|earlier|instructions?|rules?)\b|\byour (?:instructions|system prompt|tools)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Orders();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
