using HardE.Agents.State;
using HardE.Bot.Admin.Access;
using HardE.Jobs.Primer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HardE.Bot.Admin.Pages;

/// <summary>Something that can be done to a run as it stands.</summary>
/// <param name="Handler">The form's handler.</param>
/// <param name="Meaning">What will happen, as a sentence.</param>
/// <param name="Step">The step it begins with, where that is fixed.</param>
internal sealed record RunAct(string Label, string Handler, string Meaning, string? Step = null, bool ChoosesStep = false, bool Danger = false);

/// <summary>One primer video: where it stands, its ten steps, what it made, its log; resume, re-run, hold, release, cancel.</summary>
internal sealed class RunModel(PrimerProgress progress, PrimerFigures figures, IFileStore files, PrimerActions actions, JobActs acts) : PageModel
{
    private static readonly PrimerState[] Stoppable =
        [PrimerState.Queued, PrimerState.Running, PrimerState.Retrying, PrimerState.Asking, PrimerState.Held];

    private static readonly PrimerState[] Restartable =
        [PrimerState.Failed, PrimerState.Cancelled, PrimerState.Done, PrimerState.Held, PrimerState.Retrying];

    [FromRoute] public string Id { get; set; } = "";

    public PrimerView View { get; private set; } = null!;

    /// <summary>The stand that the page is drawn from; what comes later is told by the live events.</summary>
    public string Stamp => FormattableString.Invariant($"{View.Run.Version}");

    public IReadOnlyDictionary<string, TimeSpan> Usual { get; private set; } = new Dictionary<string, TimeSpan>();

    /// <summary>Names of the files that can be played now.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    public bool MayAct => AdminAccess.RightOf(User) >= AdminRight.Operator;

    public IReadOnlyList<string> Doors => [.. View.History.Where(h => h.Act is "ordered" or "ordered_again").Select(h => h.Reason ?? "").Distinct()];

    /// <summary>Effects without those that only tell somebody.</summary>
    public IReadOnlyList<KeyValuePair<string, EffectState>> Effects =>
        [.. View.Effects.Where(e => !e.Key.StartsWith("card:", StringComparison.Ordinal)).OrderBy(e => e.Key, StringComparer.Ordinal)];

    public string Mailed => View.Effects.GetValueOrDefault("client_mail") switch
    {
        EffectState.Done => "yes",
        EffectState.Unknown or EffectState.Started => "not known; please look into the mailbox",
        _ when View.Run.Work.NoClientMail is { } why => $"no. {why}",
        _ => View.Run.IsOver ? "no" : "not yet",
    };

    public string Cost
    {
        get
        {
            var done = View.Steps.Where(s => s.State == "done").ToList();
            return done.Any(s => s.Cost is null)
                ? $"unknown for {done.Count(s => s.Cost is null)} steps, else {Shown.Cost(done.Sum(s => s.Cost ?? 0))}"
                : Shown.Cost(done.Sum(s => s.Cost));
        }
    }

    public IReadOnlyList<RunAct> Acts
    {
        get
        {
            var (run, list) = (View.Run, new List<RunAct>());
            if (run.State == PrimerState.Held)
            {
                list.Add(new("Send to the homeowner", "Release", "The homeowner gets the mail with the link; it cannot be called back."));
            }

            if (run.State is PrimerState.Failed or PrimerState.Cancelled && Next is { } next)
            {
                list.Add(new("Resume here", "From", $"It goes on at step {Shown.Step(next)}, with what was made before as far as it is still there.", Step: next));
            }

            if (Restartable.Contains(run.State))
            {
                list.Add(new("Re-run from", "From",
                    "The steps from there on run again. The homeowner is never mailed twice; the same link shows the new film.", ChoosesStep: true));
            }

            if (Stoppable.Contains(run.State) && !run.Hold)
            {
                list.Add(new("Hold", "Hold", "The film is made, and waits for a yes before the homeowner gets it."));
            }

            if (Stoppable.Contains(run.State))
            {
                list.Add(new("Cancel", "Cancel", "It stops, its files are removed, the askers are told.", Danger: true));
            }

            return list;
        }
    }

    public IEnumerable<SelectListItem> Steps => PrimerPipeline.Order.Take(View.Run.StepsDone + 1)
        .Select((s, i) => new SelectListItem($"{i + 1}. {Shown.Step(s)}", s, s == Next));

    private string? Next => View.Run.StepsDone < PrimerPipeline.Order.Count ? PrimerPipeline.Order[View.Run.StepsDone] : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var tenant = User.Admin().Tenant;
        if (await progress.ReadAsync(tenant, Id, ct) is not { } view)
        {
            return NotFound();
        }

        if (view.Run.Id != Id)
        {
            return Redirect($"/jobs/{view.Run.Id}"); // it became part of another run
        }

        View = view;
        Usual = await figures.UsualAsync(tenant, ct);
        Files = [.. (await files.ListAsync(tenant, $"films/{Id}/", ct)).Concat(await files.ListAsync(tenant, $"runs/{Id}/", ct)).Select(k => k[(k.LastIndexOf('/') + 1)..])];
        return Page();
    }

    public Task<IActionResult> OnPostHoldAsync(long version, string? reason, CancellationToken ct) => ActAsync(
        "hold", reason, user => actions.HoldAsync(user.Tenant, Id, user.Name, reason, ct, version), "It will wait for a yes before the homeowner gets it.", ct);

    public Task<IActionResult> OnPostReleaseAsync(long version, string? reason, CancellationToken ct) => ActAsync(
        "release", reason, user => actions.ReleaseAsync(user.Tenant, Id, user.Name, reason, ct, version), "It goes to the homeowner now.", ct);

    public Task<IActionResult> OnPostCancelAsync(long version, string? reason, CancellationToken ct) => ActAsync(
        "cancel", reason, user => actions.CancelAsync(user.Tenant, Id, user.Name, reason, ct, version), "It is being cancelled.", ct);

    public Task<IActionResult> OnPostFromAsync(long version, string? step, string? reason, CancellationToken ct) => acts.RunAsync(
        this, AdminRight.Operator, $"again from {step}", Id, reason,
        async user =>
        {
            var (from, words) = await actions.FromAsync(user.Tenant, Id, step ?? "", user.Name, reason!, ct, version);
            return (from is not null, words);
        },
        $"/jobs/{Id}", ct);

    private Task<IActionResult> ActAsync(string act, string? reason, Func<AdminUser, Task<bool>> deed, string words, CancellationToken ct) => acts.RunAsync(
        this, AdminRight.Operator, act, Id, reason,
        async user => await deed(user) ? (true, words) : (false, "The run has changed since you opened this page; nothing was done. Look at it again."),
        $"/jobs/{Id}", ct);
}
