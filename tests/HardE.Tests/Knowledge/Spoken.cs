using HardE.Agents.Turns;

namespace HardE.Tests.Knowledge;

/// <summary>Turns for tests.</summary>
internal static class Spoken
{
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);

    public static TurnContext Turn(string text, StateBag? state = null, params string[] before)
    {
        var speaker = new Speaker("u1", "Morgan Pike", Roles.Director);
        var request = new TurnRequest("t", "terminal:1", speaker, text, new ReplyAddress("terminal", "local", "1"), Now) { Id = "turn-1" };
        return new TurnContext(
            request, state ?? new StateBag(new Dictionary<string, StoredDocument>()),
            [.. before.Select(b => new TranscriptLine("user", "Morgan Pike", b, Now))]);
    }

    public static void Ran(this TurnContext turn, string agent, ToolCall call, ToolResult result) =>
        turn.Add(new ToolStep(agent, call, result));
}
