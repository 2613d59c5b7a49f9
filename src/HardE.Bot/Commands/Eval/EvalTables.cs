using Spectre.Console;

namespace HardE.Bot.Commands.Eval;

/// <summary>A run as people read it.</summary>
internal static class EvalTables
{
    /// <summary>One line for a failed case, however long: other programs read it.</summary>
    public static void ShowFailed(IAnsiConsole console, EvalResult result)
    {
        if (!result.Passed)
        {
            var problems = string.Join("; ", result.Problems).ReplaceLineEndings(" ");
            console.Profile.Out.Writer.WriteLine(Invariant($"✘ {result.Id} ({result.Kind}, {result.File}:{result.Line}): {problems}"));
        }
    }

    public static void Show(IAnsiConsole console, EvalReport report)
    {
        console.Write(Kinds(report));
        if (report.Cases.Any(c => c.Kind == "routing"))
        {
            console.Write(Confusion([.. report.Cases.Where(c => c is { Kind: "routing", Expected.Count: > 0, Answered: not null })]));
        }

        if (report.Slots.Count > 0)
        {
            console.Write(Slots(report.Slots));
            var given = report.Slots.Sum(s => s.Given);
            console.WriteLine(Invariant(
                $"Invented values: {report.Slots.Sum(s => s.Invented)}. Wrong and not flagged: {report.Slots.Sum(s => s.Wrong)} of {given} ({Share(report.Slots.Sum(s => s.Wrong), given)} %)."));
        }
    }

    private static Table Kinds(EvalReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"Cases by kind and tag, mode {report.Mode}");
        table.AddColumns(new TableColumn("Kind").NoWrap(), new TableColumn("Tag").NoWrap());
        table.AddColumns([.. ((string[])["Cases", "Passed", "%", "Rules alone %", "Sure, wrong %", "ms", "Median"]).Select(n => new TableColumn(n).RightAligned())]);
        foreach (var k in report.Kinds)
        {
            table.AddRow(
                k.Tag is null ? k.Kind : "", Markup.Escape(k.Tag ?? ""), Invariant($"{k.Cases}"), Invariant($"{k.Passed}"), Share(k.Passed, k.Cases),
                Share(k.WithoutModel, k.Cases), Share(k.SureAndWrong, k.Cases), Invariant($"{k.Milliseconds:F1}"), Invariant($"{k.Median:F1}"));
        }

        return table;
    }

    /// <summary>Rows: who should answer. Columns: who did.</summary>
    private static Table Confusion(IReadOnlyList<EvalResult> cases)
    {
        var agents = cases.SelectMany(c => c.Expected.Append(c.Answered!)).Distinct().Order(StringComparer.Ordinal).ToList();
        var table = new Table().Border(TableBorder.Rounded).Title("Routing: who should answer (rows), who did (columns)");
        table.AddColumn("");
        table.AddColumns([.. agents.Select(a => new TableColumn(Short(a)).RightAligned())]);
        foreach (var row in agents)
        {
            var mine = cases.Where(c => (c.Expected.Contains(c.Answered!) ? c.Answered : c.Expected[0]) == row).ToList();
            table.AddRow([Short(row), .. agents.Select(a => mine.Count(c => c.Answered == a) is var n and > 0 ? Invariant($"{n}") : ".")]);
        }

        return table;
    }

    private static Table Slots(IReadOnlyList<SlotTotal> slots)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Intake by slot");
        table.AddColumn("Slot");
        table.AddColumns([.. ((string[])["Expected", "Given", "Right", "Invented", "Precision %", "Recall %"]).Select(n => new TableColumn(n).RightAligned())]);
        foreach (var s in slots)
        {
            table.AddRow(s.Slot, Invariant($"{s.Expected}"), Invariant($"{s.Given}"), Invariant($"{s.Right}"), Invariant($"{s.Invented}"), Share(s.Right, s.Given), Share(s.Right, s.Expected));
        }

        return table;
    }

    private static string Short(string agent) => agent.Replace("_agent", "", StringComparison.Ordinal).Replace('_', ' ');

    private static string Share(int part, int whole) => whole == 0 ? "-" : Invariant($"{100.0 * part / whole:F1}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
