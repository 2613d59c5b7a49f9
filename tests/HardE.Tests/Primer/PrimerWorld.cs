using System.Text;
using Dapper;
using HardE.Agents;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Jobs;
using HardE.Jobs.Engine;
using HardE.Jobs.Mail;
using HardE.Jobs.Primer;
using HardE.Tests.Crm;
using HardE.Tests.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Primer;

/// <summary>
/// The real services of agents and jobs on a database of their own, with the sample CRM and a director; the engine runs
/// only when a test starts it. Nodes of one world share database, files and mailbox.
/// </summary>
internal sealed class PrimerWorld : IAsyncDisposable
{
    public const string Director = "morgan.pike@example.com";
    private readonly TestDatabase test;
    private readonly List<Node> nodes = [];

    private PrimerWorld(TestDatabase test) => this.test = test;

    public Node First => nodes[0];

    public string Folder => test.Folder;

    public string Out => Path.Combine(Folder, "mail", "out");

    public static async Task<PrimerWorld> CreateAsync(DatabaseKind kind, Action<IServiceCollection>? change = null)
    {
        var world = new PrimerWorld(await TestDatabase.CreateAsync(kind));
        await world.AddNodeAsync(change);
        await world.First.Get<SeedLoader>().LoadAsync("main", CrmWorld.Samples(), sample: true, default);
        await world.First.Get<People>().SaveAsync("main", "Morgan Pike", Director, Roles.Director, "u-1", default);
        return world;
    }

    /// <summary>One more process as far as the database can tell.</summary>
    public async Task<Node> AddNodeAsync(Action<IServiceCollection>? change = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Data:Folder"] = test.Folder,
            ["Database:Provider"] = test.Database.Kind.ToString(),
            ["Database:ConnectionString"] = test.Options.Value.ConnectionString,
            ["Primer:MaxSentences"] = "1",
            ["Primer:FirstRetry"] = "00:00:00.100",
            ["Primer:LongestRetry"] = "00:00:00.300",
            ["Primer:Sweep"] = "00:00:01",
            ["Primer:Lease"] = "00:00:05",
            ["Mail:PollInterval"] = "00:00:01",
            ["Engine:IdlePoll"] = "00:00:01",
            ["Engine:CheckIn"] = "00:00:01",
            ["Engine:CheckInMisfire"] = "00:00:01",
        };
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services.AddSingleton<IConfiguration>(configuration).AddLogging();
        var chosen = Providers.From(configuration);
        services.AddHardEAgents(chosen).AddHardEJobs(chosen);
        services.AddSingleton(test.Database);
        change?.Invoke(services);
        var node = new Node(services.BuildServiceProvider());
        nodes.Add(node);
        node.Get<Vault>().Seal("warm"); // as the host does at start: the first key is made outside any transaction
        return await Task.FromResult(node);
    }

    public void Drop(string name, string text) => DropBytes(name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));

    public void DropBytes(string name, byte[] bytes)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "mail", "in", "new")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "." + name), bytes);
        File.Move(Path.Combine(folder, "." + name), Path.Combine(folder, name));
    }

    public static string Mail(string subject, string body, string id = "m1@example.com", string from = Director, string more = "") =>
        $"From: {from}\nTo: harde@example.com\nSubject: {subject}\nMessage-ID: <{id}>\n{more}\n{body}\n";

    public IReadOnlyList<IncomingMail> Sent() => !Directory.Exists(Out) ? []
        : [.. Directory.EnumerateFiles(Out, "*.eml").Order().Select(f => MimeReader.Read(File.ReadAllBytes(f)))];

    public Task<IReadOnlyList<string>> QueryAsync(string sql) => test.Database.ReadAsync<IReadOnlyList<string>>(
        async db => [.. await db.QueryAsync<string>(sql)], default);

    /// <summary>What was said in chat, cards left out.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync() =>
        [.. (await QueryAsync("SELECT reply FROM outbox WHERE slot IS NULL ORDER BY created_at, id")).Select(First.Get<Vault>().Open)];

    public Task ExecuteAsync(string sql) => test.Database.WriteAsync(db => db.ExecuteAsync(sql), default);

    /// <summary>Waits for something that the engine does by itself.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T>> look, Func<T, bool> isSo, int seconds = 60)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var value = await look();
            if (isSo(value))
            {
                return value;
            }

            if (end.IsCancellationRequested)
            {
                throw new TimeoutException($"Still {value} after {seconds} s.");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    public static PrimerRequest Request(string customer, string key = "r1", bool hold = false, string? job = null) => new(
        "main",
        new PrimerOrder { Customer = customer, Job = job, Hold = hold },
        new PrimerDoor(key, DoorKind.Chat, "Riley Rep", new DoorAddress { Chat = new ReplyAddress("test", "local", key) }),
        "test:local:U1");

    public async Task<PrimerView> RunAsync(string id, Func<PrimerView, bool> until, int seconds = 60) =>
        (await EventuallyAsync(() => First.Get<PrimerProgress>().ReadAsync("main", id, default), v => v is not null && until(v), seconds))!;

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await test.DisposeAsync();
    }

    /// <summary>One process: its own container and engine.</summary>
    internal sealed class Node(ServiceProvider services) : IAsyncDisposable
    {
        private EngineHost? engine;

        public T Get<T>() where T : notnull => services.GetRequiredService<T>();

        public AsyncServiceScope Scope() => services.CreateAsyncScope();

        public async Task StartAsync()
        {
            engine = ActivatorUtilities.CreateInstance<EngineHost>(services); // only this one of the hosted services
            await engine.StartAsync(default);
        }

        public async Task StopAsync()
        {
            if (engine is not null)
            {
                await engine.StopAsync(default);
                engine = null;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            await services.DisposeAsync();
        }
    }
}
