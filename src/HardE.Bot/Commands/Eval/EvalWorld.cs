using HardE.Agents.Crm;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.Knowledge;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Agents.WebSearch;
using HardE.Jobs.Mail;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands.Eval;

/// <summary>
/// The real host on a folder that is thrown away: embedded adapters only, nothing listens, nothing is sent. Each case is a
/// company of its own in it, so that it sees no record but those of its fixture.
/// </summary>
internal sealed class EvalWorld : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;
    private int cases;

    private EvalWorld(WebApplication app, string folder) => (this.app, this.folder) = (app, folder);

    private CaseSurroundings Surroundings => app.Services.GetRequiredService<CaseSurroundings>();

    /// <param name="withModel">True: models as this machine has them. False: the rules alone, whatever is configured.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<EvalWorld> OpenAsync(bool withModel, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("harde-eval-").FullName;
        var shape = new HostShape("http://127.0.0.1:0") { UsesMachineSettings = withModel, Quiet = true, Overrides = Settings(folder, withModel) };
        var app = Program.Compose(shape, Surround);
        await app.Services.GetRequiredService<SchemaUpdater>().UpdateAsync(ct);
        return new EvalWorld(app, folder);
    }

    /// <summary>Runs one case to its end.</summary>
    public async Task<CaseRun> RunAsync(EvalCase next, CancellationToken ct)
    {
        Surroundings.Enter(next);
        var tenant = $"eval-{++cases:0000}";
        var services = app.Services;
        await services.GetRequiredService<SeedLoader>().LoadAsync(tenant, next.Records, sample: false, ct);
        var crm = services.GetRequiredService<ICrm>();
        var before = await CaseRecords.ReadAsync(crm, tenant, ct);
        var talk = new CaseTalk(services, tenant);
        var order = await PrimerAsync(next, services.GetRequiredService<MailGate>());
        if (next.Kind == "intake")
        {
            await talk.OpenIntakeAsync(next, ct);
        }

        var started = TimeProvider.System.GetTimestamp();
        foreach (var text in next.Turns)
        {
            await talk.SayAsync(next, text, ct);
        }

        return new CaseRun(next, talk.Replies, talk.Form, order)
        {
            Milliseconds = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds,
            Calls = await talk.CallsAsync(ct),
            Effects = services.GetServices<ITool>().ToDictionary(t => t.Name, t => t.Effect, StringComparer.Ordinal),
            Before = before,
            After = await CaseRecords.ReadAsync(crm, tenant, ct),
            WithoutModel = Surroundings.Unsure.Count == 0,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The order in a mail or slash command; null where there is none.</summary>
    private static async Task<PrimerOrder?> PrimerAsync(EvalCase next, MailGate gate)
    {
        if (next.Text("text") is { } command)
        {
            return PrimerRequestReader.ReadCommand(command);
        }

        if (!next.Json.TryGetProperty("email", out var email))
        {
            return null;
        }

        var headers = email.TryGetProperty("headers", out var given)
            ? given.EnumerateObject().Select(h => new MailHeader(h.Name, h.Value.GetString()!)) : [];
        string[] named = ["From", "To", "Subject"];
        var mail = IncomingMail.Of(
            [.. headers, .. named.Select(n => new MailHeader(n, email.GetProperty(n.ToLowerInvariant()).GetString()!))], email.GetProperty("body").GetString()!);
        var verdict = await gate.DecideAsync(mail, a => Task.FromResult(a.EndsWith("@example.com", StringComparison.Ordinal) && a != "harde@example.com"));
        return verdict.Decision == MailDecision.Order ? verdict.Order : null;
    }

    private static Dictionary<string, string?> Settings(string folder, bool withModel)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Data:Folder"] = folder,
            ["Database:Provider"] = "sqlite",
            ["Environment"] = "development",
            ["Knowledge:Folder"] = "",
            ["Knowledge:RefreshEvery"] = "00:00:00", // each case may bring documents
            ["Pricing:Folder"] = "",
        };
        foreach (var (port, choices) in Providers.Choices)
        {
            settings[port] = choices[0];
        }

        if (!withModel)
        {
            settings["Models:Mode"] = "rules";
        }

        return settings;
    }

    private static void Surround(IServiceCollection services)
    {
        var surroundings = new CaseSurroundings();
        services.AddSingleton(surroundings).AddSingleton<TimeProvider>(surroundings).AddSingleton<IOptions<CompanyOptions>>(surroundings);
        services.AddSingleton<IWebResearch>(surroundings);
        services.Decorate<IKnowledgeSource>(folder => new CaseKnowledge(folder, surroundings));
        services.Decorate<IAgentRules>(rules => new WatchedRules(rules, surroundings));
    }
}
