using System.Text.Json;

namespace HardE.Agents.Turns;

/// <summary>How a tool call ended. All of these are answers; only bugs and dead services throw.</summary>
public enum ToolOutcome
{
    /// <summary>It is done; <see cref="ToolResult.Data"/> holds the result.</summary>
    Done,

    /// <summary>Nothing like that exists.</summary>
    NotFound,

    /// <summary>More is needed from the person first; the summary asks for it.</summary>
    NeedsInput,

    /// <summary>A write is ready and waits for a yes; the summary says what would happen.</summary>
    Preview,

    /// <summary>The person or the agent may not do this.</summary>
    NotPermitted,

    /// <summary>The arguments do not fit; the summary says which and why.</summary>
    InvalidArguments,

    /// <summary>It could not be done; the summary says what to do next.</summary>
    Failed,

    /// <summary>It may or may not have happened; a person has to look.</summary>
    Unknown,
}

/// <summary>What a tool answers: words the reply can carry, and data that a model or the rules can read.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Summary">Plain sentences, complete on their own.</param>
public sealed record ToolResult(ToolOutcome Outcome, string Summary)
{
    /// <summary>The result as data (see <see cref="TurnJson.Options"/>); never only in words.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Tables, receipts, audio: shown with the reply.</summary>
    public IReadOnlyList<ReplyPart> Parts { get; init; } = [];

    /// <summary>What the person could do next, as a sentence.</summary>
    public string? Next { get; init; }

    public bool Ok => Outcome is ToolOutcome.Done or ToolOutcome.Preview;

    public static ToolResult Done<T>(string summary, T data, params ReplyPart[] parts) =>
        new(ToolOutcome.Done, summary) { Data = TurnJson.Element(data), Parts = parts };

    public static ToolResult NotFound(string summary, string? next = null) =>
        new(ToolOutcome.NotFound, summary) { Next = next };

    public static ToolResult NeedsInput(string summary) => new(ToolOutcome.NeedsInput, summary);

    /// <summary>A write that waits for a yes; the runner seals it and adds the buttons.</summary>
    public static ToolResult Preview<T>(string summary, T data, params ReplyPart[] parts) =>
        new(ToolOutcome.Preview, summary) { Data = TurnJson.Element(data), Parts = parts };

    public static ToolResult Failed(string summary, string? next = null) => new(ToolOutcome.Failed, summary) { Next = next };

    /// <summary>Reads <see cref="Data"/> back as <typeparamref name="T"/>; null when there is none.</summary>
    public T? DataAs<T>() where T : class => Data is { } data ? data.Deserialize<T>(TurnJson.Options) : null;
}
