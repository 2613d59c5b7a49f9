using HardE.Bot.Admin.Access;
using HardE.Jobs.Engine;
using HardE.Jobs.Primer;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HardE.Bot.Admin.Pages;

/// <summary>A number on top of the page and the list behind it.</summary>
internal sealed record JobsTile(string Name, string Filter, long Count);

/// <summary>All primer videos: how many stand where, search, reasons of failure, nodes, recurring jobs.</summary>
internal sealed class JobsModel(PrimerBoard board, PrimerFigures figures, JobsOverview overview, EngineBoard engine, JobActs acts) : PageModel
{
    /// <summary>Runs that one press of "retry all" starts again: what failed all at once shall not come back all at once.</summary>
    public const int MostRetries = 20;

    private const int PageSize = 25;

    public PrimerFilter Filter { get; private set; } = new();

    /// <summary>The stand that the page is drawn from, or an older one: what came later is told by the live events.</summary>
    public string Stamp { get; private set; } = "";

    public string? After { get; private set; }

    public PrimerPage Page_ { get; private set; } = new([], null);

    public IReadOnlyDictionary<PrimerState, long> Counts { get; private set; } = new Dictionary<PrimerState, long>();

    public IReadOnlyList<PrimerHour> Hours { get; private set; } = [];

    public IReadOnlyList<PrimerError> Errors { get; private set; } = [];

    public IReadOnlyList<NodeView> Nodes { get; private set; } = [];

    public IReadOnlyList<RecurringView> Recurring { get; private set; } = [];

    public bool MayAct => AdminAccess.RightOf(User) >= AdminRight.Operator;

    public bool MayAdminister => AdminAccess.RightOf(User) >= AdminRight.Admin;

    public bool IsFiltered => Filter != new PrimerFilter();

    public IReadOnlyList<JobsTile> Tiles =>
    [
        new("all", "", Counts.Values.Sum()),
        new("queued", "queued", Of(PrimerState.Queued)),
        new("running", "running", Of(PrimerState.Running)),
        new("wait for a person", "waiting", PrimerBoard.Waiting.Sum(Of)),
        new("scheduled retries", "retrying", Of(PrimerState.Retrying)),
        new("done", "done", Of(PrimerState.Done)),
        new("failed", "failed", Of(PrimerState.Failed)),
    ];

    public IEnumerable<SelectListItem> States =>
    [
        new("any", ""), new("waits for a person", "waiting", Filter.State == "waiting"),
        .. Enum.GetValues<PrimerState>().Select(s => new SelectListItem(Shown.State(s), Word(s), Filter.State == Word(s))),
    ];

    public IEnumerable<SelectListItem> Steps =>
        [new("any", ""), .. PrimerPipeline.Order.Select(s => new SelectListItem(Shown.Step(s), s, Filter.Step == s))];

    public async Task OnGetAsync(
        string? text, string? state, string? step, string? error, DateOnly? from, DateOnly? to, string? after, CancellationToken ct)
    {
        var tenant = User.Admin().Tenant;
        Filter = new PrimerFilter { Text = Short(text), State = Short(state), Step = Short(step), Error = Short(error), From = from, To = to };
        After = after;
        Stamp = await board.StampAsync(tenant, null, ct);
        Page_ = await board.ListAsync(tenant, Filter, after, PageSize, ct);
        (Counts, Hours, Errors) = await overview.ReadAsync(tenant, ct);
        Nodes = await engine.NodesAsync(ct);
        Recurring = await engine.RecurringAsync(ct);
    }

    public async Task<IActionResult> OnPostRetryAllAsync(string? error, string? reason, CancellationToken ct) =>
        await acts.RunAsync(this, AdminRight.Operator, "retry all", error ?? "", reason, async user =>
        {
            var failed = await figures.FailedForAsync(user.Tenant, error ?? "", MostRetries, ct);
            return await acts.RetryAsync(user, failed, reason!, ct);
        }, "/jobs", ct);

    public Task<IActionResult> OnPostPauseAsync(string? name, string? reason, CancellationToken ct) => PauseAsync(name, reason, pause: true, ct);

    public Task<IActionResult> OnPostResumeAsync(string? name, string? reason, CancellationToken ct) => PauseAsync(name, reason, pause: false, ct);

    /// <summary>The same list with another beginning.</summary>
    public string Link(string? after) => "/jobs" + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["text"] = Filter.Text,
            ["state"] = Filter.State,
            ["step"] = Filter.Step,
            ["error"] = Filter.Error,
            ["from"] = Shown.Day(Filter.From),
            ["to"] = Shown.Day(Filter.To),
            ["after"] = after,
        }.Where(v => !string.IsNullOrEmpty(v.Value)));

    public HtmlString Chart() => ThroughputChart.Draw(Hours);

    private Task<IActionResult> PauseAsync(string? name, string? reason, bool pause, CancellationToken ct) => acts.RunAsync(
        this, AdminRight.Admin, pause ? "pause" : "resume", name ?? "", reason,
        async _ => await engine.PauseAsync(name ?? "", pause, ct)
            ? (true, $"{Shown.Step(name!)} {(pause ? "is paused on all nodes" : "goes on")}.")
            : (false, "There is no such recurring job."),
        "/jobs", ct);

    private long Of(PrimerState state) => Counts.GetValueOrDefault(state);

    private static string Word(PrimerState state) => state.ToString().ToLowerInvariant();

    private static string Short(string? words) => words is null ? "" : words.Length <= 200 ? words.Trim() : words[..200].Trim();
}
