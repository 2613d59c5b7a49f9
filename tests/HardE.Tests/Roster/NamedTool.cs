using System.Text.Json;
using HardE.Agents.Turns;

namespace HardE.Tests.Roster;

/// <summary>A tool that has a name and an effect; it is never run.</summary>
internal sealed record NamedTool(string Name, ToolEffect Effect = ToolEffect.Read) : ITool
{
    public string Description => $"Does {Name}.";
    public IReadOnlyList<string> Scopes { get; init; } = [];
    public bool Idempotent => Effect == ToolEffect.Read;
    public bool UntrustedOutput { get; init; }
    public TimeSpan Timeout => TimeSpan.FromSeconds(30);

    public JsonElement InputSchema { get; init; } = JsonElement.Parse(
        """{"type":"object","properties":{},"required":[],"additionalProperties":false}""");

    public Task<ToolResult> RunAsync(JsonElement arguments, TurnContext turn, CancellationToken ct) =>
        throw new InvalidOperationException($"{Name} is not to be run here.");
}
