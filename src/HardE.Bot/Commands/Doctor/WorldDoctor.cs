using HardE.Agents.Models;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Bot.Admin;
using HardE.Bot.Channels.Slack;
using HardE.Bot.Channels.Teams;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands.Doctor;

/// <summary>Looks at what serves each port, and whether the agent file fits.</summary>
internal static class WorldDoctor
{
    public static async Task<IReadOnlyList<Diagnosis>> LookAsync(IServiceProvider services, CancellationToken ct)
    {
        var chosen = services.GetRequiredService<Providers>();
        var company = services.GetRequiredService<IOptions<CompanyOptions>>().Value;
        var findings = new List<Diagnosis>
        {
            company.Demo
                ? new Diagnosis("Company", DiagnosisState.Embedded, "sample world: people and prices are made up", "./harde init")
                : new Diagnosis("Company", DiagnosisState.Configured, company.Name),
        };
        findings.AddRange((await services.GetRequiredService<Readiness>().CheckAsync(ct)).Select(f => f.Ok
            ? new Diagnosis(f.Name, DiagnosisState.Embedded, f.Detail)
            : new Diagnosis(f.Name, DiagnosisState.Broken, f.Detail)));
        findings.Add(Slack(services));
        findings.Add(Teams(services));
        findings.Add(Model(services));
        findings.AddRange(Ports(chosen));
        findings.Add(AgentFile(services));
        return findings;
    }

    private static Diagnosis Slack(IServiceProvider services)
    {
        var slack = services.GetRequiredService<IOptions<SlackOptions>>().Value;
        return slack.IsOn
            ? new Diagnosis("Slack", DiagnosisState.Configured, slack.AppToken.Length > 0 ? "Socket Mode" : "HTTP")
            : new Diagnosis("Slack", DiagnosisState.Missing, "nobody can write from Slack", "README: connect Slack");
    }

    private static Diagnosis Teams(IServiceProvider services)
    {
        var teams = services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        return teams.Configured
            ? new Diagnosis("Teams", DiagnosisState.Configured, $"app {teams.AppId}")
            : new Diagnosis("Teams", DiagnosisState.Missing, "nobody can write from Teams", "README: connect Teams");
    }

    private static Diagnosis Model(IServiceProvider services)
    {
        var roster = services.GetRequiredService<AgentRoster>();
        var model = services.GetRequiredService<ModelStage>();
        return roster.All.Any(model.CanServe)
            ? new Diagnosis("Language", DiagnosisState.Configured, "rules first, then the model")
            : new Diagnosis("Language", DiagnosisState.Embedded, "rules, no language model", "set OPENAI_API_KEY");
    }

    private static IEnumerable<Diagnosis> Ports(Providers chosen)
    {
        yield return Port("CRM", chosen.Crm, "embedded");
        yield return Port("Knowledge", chosen.Knowledge, "folder");
        yield return Port("Mailbox", chosen.Mail, "folder");
        yield return Port("Film", chosen.Video, "ffmpeg");
        yield return Port("Delivery", chosen.Delivery, "link");
        yield return Port("Files", chosen.Files, "folder");
        yield return chosen.WebSearch == "none"
            ? new Diagnosis("Web search", DiagnosisState.Missing, "the bot says so when asked")
            : new Diagnosis("Web search", DiagnosisState.Configured, chosen.WebSearch);
    }

    private static Diagnosis Port(string part, string provider, string embedded) => new(
        part, provider == embedded ? DiagnosisState.Embedded : DiagnosisState.Configured, provider);

    private static Diagnosis AgentFile(IServiceProvider services)
    {
        var errors = services.GetRequiredService<RosterCheck>().Run(production: false).Where(p => p.IsError).ToList();
        return errors.Count == 0
            ? new Diagnosis("agent_config.yaml", DiagnosisState.Configured, $"{services.GetRequiredService<AgentRoster>().All.Count} agents")
            : new Diagnosis("agent_config.yaml", DiagnosisState.Broken, string.Join("; ", errors));
    }
}
