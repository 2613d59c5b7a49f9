using System.Globalization;
using System.Text;

namespace HardE.Bench;

/// <summary>What was measured, as a page.</summary>
internal sealed class Report(string machine, bool light)
{
    private readonly StringBuilder rows = new();
    private readonly DateTime startedAt = DateTime.UtcNow;
    private readonly double loadBefore = Machine.Load();
    private double loadAfter;

    public void Section(string title, string note, params string[] columns)
    {
        rows.AppendLine().Append("## ").AppendLine(title).AppendLine(note).AppendLine();
        rows.Append("| ").AppendJoin(" | ", columns).AppendLine(" |").Append('|').AppendJoin("", columns.Select(_ => " --- |")).AppendLine();
    }

    /// <summary>Numbers are written with a sensible number of digits.</summary>
    public void Row(params object[] cells)
    {
        var texts = cells.Select(Text).ToArray();
        rows.Append("| ").AppendJoin(" | ", texts).AppendLine(" |");
        Console.WriteLine("   " + string.Join("   ", texts));
    }

    public void End(double load) => loadAfter = load;

    public string Markdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Measured

        By `dotnet run -c Release --project bench/HardE.Bench -- {(light ? "--light " : "")}--write` on {startedAt:yyyy-MM-dd} in {(DateTime.UtcNow - startedAt).TotalMinutes:0} minutes.
        Machine: {machine}. Load average {loadBefore:0.0} at the start, {loadAfter:0.0} at the end (above the number of cores, other work was waiting, too: trust
        processor time more than clock time). The program is the one that `./harde` builds, a process of its own; the simulated Slack and the load run beside it on
        the same cores. Nothing here is asserted by a test.

        {rows.ToString().Trim()}

        """);

    private static string Text(object cell) => cell switch
    {
        double d => d.ToString(Math.Abs(d) >= 100 ? "0" : Math.Abs(d) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}

/// <summary>Order statistics.</summary>
internal static class Sample
{
    public static double Median(IEnumerable<double> values) => At(values, 0.5);

    public static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(share * sorted.Length))];
    }
}
