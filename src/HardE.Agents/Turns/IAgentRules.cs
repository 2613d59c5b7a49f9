namespace HardE.Agents.Turns;

/// <summary>
/// What one agent does without a model. One stage of the turn, not a pretended model: it decides what it is sure of
/// and says <see cref="Decision.Unsure"/> for the rest.
/// </summary>
public interface IAgentRules
{
    /// <summary>The agent these rules belong to, as in <c>agent_config.yaml</c>.</summary>
    string Agent { get; }

    /// <summary>
    /// Decides the next step. Called again after each tool result of the turn (<see cref="TurnContext.Steps"/>) until
    /// it replies, hands over, or is unsure. Must be repeatable: after a restart it is asked again with the same steps.
    /// </summary>
    ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct);

    /// <summary>True for a standing order that these rules carry out themselves while their draft is open ("start over", "undo").</summary>
    bool Takes(StandingOrder order) => false;
}

/// <summary>The next step of a turn.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Run these tools, then ask again.</summary>
    /// <param name="Then">The agent that takes the floor when they have run; null for the same one.</param>
    public sealed record Call(IReadOnlyList<ToolCall> Tools, string? Then = null) : Decision;

    /// <summary>Another agent takes the floor.</summary>
    public sealed record HandOver(string Agent) : Decision;

    /// <summary>Answer and end the turn.</summary>
    public sealed record Reply(TurnReply Answer) : Decision;

    /// <summary>The model decides; without one the person is asked <paramref name="Question"/>.</summary>
    public sealed record Unsure(string? Question = null) : Decision;

    public static Decision Tool<T>(string tool, T arguments) => new Call([ToolCall.Of(tool, arguments)]);

    public static Decision Say(TurnReply reply) => new Reply(reply);
}
