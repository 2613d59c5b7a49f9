using System.ComponentModel;
using HardE.Agents.Crm;
using HardE.Agents.Turns;

namespace HardE.Jobs.Primer;

/// <summary>Lets a held film go to the homeowner, or cancels one: what the buttons of its card say. Never a second film, never another recipient.</summary>
internal sealed class DecidePrimerTool(PrimerStore runs, PrimerActions actions) : Tool<DecidePrimerTool.Input>
{
    public sealed record Input(
        [property: Description("send: a held video goes to the homeowner. cancel: it is stopped and removed.")] PrimerDecision Decision,
        [property: Description("Id or reference of the video, when the user or a button named one.")] string? Run,
        [property: Description("The customer's name, when the user named one.")] string? Customer);

    public override string Name => "decide_primer_video";

    public override string Description => "Send a held primer video to its homeowner, or cancel a primer video that is not sent yet.";

    public override ToolEffect Effect => ToolEffect.Send;

    public override IReadOnlyList<string> Scopes => [Permissions.PrimerStart];

    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var meant = await MeantAsync(input, turn, ct);
        return meant switch
        {
            [var run] when input.Decision == PrimerDecision.Send => await SendAsync(run, turn, ct),
            [var run] => await CancelAsync(run, turn, ct),
            [] => ToolResult.NotFound(Nothing(input)),
            _ => Which(input, meant),
        };
    }

    private async Task<ToolResult> SendAsync(PrimerRun run, TurnContext turn, CancellationToken ct) =>
        await actions.ReleaseAsync(turn.Tenant, run.Id, turn.Speaker.Name, "in chat", ct)
            ? Done($"The primer video for {run.CustomerName} goes to the homeowner now. You hear from me when it is out.", run)
            : Done(await NowAsync(run, ct), run);

    private async Task<ToolResult> CancelAsync(PrimerRun run, TurnContext turn, CancellationToken ct) =>
        await actions.CancelAsync(turn.Tenant, run.Id, turn.Speaker.Name, "in chat", ct)
            ? Done($"I am cancelling the primer video for {run.CustomerName}; its files are removed.", run)
            : Done(await NowAsync(run, ct), run);

    /// <summary>Why nothing was to be done, from the run as it is now.</summary>
    private async Task<string> NowAsync(PrimerRun run, CancellationToken ct)
    {
        var now = await runs.FindAsync(run.Tenant, run.Id, ct) ?? run;
        return now.State switch
        {
            PrimerState.Done when now.Work.NoClientMail is null => $"The primer video for {now.CustomerName} is done, and the homeowner has the mail; it cannot be called back.",
            PrimerState.Done => $"The primer video for {now.CustomerName} is done; the homeowner was not mailed.",
            PrimerState.Cancelled or PrimerState.Ending => $"The primer video for {now.CustomerName} is over already.",
            PrimerState.Failed => $"The primer video for {now.CustomerName} could not be made: {now.Reason}",
            _ when now.Hold => $"The primer video for {now.CustomerName} is not ready yet. It waits for your yes when it is.",
            _ => $"The primer video for {now.CustomerName} is not ready yet; it goes to the homeowner when it is.",
        };
    }

    /// <summary>The run that is named; else those of this chat to which the decision can apply.</summary>
    private async Task<IReadOnlyList<PrimerRun>> MeantAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var named = input.Run?.Trim();
        if (named is { Length: > 8 } && await runs.FindAsync(turn.Tenant, named, ct) is { } exact)
        {
            return [exact];
        }

        var here = await runs.OpenInAsync(turn.Tenant, turn.Request.ReplyTo, ct);
        var able = here.Where(r => input.Decision == PrimerDecision.Cancel ? r.State != PrimerState.Ending : r.State == PrimerState.Held).ToList();
        return named is { Length: > 0 } ? [.. here.Where(r => r.Id.EndsWith(named, StringComparison.Ordinal))]
            : input.Customer is { Length: > 0 } name ? [.. able.Where(r => Folding.Fold(r.CustomerName).Contains(Folding.Fold(name), StringComparison.Ordinal))]
            : able;
    }

    private static string Nothing(Input input) => input.Decision == PrimerDecision.Send
        ? "No primer video waits for a yes in this conversation."
        : "No primer video is being made in this conversation.";

    private static ToolResult Which(Input input, IReadOnlyList<PrimerRun> several)
    {
        var verb = input.Decision == PrimerDecision.Send ? "Release" : "Cancel";
        return new ToolResult(ToolOutcome.NeedsInput, $"Which one? {string.Join("; ", several.Select(r => $"{r.CustomerName} ({PrimerWords.Reference(r)})"))}.")
        {
            Parts = [new ButtonsPart([.. several.Take(5).Select(r => new ReplyButton(Short(r.CustomerName), $"say:{verb} the primer video {r.Id}"))])],
        };
    }

    private static string Short(string name) => name.Length <= 70 ? name : name[..70];

    private static ToolResult Done(string words, PrimerRun run) =>
        new(ToolOutcome.Done, words) { Data = TurnJson.Element(new { RunId = run.Id }) };
}

/// <summary>What a person says about a film.</summary>
internal enum PrimerDecision { Send, Cancel }
