using System.Text.Json;

namespace HardE.Agents.Turns.Numbers;

/// <summary>The numbers a reply may state: what tools of the turn found, counted or calculated, what people said, what was told before.</summary>
internal static class KnownNumbers
{
    public static IReadOnlyList<StatedNumber> Of(TurnContext turn) =>
    [
        .. NumberReader.Read(turn.Text),
        .. turn.History.SelectMany(line => NumberReader.Read(line.Text)), // our own lines passed this rule, or code wrote them
        .. turn.Steps.Where(s => s.Result.Ok).SelectMany(s => Of(s.Result)),
    ];

    /// <summary>Arguments are left out: a model made them. A call that found nothing only repeats them.</summary>
    private static IEnumerable<StatedNumber> Of(ToolResult result) =>
    [
        .. NumberReader.Read(result.Summary),
        .. result.Data is { } data ? Of(data, null) : [],
        .. result.Parts.SelectMany(p => Of(TurnJson.Element(p), null)),
    ];

    private static IEnumerable<StatedNumber> Of(JsonElement data, string? name) => data.ValueKind switch
    {
        JsonValueKind.Number => [Of(data.GetDouble(), name)],
        JsonValueKind.String => NumberReader.Read(data.GetString()!),
        JsonValueKind.Array => data.EnumerateArray().SelectMany(e => Of(e, name)).Append(new StatedNumber(data.GetArrayLength(), 0, NumberKind.Quantity, "entry")),
        JsonValueKind.Object => data.EnumerateObject().SelectMany(m => Of(m.Value, m.Name)),
        _ => [],
    };

    private static StatedNumber Of(double value, string? name) =>
        name is not null && NumberReader.UnitOf(name) is { } unit ? new StatedNumber(value, 0, NumberKind.Quantity, unit) : new StatedNumber(value, 0, NumberKind.Bare);
}
