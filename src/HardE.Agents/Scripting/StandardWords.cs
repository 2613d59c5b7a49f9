using HardE.Agents.Services;

namespace HardE.Agents.Scripting;

/// <summary>The values that standard templates may name; unknown ones become a visible "missing" mark.</summary>
internal static class StandardWords
{
    private static readonly Dictionary<string, (string Inspect, string Install)> ByTrade = new(StringComparer.Ordinal)
    {
        ["roofing"] = ("I go around the edges and up, and then I'd like to see the attic. May I?",
            "old roof off, barrier at the edges, new metal, shingles, and air in low and out high."),
        ["siding"] = ("I walk once around with the moisture meter, and then see the rooms behind those walls. May I?",
            "old siding off, wrap and tape at the windows, kick-out where a roof meets the wall, then the panels, never nailed tight."),
        ["gutters"] = ("I go along every run with a level, and then we follow the water to the ground together. May I?",
            "formed on site in one length, hidden hangers with a screw, outlets sized for the roof that drains into them."),
        ["windows"] = ("I start in the room that bothers you most, then measure every opening. May I?",
            "each opening is open for less than an hour, the sill is flashed so that water runs out, and the outside is capped."),
        ["general"] = ("I walk once around and then look from the inside. May I?",
            "what comes off, what goes underneath, what you see in the end, and who cleans up."),
    };

    public static Dictionary<string, object?> Of(StandardScriptInput input, CompanyOptions company)
    {
        var trades = TradeWords.Of(input.Trades, input.JobDescription);
        var (inspect, install) = ByTrade[trades[0].Id];
        var words = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["names"] = input.Names ?? Missing("customer's first name"),
            ["rep"] = input.Rep ?? Missing("your name"),
            ["company"] = company.Name,
            ["phone"] = company.Phone,
            ["daypart"] = "evening",
            ["thing"] = trades[0].Thing,
            ["reason"] = ReasonWords.Concern(input.JobDescription) is { } concern
                ? $"{ReasonWords.Work(trades, input.JobDescription)} and {concern}"
                : ReasonWords.Work(trades, input.JobDescription),
            ["inspect"] = inspect,
            ["install"] = install,
            ["good"] = Missing("one thing you found that is fine"),
            ["price"] = input.Price,
            ["proof"] = input.Proof ?? Missing("two nearby jobs, with permission"),
            ["next"] = input.NextStep ?? Missing("next step with day and hour"),
            ["news"] = input.News ?? Missing("the one new thing you bring"),
            ["referrer"] = input.Referrer ?? Missing("who referred them"),
            ["objection"] = "Compared with what?",
        };
        AddLists(words, input);
        foreach (var variant in new[] { "referral", "storm", "requote", "repeat", "landlord" })
        {
            words[variant] = input.Variants.Contains(variant);
        }

        words["two"] = input.Variants.Contains("two_owner");
        return words;
    }

    private static void AddLists(Dictionary<string, object?> words, StandardScriptInput input)
    {
        foreach (var i in Enumerable.Range(0, 3))
        {
            words[$"p{i + 1}"] = input.Priorities.ElementAtOrDefault(i) ?? Missing($"priority {i + 1}");
        }

        words["o1"] = input.Options.ElementAtOrDefault(0) ?? Missing("first product option");
        words["o2"] = input.Options.ElementAtOrDefault(1) ?? Missing("second product option");
    }

    private static string Missing(string what) => $"[missing: {what}]";
}
