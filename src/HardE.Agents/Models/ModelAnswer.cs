using HardE.Agents.Turns;

namespace HardE.Agents.Models;

/// <summary>What a model answered: words, tool calls, or a hand-over.</summary>
/// <param name="Text">Words for the person; empty when it called something.</param>
/// <param name="Calls">Tools it asks for, in its order, with its own ids.</param>
/// <param name="HandOver">The agent it hands over to; null when it does not.</param>
/// <param name="Usage">What it cost.</param>
/// <param name="RequestHash">The same question gives the same hash: recorded answers are found by it.</param>
public sealed record ModelAnswer(
    string Text, IReadOnlyList<ToolCall> Calls, string? HandOver, UsageRecord Usage, string RequestHash)
{
    /// <summary>How it ended.</summary>
    public ModelEnding Ending { get; init; } = ModelEnding.Answered;

    /// <summary>The call behind <see cref="HandOver"/>, with the model's id.</summary>
    public ToolCall? HandOverCall { get; init; }
}

/// <summary>How a model's answer ended; only the first is an answer, the others are sentences of ours.</summary>
public enum ModelEnding
{
    Answered,

    /// <summary>The model would not.</summary>
    Refused,

    /// <summary>It ran into the limit of its length; the half of it is not shown.</summary>
    TooLong,

    /// <summary>The provider's filter stopped it.</summary>
    Filtered,
}

/// <summary>Tokens and money of one question.</summary>
/// <param name="Model">Name in the agent file of the model that answered.</param>
/// <param name="Input">Tokens read.</param>
/// <param name="Output">Tokens written, reasoning included.</param>
/// <param name="Cached">Those of <paramref name="Input"/> that the provider had in its cache.</param>
/// <param name="Reasoning">Those of <paramref name="Output"/> that nobody sees.</param>
/// <param name="Usd">US dollars by the prices of the agent file; zero without a price.</param>
/// <param name="Estimated">True when the server sent no numbers and these are our own guess.</param>
public sealed record UsageRecord(string Model, long Input, long Output, long Cached, long Reasoning, decimal Usd, bool Estimated);
