using HardE.Agents.Turns;

namespace HardE.Tests;

/// <summary>Builders for data that tests need; every member has a sensible default.</summary>
internal static class A
{
    public static readonly DateTimeOffset Tuesday = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);

    public static Speaker Rep(string id = "U1", string role = Roles.Rep) => new(id, "Riley Rep", role);

    public static TurnRequest Request(string text, string conversation = "test:1", Speaker? speaker = null, string id = "turn-1") =>
        new("main", conversation, speaker ?? Rep(), text, new ReplyAddress("test", "local", conversation), Tuesday) { Id = id };

    public static TurnContext Turn(string text, StateBag? state = null, Speaker? speaker = null) =>
        new(Request(text, speaker: speaker), state ?? State(), []);

    public static StateBag State() => new(new Dictionary<string, StoredDocument>());
}
