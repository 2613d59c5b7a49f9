using System.Text.Json;
using HardE.Agents.Turns;
using Spectre.Console;

namespace HardE.Bot.Commands.Eval;

/// <summary>What changed since an earlier run that <c>--json</c> kept.</summary>
internal static class EvalComparison
{
    /// <exception cref="JsonException">The file is no report of ours.</exception>
    public static EvalReport Read(string path) =>
        TurnJson.Read<EvalReport>(File.ReadAllText(path)) is { Cases: not null, Mode: not null } report ? report : throw new JsonException("it has no cases.");

    public static void Show(IAnsiConsole console, EvalReport old, EvalReport now)
    {
        var before = old.Cases.GroupBy(c => c.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var after = now.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var both = now.Cases.Where(c => before.ContainsKey(c.Id)).ToList();
        var gained = both.Where(c => c.Passed && !before[c.Id].Passed).ToList();
        var broken = both.Where(c => !c.Passed && before[c.Id].Passed).ToList();
        console.WriteLine($"Compared with the earlier run (mode {old.Mode}):");
        broken.ForEach(c => console.MarkupLine($"  [red]now fails[/]  {Markup.Escape($"{c.Id}: {string.Join("; ", c.Problems)}")}"));
        gained.ForEach(c => console.MarkupLine($"  [green]now passes[/] {Markup.Escape(c.Id)}"));
        foreach (var kind in now.Kinds.Where(k => k.Tag is null))
        {
            if (old.Kinds.FirstOrDefault(k => k.Kind == kind.Kind && k.Tag is null) is { } then)
            {
                console.WriteLine(FormattableString.Invariant(
                    $"  {kind.Kind}: {then.Passed} of {then.Cases} -> {kind.Passed} of {kind.Cases}, {then.Milliseconds:F1} -> {kind.Milliseconds:F1} ms a case"));
            }
        }

        console.WriteLine(FormattableString.Invariant(
            $"  {gained.Count} now pass, {broken.Count} now fail, {now.Cases.Count - both.Count} new, {before.Keys.Count(id => !after.ContainsKey(id))} not run this time."));
    }
}
