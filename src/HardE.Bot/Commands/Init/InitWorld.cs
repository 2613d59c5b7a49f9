using HardE.Agents.Crm.Embedded;
using HardE.Agents.Knowledge;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Commands.Doctor;
using HardE.Bot.Commands.Settings;

namespace HardE.Bot.Commands.Init;

/// <summary>What init does besides writing settings: folders, samples out, people in, services tried.</summary>
internal static class InitWorld
{
    /// <summary>Empty folders for knowledge and prices.</summary>
    public static void MakeFolders(IReadOnlyDictionary<string, string> settings)
    {
        Directory.CreateDirectory(settings[InitSettings.PricingFolder]);
        foreach (var name in KnowledgeBases.All)
        {
            Directory.CreateDirectory(Path.Combine(settings[InitSettings.KnowledgeFolder], name));
        }
    }

    /// <summary>Takes the samples out and puts director and admin in.</summary>
    /// <returns>How many sample customers went.</returns>
    public static async Task<int> SettleAsync(IServiceProvider services, InitAnswers answers, CancellationToken ct)
    {
        var people = services.GetRequiredService<People>();
        foreach (var (person, role) in new[] { (answers.Director, Roles.Director), (answers.Admin, Roles.Admin) })
        {
            if (InitAnswers.ReadPerson(person) is { } known)
            {
                await people.SaveAsync(Tenants.Default, known.Name, known.Mail, role, null, ct);
            }
        }

        return await services.GetRequiredService<SampleCrm>().RemoveAsync(Tenants.Default, ct);
    }

    /// <summary>One harmless call a service whose keys were given now, and the answers without that service.</summary>
    public static IEnumerable<(Func<CancellationToken, Task<Diagnosis>> Check, Func<InitAnswers, InitAnswers> Without)> LiveChecks(InitAnswers answers)
    {
        if (answers.SlackBotToken is { } slack)
        {
            var api = SettingsSources.Values(SettingsSources.Read()).GetValueOrDefault("Slack:ApiBase") ?? "https://slack.com/api/";
            yield return (ct => LiveDoctor.SlackAsync(api, slack, ct), a => a with { SlackBotToken = null, SlackAppToken = null, SlackSigningSecret = null });
        }

        if (answers is { TeamsAppId: { } app, TeamsPassword: { } password, TeamsTenant: { } tenant })
        {
            yield return (ct => LiveDoctor.TeamsAsync(app, password, tenant, ct), a => a with { TeamsAppId = null, TeamsPassword = null, TeamsTenant = null });
        }

        if (answers.OpenAiKey is { } key)
        {
            yield return (ct => LiveDoctor.OpenAiAsync(SettingsSources.Variable("OPENAI_BASE_URL") ?? "https://api.openai.com/v1", key, ct), a => a with { OpenAiKey = null });
        }
    }
}
