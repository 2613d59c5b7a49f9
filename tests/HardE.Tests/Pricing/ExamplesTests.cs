using System.Globalization;
using HardE.Tests.Triage;
using Xunit.Abstractions;

namespace HardE.Tests.Pricing;

/// <summary>Every example of the agent in agent_config.yaml and its examples file gets an answer or a sensible question, without a model.</summary>
public sealed class ExamplesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Each_example_is_answered_or_asked_about()
    {
        var examples = RoutingCases.Roster["pricing_agent"].Examples;
        var empty = new List<string>();
        await using var chat = await PricingChat.CreateAsync();
        foreach (var example in examples)
        {
            var before = chat.Calls.Count;
            var reply = await chat.SayAsync(example, conversation: $"example:{example.GetHashCode(StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture)}");
            var calls = chat.Calls.Skip(before).Select(c => $"{c.Tool} {c.Arguments}");
            output.WriteLine($"> {example}\n< {reply.Text.Split("\n\n_Good")[0]}\n  {string.Join("; ", calls)}\n");
            if (reply.Text.Contains("I price from our catalogs", StringComparison.Ordinal) || reply.Text.Contains("went wrong", StringComparison.Ordinal))
            {
                empty.Add(example);
            }
        }

        empty.ShouldBeEmpty();
    }
}
