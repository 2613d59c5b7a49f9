using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Embedded;

/// <summary>What a person typed to find somebody, sorted into e-mails, phones, job numbers and words.</summary>
internal sealed partial record SearchTerms(
    IReadOnlyList<string> Emails, IReadOnlyList<string> Phones, IReadOnlyList<string> JobNumbers, IReadOnlyList<string> Words)
{
    /// <summary>Words that find nobody.</summary>
    private static readonly HashSet<string> Idle =
    [
        "a", "an", "the", "and", "or", "of", "on", "in", "at", "for", "to", "from", "with", "by", "mr", "mrs", "ms", "dr", "family", "customer",
        "customers", "client", "clients", "job", "jobs", "i", "think", "that", "who", "is", "s",
    ];

    public static SearchTerms Parse(string text)
    {
        var rest = Folding.Fold(text);
        var emails = Take(Email(), ref rest);
        var numbers = Take(JobNumber(), ref rest);
        var phones = Take(PhoneNumber(), ref rest).Select(CustomerIndex.National).ToList();
        var words = CustomerIndex.StreetWordsOf(rest).Where(w => !Idle.Contains(w)).Distinct().ToList();
        phones.AddRange(words.Where(w => w.Length is 4 && w.All(char.IsAsciiDigit)));
        return new SearchTerms(emails, phones, numbers, words);
    }

    private static List<string> Take(Regex pattern, ref string text)
    {
        var found = pattern.Matches(text).Select(m => m.Value).ToList();
        text = pattern.Replace(text, " ");
        return found;
    }

    [GeneratedRegex(@"[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+")]
    private static partial Regex Email();

    /// <summary>As embedded numbers look: year and month, customer, job.</summary>
    [GeneratedRegex(@"(?<![\w-])\d{4}-[a-z0-9]+-\d{1,3}(?![\w-])")]
    private static partial Regex JobNumber();

    [GeneratedRegex(@"(?<!\d)(\+?1[\s.-]*)?(\(?\d{3}\)?[\s.-]*)?\d{3}[\s.-]*\d{4}(?!\d)")]
    private static partial Regex PhoneNumber();
}
