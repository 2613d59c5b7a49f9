using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Changes a text the way people say it: "make it not before 10", "change 9 to 10", "add that the dog bites".</summary>
internal static partial class TextEdits
{
    private const int WordsThatAnchor = 2;

    /// <returns>The new text; null when the sentence changes no text.</returns>
    public static string? Apply(string text, string said)
    {
        var order = Opening().Replace(said.Trim(), "");
        if (Swap().Match(order) is { Success: true } swap && Replaced(text, swap.Groups["old"].Value, swap.Groups["new"].Value) is { } swapped)
        {
            return swapped;
        }

        if (InsteadOf().Match(order) is { Success: true } instead && Replaced(text, instead.Groups["old"].Value, instead.Groups["new"].Value) is { } other)
        {
            return other;
        }

        if (Whole().Match(order) is { Success: true } whole)
        {
            return Clean(whole.Groups["new"].Value);
        }

        if (Take().Match(order) is { Success: true } gone && Replaced(text, gone.Groups["old"].Value, "") is { } shorter)
        {
            return Spaces().Replace(shorter, " ").Trim().TrimEnd(',');
        }

        if (Also().Match(order) is { Success: true } more)
        {
            return $"{text.TrimEnd('.', ' ')}{(text.Contains('\n', StringComparison.Ordinal) ? "\n" : ", ")}{Clean(more.Groups["new"].Value)}";
        }

        return MakeIt().Match(order) is { Success: true } make ? Splice(text, Clean(make.Groups["new"].Value)) : null;
    }

    /// <summary>"make it not before 10" in "crew not before 9": from the words that both begin with, the new ones count.</summary>
    private static string Splice(string text, string change)
    {
        var (old, fresh) = (text.Split(' '), change.Split(' '));
        for (var anchor = Math.Min(WordsThatAnchor, fresh.Length - 1); anchor > 0; anchor--)
        {
            for (var i = 0; i + anchor <= old.Length; i++)
            {
                if (Enumerable.Range(0, anchor).All(k => Same(old[i + k], fresh[k])))
                {
                    return string.Join(' ', old[..i].Append(change));
                }
            }
        }

        return change;
    }

    private static bool Same(string a, string b) => Folding.Words(a).SequenceEqual(Folding.Words(b)) && Folding.Words(a).Count > 0;

    private static string? Replaced(string text, string old, string fresh)
    {
        var wanted = Clean(old);
        var at = wanted.Length == 0 ? -1 : text.IndexOf(wanted, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : text[..at] + Clean(fresh) + text[(at + wanted.Length)..];
    }

    private static string Clean(string text) => Instead().Replace(text.Trim(), "").Trim('"', '“', '”').Trim();

    [GeneratedRegex(@"^(?:(?:no|nope|actually|wait|sorry|hold on|hmm|ok|okay|yes|but|almost|please|can you|could you|well)\b[\s,.:!-]*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:change|replace|swap|correct|fix)\s+(?:the\s+)?(?<old>(?!(?:note|text|it|that|this|description)\b).{1,80}?)\s+(?:to|with|for|into)\s+(?<new>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Swap();

    [GeneratedRegex(@"^(?:make it\s+|say\s+|it(?:'s| is| should be)\s+|i meant\s+|use\s+)?(?<new>.{1,120}?)(?:\s+instead of\s+|,?\s+not\s+)(?<old>.{1,80}?)\W*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"^(?:(?:change|edit|rewrite|update|set)\s+(?:the\s+|that\s+|this\s+)?(?:note|text|description|it|that|this)(?:'s text)?\s+(?:to|so it (?:says|reads)|to (?:say|read)|into)(?:\s+(?:say|read))?:?\s+|(?:it|the note|that|the text|the description)\s+should\s+(?:say|read|be)\s*:?\s+|(?:make it|let it|have it)\s+(?:say|read)\s*:?\s+|(?:instead|rather)\s*(?:say)?\s*[:,]\s*|say\s*:?\s+|(?:new text|correction)\s*:\s*)(?<new>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:also\s+|and\s+)?(?:add|include|mention|put in)\s+(?:also\s+)?(?:that\s+)(?<new>.+)$|^(?:and\s+)?also(?:\s+(?:add|say|that))*\s*[:,]?\s*(?<new>.+)$|^and\s+(?:that\s+)?(?<new>.+)$|^add\s*:?\s+(?<new>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Also();

    [GeneratedRegex(@"^(?:take out|remove|drop|leave out|delete)\s+(?:the\s+(?:part|bit)\s+about\s+)?(?<old>.+?)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Take();

    [GeneratedRegex(@"^(?:make (?:it|that)|change (?:it|that) to|it(?:'s| is)|should be|i meant|rather)\s*:?\s+(?<new>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex MakeIt();

    [GeneratedRegex(@"[\s,]+(?:instead|please|pls)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Instead();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
