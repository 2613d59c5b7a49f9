using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Takes the last write back; presses of an Undo button run it.</summary>
internal sealed class UndoWriteTool(CrmUndo undo) : Tool<UndoWriteTool.Input>
{
    public sealed record Input([property: Description("Token of the Undo button; the newest change when left out.")] string? Token = null);

    public override string Name => TurnDecisions.UndoTool;
    public override string Description => "Take a change to the CRM back, within 15 minutes, for the person who made it.";
    public override ToolEffect Effect => ToolEffect.Write;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmWrite];
    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var token = input.Token is { Length: > 0 } given ? given : await undo.NewestAsync(turn.Tenant, turn.Speaker, turn.Now, ct);
        return token is null
            ? ToolResult.NotFound("There is no change of yours from the last 15 minutes that I could take back.")
            : await undo.UndoAsync(turn.Tenant, token, turn.Speaker, turn.Now, ct);
    }
}
