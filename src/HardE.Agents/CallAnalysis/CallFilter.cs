using System.ComponentModel;

namespace HardE.Agents.CallAnalysis;

/// <summary>Which calls are meant; a part that is null does not narrow. Lists mean any of them.</summary>
internal sealed record CallFilter(
    [property: Description("sold, lost, follow_up or no_fit.")] IReadOnlyList<string>? Outcomes = null,
    [property: Description("roofing, siding, gutters or windows.")] string? Trade = null,
    [property: Description("For example Rep E.")] string? Rep = null,
    [property: Description("Lead source: website, referral, google and so on.")] string? Lead = null,
    [property: Description("Codes: PRICE QUOTES THINK SPOUSE INSUR TIMING TRUST REPAIR DIY FINANCE MOVING HOA.")] IReadOnlyList<string>? Objections = null,
    [property: Description("For example dated-next-step.")] string? Technique = null)
{
    public IReadOnlyList<Transcript> Of(IEnumerable<Transcript> calls) => [.. calls.Where(Fits)];

    /// <summary>In words: <c>sold roofing calls of Rep A</c>.</summary>
    public string Words()
    {
        string?[] before = [Outcomes is { Count: > 0 } o ? string.Join(" or ", o.Select(CallWords.Outcome)) : null, Trade];
        string?[] after =
        [
            Rep is null ? null : $"of {Rep}", Lead is null ? null : $"from {Lead.Replace('_', ' ')} leads",
            Objections is { Count: > 0 } b ? $"with {string.Join(" or ", b)}" : null, Technique is null ? null : $"with {Technique}",
        ];
        return string.Join(' ', before.OfType<string>().Append("calls").Concat(after.OfType<string>()));
    }

    private bool Fits(Transcript c) =>
        (Outcomes is null or { Count: 0 } || Outcomes.Contains(c.Outcome))
        && (Trade is null || Same(c.Trade, Trade)) && (Rep is null || Same(c.Rep, Rep)) && (Lead is null || Same(c.Lead, Lead))
        && (Objections is null or { Count: 0 } || c.Objections.Any(o => Objections.Contains(o.Code, StringComparer.OrdinalIgnoreCase)))
        && (Technique is null || c.Techniques.Any(t => Same(t.Code, Technique)));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Codes in words.</summary>
internal static class CallWords
{
    public static readonly IReadOnlyDictionary<string, string> Objections = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["PRICE"] = "price, too expensive",
        ["QUOTES"] = "wants other quotes",
        ["THINK"] = "wants to think about it",
        ["SPOUSE"] = "partner is not there",
        ["INSUR"] = "insurance should pay",
        ["TIMING"] = "not now",
        ["TRUST"] = "bad experience before",
        ["REPAIR"] = "just a repair",
        ["DIY"] = "a cousin or friend does it",
        ["FINANCE"] = "no loans",
        ["MOVING"] = "selling soon",
        ["HOA"] = "board or association decides",
    };

    public static string Outcome(string code) => code switch { "follow_up" => "follow-up", "no_fit" => "no fit", _ => code };

    public static string Objection(string code) => Objections.TryGetValue(code, out var words) ? $"{code} ({words})" : code;
}
