using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HardE.Agents.Turns;

/// <summary>A line of the conversation before this turn.</summary>
/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
public sealed record TranscriptLine(string Role, string Name, string Text, DateTimeOffset SaidAt)
{
    /// <summary>The turn it was said in.</summary>
    public string TurnId { get; init; } = "";
}

/// <summary>A tool call that an agent asks for.</summary>
/// <param name="Id">The model's call id, or ours for calls that the rules ask for.</param>
public sealed record ToolCall(string Id, string Tool, JsonElement Arguments)
{
    /// <summary>A call asked for by rules; the arguments are any object.</summary>
    public static ToolCall Of<T>(string tool, T arguments) =>
        new($"call_{tool}_{Guid.NewGuid():N}", tool, TurnJson.Element(arguments));
}

/// <summary>A tool call that has run in this turn.</summary>
public sealed record ToolStep(string Agent, ToolCall Call, ToolResult Result);

/// <summary>Everything a rule or a tool may know about the turn it works for. One a turn; not shared.</summary>
public sealed class TurnContext(TurnRequest request, StateBag state, IReadOnlyList<TranscriptLine> history)
{
    private readonly List<ToolStep> steps = [];

    public TurnRequest Request { get; } = request;
    public string Tenant => Request.Tenant;
    public string TurnId => Request.Id;
    public string Conversation => Request.Conversation;
    public Speaker Speaker => Request.Speaker;

    /// <summary>What was said, as it was said.</summary>
    public string Text => Request.Text;

    /// <summary>The moment the message was said; all date arithmetic of a turn starts here.</summary>
    public DateTimeOffset Now => Request.SaidAt;

    /// <summary>The agent that works at this moment.</summary>
    public string Agent { get; set; } = "";

    /// <summary>The last lines of the conversation, oldest first, without this message.</summary>
    public IReadOnlyList<TranscriptLine> History { get; } = history;

    /// <summary>Documents that live as long as the conversation; saved with the turn's end.</summary>
    public StateBag State { get; } = state;

    /// <summary>Tool calls that have run in this turn, in order.</summary>
    public IReadOnlyList<ToolStep> Steps => steps;

    /// <summary>True while a tool runs with a sealed yes for exactly these arguments (<c>confirm=true</c>).</summary>
    public bool Approved { get; set; }

    /// <summary>The last result of a tool in this turn; null when it has not run.</summary>
    public ToolResult? ResultOf(string tool) => steps.LastOrDefault(s => s.Call.Tool == tool)?.Result;

    /// <summary>The name of this speaker's own document: several people can each have a draft in one conversation.</summary>
    public string Mine(string document) => $"{document}:{Speaker.UserId}";

    /// <summary>
    /// Key under which an outside write is done at most once: the same request, tool and arguments give the same key
    /// on every node and after every restart.
    /// </summary>
    public string IdempotencyKey(string tool, JsonElement arguments) => Hash(Tenant, TurnId, tool, CanonicalJson.Write(arguments));

    internal void Add(ToolStep step) => steps.Add(step);

    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
