using HardE.Agents.Pricing;
using HardE.Agents.Pricing.Feed;
using HardE.Agents.Pricing.Gutters;
using HardE.Agents.Pricing.Money;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Siding;
using HardE.Agents.Pricing.Versions;
using HardE.Agents.Pricing.Windows;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.Triage;
using HardE.Agents.Turns;
using HardE.Tests.Crm;
using HardE.Tests.State;
using HardE.Tests.Triage;
using HardE.Tests.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Pricing;

/// <summary>Conversations that go the whole way: the real roster, triage, runner and pricing agent; the other agents only say their name.</summary>
internal sealed class PricingChat : IAsyncDisposable
{
    private readonly TestDatabase test;
    private readonly TurnHarness harness;
    private readonly RecordingTools calls = new();
    private int turns;

    private PricingChat(TestDatabase test, bool throughTriage)
    {
        this.test = test;
        Catalog = MakeCatalog(test);
        var roster = RoutingCases.Roster;
        AgentDefinition[] agents = [.. roster.All.Select(a => a.Id == roster.Entry.Id || a.Id == "pricing_agent" ? a : a with { Tools = [] })];
        IAgentRules triage = throughTriage
            ? new TriageRules(roster, RoutingCases.Classifier, new HelpTexts(roster, []), Options.Create(new TriageOptions()))
            : new ScriptedRules(roster.Entry.Id, _ => new Decision.HandOver("pricing_agent"));
        IEnumerable<IAgentRules> others = agents.Where(a => a.Id != roster.Entry.Id && a.Id != "pricing_agent")
            .Select(a => new ScriptedRules(a.Id, _ => Decision.Say(new TurnReply(a.Id, a.Id))));
        harness = new TurnHarness(test, agents, [triage, new PricingAgentRules(Catalog), .. others], [.. Tools(Catalog).Select(calls.Watch)]);
    }

    public Catalog Catalog { get; }

    public IReadOnlyList<(int Turn, string Tool, System.Text.Json.JsonElement Arguments, ToolResult Result)> Calls => calls.Made;

    /// <param name="throughTriage">False: every message goes to the pricing agent.</param>
    public static async Task<PricingChat> CreateAsync(bool throughTriage = false) => new(await TestDatabase.CreateAsync(), throughTriage);

    public static Catalog MakeCatalog(TestDatabase test, PriceFeed? feed = null, TimeProvider? clock = null, string? folder = null)
    {
        var options = new PricingOptions { Folder = folder ?? Path.Combine(CrmWorld.Repository(), "samples", "catalog") };
        var time = clock ?? TimeProvider.System;
        return new Catalog(Options.Create(options), new CatalogVersions(test.Database, time), feed ?? NoFeed(time), time);
    }

    public static IReadOnlyList<ITool> Tools(Catalog catalog)
    {
        var (roof, siding, gutters, windows) = (new RoofEstimateTool(catalog), new SidingEstimateTool(catalog), new GutterEstimateTool(catalog), new WindowEstimateTool(catalog));
        return
        [
            new SearchCatalogTool(catalog), new PriceItemTool(catalog), new MaterialQuantityTool(catalog), roof, siding, gutters, windows,
            new CompareOptionsTool(catalog, roof, siding, gutters, windows), new ShowQuoteTool(catalog), new MarginCheckTool(catalog), new DiscountCheckTool(catalog),
            new LoanPaymentTool(catalog), new ConvertMeasureTool(catalog), new CatalogStatusTool(catalog, Options.Create(new CompanyOptions())),
        ];
    }

    public async Task<TurnReply> SayAsync(string text, string role = Roles.Director, bool sharedRoom = false, string conversation = "test:1")
    {
        calls.Turn = ++turns;
        var request = A.Request(text, conversation, A.Rep(role: role), $"turn-{turns:000}") with { SharedRoom = sharedRoom };
        return (await harness.SayAsync(request)).ShouldNotBeNull();
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    private static PriceFeed NoFeed(TimeProvider clock) => new(new HttpClient(), Options.Create(new PriceFeedOptions()), clock, NullLogger<PriceFeed>.Instance);
}
