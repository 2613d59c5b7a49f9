using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>Finds the values of an order: labelled fields, job numbers, addresses, names near the film's name.</summary>
internal static partial class OrderFields
{
    /// <summary>Job number: labelled, or of the CRM's form <c>2603-0419-01</c>.</summary>
    public static string? Job(string text)
    {
        var match = JobPattern().Match(text) is { Success: true } form ? form : JobLabel().Match(text);
        return match.Success ? match.Groups["job"].Value.TrimEnd('.', '-') : null;
    }

    /// <summary>A name after <c>customer:</c>, <c>client:</c>, <c>homeowner:</c> or <c>name:</c>.</summary>
    public static string? LabelledName(string text)
    {
        foreach (Match label in NameLabel().Matches(text))
        {
            var value = LastFirst().Replace(label.Groups["value"].Value, "${first} ${last}");
            if (CustomerNames.At(value, 0) is { } found)
            {
                return found.Name;
            }
        }

        return null;
    }

    /// <summary>The address that the asker wants the film to go to; the asker's own and ours are none.</summary>
    public static string? Recipient(string ownWords, IReadOnlyCollection<string> notThese)
    {
        foreach (Match match in Address().Matches(ownWords))
        {
            var address = match.Value.Trim('.').ToLowerInvariant();
            var before = ownWords[Math.Max(0, match.Index - 60)..match.Index];
            if (!notThese.Contains(address) && !NotThere().IsMatch(before) && GoesTo().IsMatch(before))
            {
                return address;
            }
        }

        return null;
    }

    /// <summary>The name in an order's sentence: after "for", before "'s primer", after a dash or colon.</summary>
    public static string? NameIn(string sentence)
    {
        var text = Address().Replace(JobPattern().Replace(sentence, " "), " ");
        if (OrderGrammar.FindTopic(text) is not { } topic)
        {
            return Prepositions().Matches(text).Select(m => After(text, m)).FirstOrDefault(n => n is not null);
        }

        var end = topic.Index + topic.Length;
        if (Prepositions().Matches(text, end).Select(m => After(text, m)).FirstOrDefault(n => n is not null) is { } after)
        {
            return after;
        }

        if (Separator().Match(text, end) is { Success: true } mark && CustomerNames.At(text, mark.Index + mark.Length) is { } separated)
        {
            return separated.Name;
        }

        return Before(text, topic);
    }

    private static string? Before(string text, Match topic)
    {
        var head = text[..topic.Index];
        if (Prepositions().Matches(head).Concat(GivesTo().Matches(head)).Select(m => After(head, m)).FirstOrDefault(n => n is not null) is { } named)
        {
            return named;
        }

        // "Kevin O'Brien's primer", "the Smith primer", "Ana Ruiz needs a primer"
        return Starts().Matches(head).Select(m => CustomerNames.At(head, m.Index))
            .FirstOrDefault(n => n is { } found && char.IsUpper(found.Name[0]) && Tail().IsMatch(head[found.End..]))?.Name;
    }

    /// <summary>A name in small letters is believed only after "for".</summary>
    private static string? After(string text, Match word) =>
        CustomerNames.At(text, word.Index + word.Length) is { } found
            && (char.IsUpper(found.Name[0]) || word.Value.StartsWith("for", StringComparison.OrdinalIgnoreCase)) ? found.Name : null;

    [GeneratedRegex(@"\b(?<job>\d{4}-\d{2,5}-\d{1,3})\b")]
    private static partial Regex JobPattern();

    [GeneratedRegex(@"\bjob\s*(?:no|nr|num|number|id)?\.?\s*[:#=]?\s*#?\s*(?<job>(?=[\w-]*\d)[A-Za-z0-9][\w-]{1,24})|(?<=\s|^)#(?<job>\d[\w-]{2,24})", RegexOptions.IgnoreCase)]
    private static partial Regex JobLabel();

    [GeneratedRegex(@"^[ \t>*]*(?:customer|client|homeowner|home\s?owner|name|lead|prospect|contact|for|who)(?:\s+name)?\s*\*?[:=]\*?[ \t]*(?<value>[^\n]{2,80})", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex NameLabel();

    [GeneratedRegex(@"^\s*(?<last>\p{Lu}[\p{L}'-]+),\s*(?<first>\p{Lu}[\p{L}'-]+)(?=\s*(?:$|[\u2013,.(|-]))")]
    private static partial Regex LastFirst();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+")]
    internal static partial Regex Address();

    [GeneratedRegex(@"\b(?:not\s+(?:to|at)|instead\s+of|rather\s+than|no\s+longer|old(?:\s+\w+){0,3}|from|cc:?|copy|bcc:?|reply\s+to|call\s+me\s+at|reach\s+me\s+at|me\s+at|to\s+me\s*\(?|never\s+to)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex NotThere();

    [GeneratedRegex(@"\b(?:send|sent|e-?mail|mail|deliver|forward|goes?|to|recipient|address|deliver\s+to|use|at|is|reach\w*)\b[^.!?\n]*$|:\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex GoesTo();

    [GeneratedRegex(@"\b(?:for|to|about|of|introducing|on|re)\b[:,]?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Prepositions();

    [GeneratedRegex(@"\G\s*(?:please|request|order|needed|asap|video)?[\s,]*(?:[:\u2013,/|]|-\s|\()\s*(?:for\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\b(?:get|give|send|make|produce|do|cut|record)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex GivesTo();

    [GeneratedRegex(@"(?<=^|[\s""(])(?:the\s+)?\p{Lu}", RegexOptions.IgnoreCase)]
    private static partial Regex Starts();

    [GeneratedRegex(@"^\s*(?:'s?\s*)?(?:[:,\u2013-]\s*(?:(?:a|the)\s+)?|(?:needs?|gets?|is\s+due|are\s+due)\s+(?:for\s+)?(?:(?:a|the|his|her|their|one|another|new|our|usual)\s+){0,2})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();
}
