using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Orders at the end of a sentence to mention somebody: "tag her in a note", "and mention Ray".</summary>
internal static partial class MentionWords
{
    /// <returns>The text without the order, the people named in it, and whether there was one.</returns>
    public static (string Text, IReadOnlyList<string> People, bool Tagged) Take(string text, Vocabulary vocabulary)
    {
        var match = Order().Match(text);
        if (!match.Success || match.Index == 0)
        {
            return (text, [], false);
        }

        var people = new List<string>();
        foreach (var said in And().Split(match.Groups["who"].Value))
        {
            if (!Pronoun().IsMatch(said.Trim()))
            {
                var known = vocabulary.StaffAt(said.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                if (known.Said is null && !char.IsUpper(said.Trim().TrimStart('@').FirstOrDefault()))
                {
                    return (text, [], false);
                }

                people.Add(known.Said ?? said.Trim().TrimStart('@'));
            }
        }

        return (text[..match.Index].TrimEnd(' ', ',', ';'), people, true);
    }

    [GeneratedRegex(@"(?<=\S)(?:[.,;!]\s*|\s+)(?:and\s+|please\s+|also\s+)*(?:tag|mention|cc|ping|notify|loop in)\s+(?<who>@?[\p{L}'’. -]{2,60}?)(?:\s+(?:too|as well|on it|in it|in there|on that|in that|in the note|in a note|on the note|please))*\s*[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    [GeneratedRegex(@"\s*(?:,|\band\b|&)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:her|him|them|it|the (?:rep|office|crew))$", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();
}
