using HardE.Agents.Models;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Bot.Admin.Access;
using HardE.Bot.Channels.Slack;
using HardE.Bot.Channels.Teams;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Admin.Pages;

/// <summary>A line of the status page.</summary>
internal sealed record StatusLine(string Name, string State);

/// <summary>Is it up; and for those who are logged in: which world this is, what serves, is it healthy.</summary>
internal sealed class IndexModel(
    Readiness readiness, IOptions<CompanyOptions> company, Providers chosen, StatusParts parts) : PageModel
{
    public bool MayLook => AdminAccess.RightOf(User) >= AdminRight.Viewer;

    public bool Demo => company.Value.Demo;

    public string Company => company.Value.Name;

    public IReadOnlyList<ReadinessFinding> Findings { get; private set; } = [];

    public IReadOnlyList<StatusLine> Channels =>
    [
        new("Slack", parts.SlackOn ? "on" : "not configured (README: connect Slack)"),
        new("Microsoft Teams", parts.TeamsOn ? "on" : "not configured (README: connect Teams)"),
        new("Terminal", "on (./harde chat)"),
    ];

    public IReadOnlyList<StatusLine> Parts =>
    [
        new("Database", parts.Database),
        new("Language", parts.Language),
        new("CRM", chosen.Crm),
        new("Knowledge", chosen.Knowledge),
        new("Mail", chosen.Mail),
        new("Film", chosen.Video),
        new("Delivery", chosen.Delivery),
        new("Web search", chosen.WebSearch),
    ];

    public async Task OnGetAsync(CancellationToken ct) => Findings = await readiness.CheckAsync(ct);
}

/// <summary>What serves the parts that no provider setting names.</summary>
internal sealed class StatusParts(
    Database database, AgentRoster roster, ModelStage model, IOptions<SlackOptions> slack, IOptions<TeamsOptions> teams)
{
    public bool SlackOn => slack.Value.IsOn;

    public bool TeamsOn => teams.Value.Configured;

    public string Database => database.Kind == DatabaseKind.Sqlite ? "SQLite file" : "PostgreSQL";

    public string Language => roster.All.Any(model.CanServe) ? "language model, rules first" : "rules, no language model";
}
