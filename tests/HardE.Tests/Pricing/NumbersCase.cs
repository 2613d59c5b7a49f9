using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HardE.Agents.Turns;

namespace HardE.Tests.Pricing;

/// <summary>A case of kind numbers (samples/evals/README.md): turns, and the figures that must or must not stand in the last reply.</summary>
internal sealed partial record NumbersCase(string Id, string Role, IReadOnlyList<string> Turns, IReadOnlyList<(decimal Value, decimal Tolerance)> Numbers,
    IReadOnlyList<decimal> Not)
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Words that must stand in the reply, in cases of our own.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    public static IReadOnlyList<NumbersCase> Read(string path) => [.. File.ReadLines(path).Where(l => l.Trim().Length > 0).Select(One)];

    /// <summary>What is wrong with a reply; empty when it holds.</summary>
    public IReadOnlyList<string> Problems(TurnReply reply)
    {
        var found = In(reply.Text);
        var problems = new List<string>();
        if (reply.Agent != "pricing_agent")
        {
            problems.Add($"{reply.Agent} answered");
        }

        problems.AddRange(Numbers.Where(n => !found.Any(f => Math.Abs(f - n.Value) <= n.Tolerance)).Select(n => $"{n.Value} is missing"));
        problems.AddRange(Not.Where(n => found.Contains(n)).Select(n => $"{n} must not be there"));
        problems.AddRange(Says.Where(w => !reply.Text.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"'{w}' is missing"));
        return problems;
    }

    private static List<decimal> In(string text)
    {
        var found = Digits().Matches(text).Select(m => decimal.Parse(m.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).ToList();
        found.AddRange(Words.Select((w, i) => (w, i)).Where(w => Regex.IsMatch(text, $@"\b{w.w}\b", RegexOptions.IgnoreCase)).Select(w => (decimal)w.i));
        return found;
    }

    private static NumbersCase One(string line)
    {
        using var document = JsonDocument.Parse(line);
        var (root, expect) = (document.RootElement, document.RootElement.GetProperty("expect"));
        return new NumbersCase(
            root.GetProperty("id").GetString()!,
            root.TryGetProperty("role", out var role) ? role.GetString()! : Roles.Director,
            [.. root.GetProperty("turns").EnumerateArray().Select(t => t.GetString()!)],
            [.. expect.GetProperty("numbers").EnumerateArray().Select(n => (n.GetProperty("value").GetDecimal(), n.GetProperty("tol").GetDecimal()))],
            expect.TryGetProperty("not_numbers", out var not) ? [.. not.EnumerateArray().Select(n => n.GetDecimal())] : [])
        {
            Says = expect.TryGetProperty("says", out var says) ? [.. says.EnumerateArray().Select(s => s.GetString()!)] : [],
        };
    }

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")]
    private static partial Regex Digits();
}
