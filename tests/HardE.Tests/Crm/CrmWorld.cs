using System.Runtime.CompilerServices;
using HardE.Agents.Crm;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Tests.State;

namespace HardE.Tests.Crm;

/// <summary>An embedded CRM on a database of its own, with a clock that stands still until it is moved.</summary>
public sealed class CrmWorld : IAsyncDisposable
{
    public const string Tenant = "main";

    private CrmWorld(TestDatabase test, ManualTime clock, CrmOptions? options)
    {
        (Test, Clock) = (test, clock);
        Options = options ?? new CrmOptions { Samples = Path.Combine(Repository(), "samples", "crm") };
        Crm = new EmbeddedCrm(test.Database, clock);
        Seeds = new SeedLoader(Crm, test.Database, Microsoft.Extensions.Options.Options.Create(Company), clock);
    }

    public TestDatabase Test { get; }
    public ManualTime Clock { get; }
    public CompanyOptions Company { get; } = new();
    public CrmOptions Options { get; }
    public Database Database => Test.Database;
    public EmbeddedCrm Crm { get; }
    public SeedLoader Seeds { get; }

    public static async Task<CrmWorld> CreateAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, CrmSeed? seed = null, CrmOptions? options = null)
    {
        var clock = new ManualTime();
        var world = new CrmWorld(await TestDatabase.CreateAsync(kind, clock), clock, options);
        if (seed is not null)
        {
            await world.Seeds.LoadAsync(Tenant, seed, sample: false, default);
        }

        return world;
    }

    /// <summary>Our samples.</summary>
    public static CrmSeed Samples() => TurnJson.Read<CrmSeed>(File.ReadAllText(Path.Combine(Repository(), "samples", "crm", "crm.json")));

    public static WriteContext Write(string key) => new(key, "u-1", "Morgan Pike", "test");

    public static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}
