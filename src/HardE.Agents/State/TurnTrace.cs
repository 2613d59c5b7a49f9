namespace HardE.Agents.State;

/// <summary>A turn as it can be looked at afterwards.</summary>
/// <param name="Said">What the person said; empty for a press.</param>
/// <param name="Answered">What was answered.</param>
/// <param name="Agent">Who answered.</param>
/// <param name="State"><c>running</c>, <c>stopping</c>, <c>done</c>, <c>failed</c>.</param>
public sealed record TurnTrace(string TurnId, DateTimeOffset StartedAt, string State, string? Agent, string Said, string Answered, IReadOnlyList<StepRecord> Steps);
