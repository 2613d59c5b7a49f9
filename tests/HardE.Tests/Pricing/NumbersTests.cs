using HardE.Agents.Turns;
using HardE.Tests.Crm;
using Xunit.Abstractions;

namespace HardE.Tests.Pricing;

/// <summary>Questions with figures, asked in whole turns: through triage, rules, tools, state and outbox.</summary>
public sealed class NumbersTests(ITestOutputHelper output)
{
    public static TheoryData<string> Development => [.. Cases("samples/evals/numbers.jsonl").Select(c => c.Id)];

    [Theory, MemberData(nameof(Development))]
    public Task A_development_case_holds(string id) => HoldsAsync("samples/evals/numbers.jsonl", id);

    public static TheoryData<string> Own => [.. Cases("tests/HardE.Tests/Pricing/own-numbers.jsonl").Select(c => c.Id)];

    /// <summary>Written, with their values, before the agent had seen one of them.</summary>
    [Theory, MemberData(nameof(Own))]
    public Task A_case_of_our_own_holds(string id) => HoldsAsync("tests/HardE.Tests/Pricing/own-numbers.jsonl", id);

    public static TheoryData<string> Second => [.. Cases("tests/HardE.Tests/Pricing/second-numbers.jsonl").Select(c => c.Id)];

    /// <summary>A second set, written after the first had been tuned to.</summary>
    [Theory, MemberData(nameof(Second))]
    public Task A_case_of_the_second_set_holds(string id) => HoldsAsync("tests/HardE.Tests/Pricing/second-numbers.jsonl", id);

    private static IReadOnlyList<NumbersCase> Cases(string file) => NumbersCase.Read(Path.Combine(CrmWorld.Repository(), file));

    private async Task HoldsAsync(string file, string id)
    {
        var one = Cases(file).Single(c => c.Id == id);
        await using var chat = await PricingChat.CreateAsync(throughTriage: true);
        TurnReply? last = null;
        foreach (var text in one.Turns)
        {
            last = await chat.SayAsync(text, one.Role);
            output.WriteLine($"> {text}\n< [{last.Agent}] {last.Text}");
        }

        foreach (var call in chat.Calls)
        {
            output.WriteLine($"  {call.Tool} {call.Arguments}");
        }

        one.Problems(last!).ShouldBeEmpty();
    }
}
