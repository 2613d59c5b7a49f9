using System.Text.Json;
using System.Text.Json.Nodes;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>
/// The last calculation of this speaker in this conversation, so that "the same with the heavier vinyl" and "what if I take
/// 5 percent off" have something to start from. Holds cost: it is never shown as it is.
/// </summary>
/// <param name="Tool">The tool that made it.</param>
/// <param name="Input">Its arguments.</param>
public sealed record LastCalculation(string Tool, JsonElement Input)
{
    /// <summary>Name of the state document.</summary>
    public const string Document = "last_calculation";

    /// <summary>Follow-ups reach back this far.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    public string Title { get; init; } = "";

    /// <summary>List price or the price in talk, US dollars.</summary>
    public decimal? Price { get; init; }

    public decimal? Cost { get; init; }

    /// <summary>How many of <see cref="Unit"/> the price is for.</summary>
    public decimal? Amount { get; init; }

    /// <summary>square, foot or window.</summary>
    public string? Unit { get; init; }

    /// <summary>True when the tool asked for a measure and waits for it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The argument that was asked for, when a bare number answers the question.</summary>
    public string? Asked { get; init; }

    /// <summary>Remembers what was said so far, so that the answer to the question completes it.</summary>
    public static ToolResult Ask<T>(TurnContext turn, string tool, T input, string question, string? asked = null)
    {
        Keep(turn, new LastCalculation(tool, TurnJson.Element(input)) { IsOpen = true, Asked = asked });
        return ToolResult.NeedsInput(question);
    }

    public static LastCalculation? Of(TurnContext turn) => turn.State.Get<LastCalculation>(turn.Mine(Document));

    public static void Keep<T>(TurnContext turn, string tool, T input, Quotes.Quote? quote, PriceRules rules, decimal? amount = null, string? unit = null)
    {
        if (quote is null && Of(turn) is { Price: not null } before && before.Tool == tool && Measures(before.Input) == Measures(TurnJson.Element(input)))
        {
            Keep(turn, before); // another figure of the same job: its price stands
            return;
        }

        Keep(turn, new LastCalculation(tool, TurnJson.Element(input))
        {
            Title = quote?.Title ?? "",
            Price = quote?.ListPrice(rules),
            Cost = quote?.Cost,
            Amount = amount,
            Unit = unit,
        });
    }

    // The inputs without what was asked about them.
    private static string Measures(JsonElement input)
    {
        var measures = JsonObject.Create(input)!;
        measures.Remove("detail");
        measures.Remove("wanted");
        return CanonicalJson.Write(TurnJson.Element(measures));
    }

    public static void Keep(TurnContext turn, LastCalculation last) => turn.State.Set(turn.Mine(Document), last, Lifetime);
}
