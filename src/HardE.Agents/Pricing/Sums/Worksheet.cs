namespace HardE.Agents.Pricing.Sums;

/// <summary>One line of arithmetic that a person can follow with a pocket calculator.</summary>
/// <param name="What">What is worked out: "surface".</param>
/// <param name="How">The sum as it is done: "1,344 x 1.118034".</param>
/// <param name="Value">What comes out.</param>
/// <param name="Unit">Its unit; empty for a bare factor.</param>
/// <param name="Source">The catalog row (sku) or price rule that a number in it comes from; none when it was said or is geometry.</param>
public sealed record SumStep(string What, string How, decimal Value, string Unit, string? Source = null)
{
    public override string ToString() => Unit switch
    {
        "" => $"{What}: {How} = {Show.Number(Value)}",
        _ when Unit[0] == '$' => $"{What}: {How} = {Show.Money(Value)}{Unit[1..]}",
        _ => $"{What}: {How} = {Show.Measure(Value)} {Unit}",
    };
}

/// <summary>Collects the steps of a calculation and what had to be assumed for it.</summary>
public sealed class Worksheet
{
    private readonly List<SumStep> steps = [];
    private readonly List<string> assumed = [];

    public IReadOnlyList<SumStep> Steps => steps;

    /// <summary>Sentences without full stop: "architectural shingle", "10 % waste (gable)".</summary>
    public IReadOnlyList<string> Assumed => assumed;

    /// <summary>Notes a step and gives its value back.</summary>
    public decimal Step(string what, string how, decimal value, string unit, string? source = null)
    {
        var step = new SumStep(what, how, value, unit, source);
        if (!steps.Contains(step) && how != Show.Number(value))
        {
            steps.Add(step);
        }

        return value;
    }

    public void Assume(string what)
    {
        if (!assumed.Contains(what))
        {
            assumed.Add(what);
        }
    }

    /// <summary>The steps as a list for a reply; empty when there is none.</summary>
    public string Text(bool withAssumed = true)
    {
        var lines = steps.Select(s => $"- {s}").ToList();
        if (withAssumed && assumed.Count > 0)
        {
            lines.Add($"Assumed: {string.Join("; ", assumed)}.");
        }

        return string.Join('\n', lines);
    }
}
