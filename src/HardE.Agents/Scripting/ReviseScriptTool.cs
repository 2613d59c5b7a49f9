using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Scripting;

/// <summary>Changes the open script: tone, length, opener, words; goes back; shows, compares, or puts it away.</summary>
internal sealed class ReviseScriptTool(ScriptDesk desk) : Tool<ReviseScriptTool.Input>
{
    public sealed record Input(
        [property: Description("shorter, longer, warmer, plainer, opener, new_version, replace, remove, undo, show, copy, diff, time or drop.")] string Action,
        [property: Description("replace, remove: the words as they stand in the script.")] string? Find = null,
        [property: Description("replace: the new words.")] string? With = null);

    public override string Name => "revise_script";
    public override string Description => "Changes the script that is open, goes back a version, or shows, copies or compares it.";
    public override ToolEffect Effect => ToolEffect.Draft;
    public override IReadOnlyList<string> Scopes => [Permissions.ScriptsWrite];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var name = turn.Mine(ScriptDraft.State);
        if (turn.State.Get<ScriptDraft>(name) is not { } draft || (draft.Current is null && input.Action != "drop"))
        {
            return ToolResult.NotFound("There is no open script.", "Ask for one, for example “write a primer for John Smith”.");
        }

        switch (input.Action)
        {
            case "drop":
                turn.State.Remove(name);
                return ToolResult.Done("The draft is put away. Tell me when you want a new one.", new { dropped = true });
            case "show":
                return ScriptReply.Show(draft);
            case "copy":
                return ScriptReply.Copy(draft);
            case "diff":
                return ScriptReply.Difference(draft);
            case "time":
                return ToolResult.Done($"Version {draft.Current!.Number} has {ScriptReply.Length(draft.Current)}.", new { words = draft.Current.Words });
            case "undo":
                return Undo(draft, turn);
            default:
                return await ChangeAsync(draft, input, turn, ct);
        }
    }

    private static ToolResult Undo(ScriptDraft draft, TurnContext turn)
    {
        if (draft.At == 0)
        {
            return ToolResult.Done("This is the first version; there is nothing to undo.", new { version = draft.Current!.Number });
        }

        var back = draft with { At = draft.At - 1 };
        turn.State.Set(turn.Mine(ScriptDraft.State), back);
        return ScriptReply.Show(back, $"Back to version {back.Current!.Number}.");
    }

    private async Task<ToolResult> ChangeAsync(ScriptDraft draft, Input input, TurnContext turn, CancellationToken ct)
    {
        var now = draft.Current!;
        if (Edits(now, input) is not { } edits)
        {
            return ToolResult.NotFound($"“{input.Find}” does not stand in the script.", "Use words exactly as they stand there.");
        }

        if (now.Primer is null && input.Action is not ("replace" or "remove"))
        {
            return ToolResult.NeedsInput("For this kind of script I can replace or remove words: “replace X with Y”, “remove the part about X”.");
        }

        var next = now.Primer is { } primer
            ? await desk.PrimerAsync(Changed(primer, input.Action), edits, Told(input), ct)
            : (Version: desk.Standard(now.Standard!, edits, Told(input)), Problems: ScriptRules.CheckClaims(input.With ?? ""));
        if (next.Problems.Count > 0)
        {
            return ToolResult.Failed(
                $"I left the script as it was, because that change breaks a rule: {string.Join(" ", next.Problems.Select(p => p.Message).Take(3))}",
                "Say it in other words, or leave it out.");
        }

        if (next.Version.Text == now.Text)
        {
            return ToolResult.Done("That would change nothing: this version already is that way. Say “new version” for other words.", new { version = now.Number });
        }

        var changed = draft.With(next.Version);
        turn.State.Set(turn.Mine(ScriptDraft.State), changed);
        return ScriptReply.Show(changed);
    }

    /// <summary>The edits of the next version; null when the words are not there.</summary>
    private static IReadOnlyList<ScriptEdit>? Edits(ScriptVersion now, Input input) => input.Action switch
    {
        "replace" or "remove" when input.Find is { Length: > 0 } words => ScriptEdits.Finds(now.Sections, words)
            ? [.. now.Edits, new ScriptEdit(words, input.Action == "remove" ? null : input.With ?? "")]
            : null,
        "replace" or "remove" => null,
        _ => now.Edits,
    };

    private static PrimerScriptInput Changed(PrimerScriptInput input, string action) => action switch
    {
        "shorter" => input with { Length = ScriptLength.Brief, Tone = ScriptTone.Plain },
        "longer" => input with { Length = ScriptLength.Full },
        "warmer" => input with { Tone = ScriptTone.Warm },
        "plainer" => input with { Tone = ScriptTone.Plain },
        "opener" => input with { Opener = input.Opener + 1 },
        "new_version" => input with { Variant = input.Variant + 1 },
        _ => input,
    };

    private static string Told(Input input) => input.Action switch
    {
        "replace" => $"“{input.Find}” became “{input.With}”",
        "remove" => $"without “{input.Find}”",
        "opener" => "another opening",
        "new_version" => "other words",
        var action => action,
    };
}
