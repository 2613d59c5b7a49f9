using System.Globalization;

namespace HardE.Agents.Crm;

/// <summary>Finds the stage that is meant by a name, a position, "next" or "back".</summary>
public static class StageNames
{
    private static readonly Dictionary<string, string> ShortForms = new(StringComparer.Ordinal)
    {
        ["appt"] = "appointment",
        ["appointments"] = "appointment",
        ["leads"] = "lead",
        ["estimates"] = "estimate",
        ["proposals"] = "proposal",
        ["won"] = "sold",
        ["dead"] = "lost",
        ["close"] = "closed",
    };

    private static readonly string[] Forward = ["next", "next stage", "forward", "the next stage", "next one", "one forward"];
    private static readonly string[] Backward = ["back", "previous", "back one", "previous stage", "the previous stage", "one back", "back one stage", "back a stage"];

    /// <summary>True for words that count from where the job is.</summary>
    public static bool IsRelative(string said) => Forward.Contains(Clean(said)) || Backward.Contains(Clean(said));

    /// <summary>"next" and "back" in one word; other names as they are.</summary>
    public static string Canonical(string said) => Forward.Contains(Clean(said)) ? "next" : Backward.Contains(Clean(said)) ? "back" : said.Trim();

    /// <param name="current">Where the job is; "next" and "back" count from here.</param>
    /// <returns>Null when no stage is meant.</returns>
    public static StageRef? Find(IReadOnlyList<StageRef> stages, string said, StageRef? current)
    {
        var wanted = Clean(said);
        if (IsRelative(said))
        {
            var step = Forward.Contains(wanted) ? 1 : -1;
            return current is null ? null : stages.FirstOrDefault(s => s.Position == current.Position + step);
        }

        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return stages.FirstOrDefault(s => s.Position == position);
        }

        return Named(stages, wanted) ?? (ShortForms.TryGetValue(wanted, out var full) ? Named(stages, full) : null)
            ?? Near(stages, wanted);
    }

    private static StageRef? Named(IReadOnlyList<StageRef> stages, string name) => stages.FirstOrDefault(s => Folding.Fold(s.Name) == name);

    /// <summary>One slip in a long name is forgiven, when only one stage is near.</summary>
    private static StageRef? Near(IReadOnlyList<StageRef> stages, string name)
    {
        var near = stages.Where(s => s.Name.Length >= 5 && Folding.Distance(Folding.Fold(s.Name), name, 2) <= (s.Name.Length >= 8 ? 2 : 1)).ToList();
        return near is [var one] ? one : null;
    }

    private static string Clean(string said) => string.Join(' ', Folding.Words(said).Where(w => w is not ("stage" or "the" or "a") || said.Contains("next", StringComparison.OrdinalIgnoreCase)));
}
