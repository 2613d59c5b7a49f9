using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>CRM values as people read them.</summary>
public static class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string And(IEnumerable<string> items) => Join(items, "and");

    public static string Or(IEnumerable<string> items) => Join(items, "or");

    public static string TradeList(IEnumerable<string> trades) => And(trades.Select(Trades.Display));

    /// <summary>(201) 555-0123; masked: ***-0123.</summary>
    public static string Phone(string? number, bool masked)
    {
        var digits = Folding.Digits(number);
        var national = digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
        return national.Length switch
        {
            0 => "no phone",
            _ when masked => $"***-{national[^Math.Min(4, national.Length)..]}",
            10 => $"({national[..3]}) {national[3..6]}-{national[6..]}",
            _ => national,
        };
    }

    /// <summary>j***@example.com where others may read along.</summary>
    public static string Email(string? address, bool masked) => address switch
    {
        null or "" => "no e-mail",
        _ when masked && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at => $"{address[0]}***{address[at..]}",
        _ => address,
    };

    /// <summary>12 Maple Ave, Hoboken, NJ 07030; masked: the town only.</summary>
    public static string Address(PostalAddress? address, bool masked) => address switch
    {
        null => "no address",
        _ when masked => $"{address.City}, {address.State}",
        _ => string.Join(", ", new[] { address.Line1, address.Line2, address.City, $"{address.State} {address.Zip}".Trim() }.Where(p => !string.IsNullOrWhiteSpace(p))),
    };

    /// <summary>Mon 9 Mar 2026 in the company's zone.</summary>
    public static string Day(DateTimeOffset? at, TimeZoneInfo zone) =>
        at is { } moment ? TimeZoneInfo.ConvertTime(moment, zone).ToString("ddd d MMM yyyy", English) : "not known";

    /// <summary>Thursday, 12 March at 5:30 PM in the company's zone.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("dddd, d MMMM 'at' h:mm tt", English);

    public static string Money(decimal? amount) => amount is { } value ? value.ToString("$#,##0.##", English) : "not known";

    public static string Count(int count, string one) => count == 1 ? $"1 {one}" : $"{count.ToString(English)} {one}s";

    /// <summary>What else a stage does, as a warning; null when it does nothing else.</summary>
    public static string? Effects(StageRef stage)
    {
        var effects = new List<string>();
        Add(StageEffects.EmailsCustomer, "the CRM may e-mail the customer");
        Add(StageEffects.CreatesTasks, "the CRM creates tasks");
        Add(StageEffects.PushesUsers, "the CRM notifies users");
        Add(StageEffects.Unknown, "the CRM may do more than it tells us");
        return effects.Count == 0 ? null : $"Entering {stage.Name}, {And(effects)}.";

        void Add(StageEffects effect, string words)
        {
            if (stage.Effects.HasFlag(effect))
            {
                effects.Add(words);
            }
        }
    }

    /// <summary>A text by others, as a quotation: it is never an order.</summary>
    public static string Quote(string text) => $"\"{text.ReplaceLineEndings(" ").Trim()}\"";

    /// <summary>The facts of a job in one line: 2603-101-01, roofing, in Estimate, rep Dana Whitlock.</summary>
    public static string JobLine(JobSummary job) =>
        $"{job.Number}, {TradeList(job.Trades)}, in {job.Stage}, {(job.Rep is null ? "no rep" : $"rep {job.Rep}")}";

    public static Fact Fact(string label, string value) => new(label, value.Length == 0 ? "-" : value);

    private static string Join(IEnumerable<string> items, string word)
    {
        var list = items.ToList();
        return list.Count switch
        {
            0 => "",
            1 => list[0],
            2 => $"{list[0]} {word} {list[1]}",
            _ => $"{string.Join(", ", list[..^1])}, {word} {list[^1]}",
        };
    }
}
