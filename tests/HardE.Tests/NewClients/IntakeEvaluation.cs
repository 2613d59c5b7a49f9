using System.Globalization;
using System.Text;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.NewClients;
using HardE.Agents.Services;

namespace HardE.Tests.NewClients;

/// <summary>Walks labelled conversations through the rules and measures what came out, slot by slot.</summary>
internal sealed class IntakeEvaluation
{
    private readonly SortedDictionary<string, (int Right, int Expected, int Given)> slots = new(StringComparer.Ordinal);
    private readonly List<(IntakeCase Case, IReadOnlyList<string> Problems)> results = [];

    public int Cases => results.Count;

    public int Passed => results.Count(r => r.Problems.Count == 0);

    public int Invented => results.Sum(r => r.Problems.Count(p => p.Contains("INVENTED", StringComparison.Ordinal)));

    public static async Task<IntakeEvaluation> RunAsync(string path)
    {
        var evaluation = new IntakeEvaluation();
        await using var world = await IntakeWorld.CreateAsync();
        foreach (var intake in IntakeCase.Load(path))
        {
            var seed = new CrmSeed([.. intake.Users.Select(u => new SeedUser(u.Id, u.Name))]);
            await world.World.Seeds.LoadAsync(intake.Id, seed, sample: false, default);
            foreach (var text in intake.Turns)
            {
                await world.SayAsync(text, intake.Id, new CompanyOptions { DefaultAreaCode = intake.AreaCode }, intake.Now);
            }

            evaluation.Count(intake, world.Form(intake.Id));
        }

        return evaluation;
    }

    private void Count(IntakeCase intake, NewClientForm form)
    {
        var problems = IntakeComparison.Differences(intake, form);
        results.Add((intake, problems));
        var expected = intake.Expect.GetProperty("slots").EnumerateObject().Select(p => p.Name).ToList();
        foreach (var slot in expected.Concat(intake.Names("absent")).Distinct())
        {
            var (right, wanted, given) = slots.GetValueOrDefault(slot);
            var has = form.Said.TryGetValue(slot, out var value) && value.Value is not null ? 1 : 0;
            var correct = expected.Contains(slot) && !problems.Any(p => p.StartsWith(slot + ":", StringComparison.Ordinal)) ? 1 : 0;
            slots[slot] = (right + correct, wanted + (expected.Contains(slot) ? 1 : 0), given + Math.Max(has, correct));
        }
    }

    /// <summary>The table and the failed cases, for people.</summary>
    public string Report()
    {
        var text = new StringBuilder();
        foreach (var (intake, problems) in results.Where(r => r.Problems.Count > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{intake.Id} [{string.Join(',', intake.Tags)}] {string.Join(" || ", intake.Turns).Replace("\n", "\\n", StringComparison.Ordinal)}");
            problems.ToList().ForEach(p => text.AppendLine(CultureInfo.InvariantCulture, $"    {p}"));
        }

        foreach (var (slot, (right, expected, given)) in slots)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{slot,-20} precision {Share(right, given)}  recall {Share(right, expected)}  ({expected})");
        }

        return text.AppendLine(CultureInfo.InvariantCulture, $"{Passed} of {Cases} records without a wrong field, {Invented} invented values").ToString();
    }

    private static string Share(int part, int whole) => whole == 0 ? "  -  " : $"{100.0 * part / whole,5:0.0}";
}
