using HardE.Agents.Pricing;
using HardE.Agents.Pricing.Versions;
using HardE.Agents.State;
using HardE.Tests.State;

namespace HardE.Tests.Pricing;

/// <summary>Price lists that are imported: what they change is shown, they count from their day on, and they can be taken back.</summary>
public sealed class CatalogVersionsTests
{
    private const string Header = "module,sku,name,category,catalog,tier,unit,unit_cost,basis,units_per_basis,basis_per_unit,labor_per_basis,attributes,source\n";
    private const string Decks = Header
        + "decks,DK-1,Composite deck board 16 ft,field,Deck Co,good,PC,42.50,LF,,16,3.10,colors=Gray|Brown,LIST\n"
        + "decks,DK-2,Hidden deck fastener box,fastener,Deck Co,,BX,61.00,SQ,,2,0,,LIST\n";

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_new_module_is_data_and_nothing_else(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);

        await world.LoadAsync(Decks);

        var now = await world.Catalog.NowAsync("main", default);
        CatalogSearch.Find(now.Items, "hidden deck fasteners", 3).ShouldContain(i => i.Sku == "DK-2");
        now.Modules.Single(m => m.Module == "decks").Version.ShouldBe(1);
        (await world.Catalog.NowAsync("another", default)).Items.ShouldNotContain(i => i.Module == "decks");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_list_counts_from_its_day_on_and_a_rollback_brings_the_one_before(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.LoadAsync(Decks);
        await world.LoadAsync(Decks.Replace("42.50", "45.00", StringComparison.Ordinal), world.Clock.GetUtcNow().AddDays(10));

        (await world.CostAsync("DK-1")).ShouldBe(42.50m);
        (await world.Catalog.NowAsync("main", default)).Modules.Single(m => m.Module == "decks").Next.ShouldBe(world.Clock.GetUtcNow().AddDays(10));
        world.Clock.Advance(TimeSpan.FromDays(10));
        (await world.CostAsync("DK-1")).ShouldBe(45.00m);

        var plan = (await world.Loader.RollbackPlanAsync("main", "decks", default)).ShouldNotBeNull();
        plan.After!.Version.ShouldBe(1);
        (await world.Loader.RollbackAsync("main", plan.Withdrawn, default)).ShouldBeTrue();
        (await world.CostAsync("DK-1")).ShouldBe(42.50m);
        (await world.Loader.RollbackAsync("main", plan.Withdrawn, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Over_the_folders_file_a_list_counts_and_without_it_the_file_again()
    {
        await using var world = await World.CreateAsync();
        var gutters = File.ReadAllText(Path.Combine(world.Catalog.Folder, "gutters.csv")).Replace("4.20,LF", "4.40,LF", StringComparison.Ordinal);

        var load = await world.LoadAsync(gutters);

        load.Differences.ShouldHaveSingleItem().ShouldBe(new CatalogDifference(
            "cost", "SYN-EN-K6-032", "K-style seamless gutter 6 in aluminum .032", "$4.20 a foot, labor $4.90 a foot", "$4.40 a foot, labor $4.90 a foot (+4.76 %)"));
        load.Summary.ShouldBe("1 with another cost");
        (await world.CostAsync("SYN-EN-K6-032")).ShouldBe(4.40m);
        var plan = (await world.Loader.RollbackPlanAsync("main", "gutters", default)).ShouldNotBeNull();
        plan.After.ShouldBeNull();
        await world.Loader.RollbackAsync("main", plan.Withdrawn, default);
        (await world.CostAsync("SYN-EN-K6-032")).ShouldBe(4.20m);
    }

    [Fact]
    public async Task New_gone_and_changed_rows_are_told_apart()
    {
        await using var world = await World.CreateAsync();
        await world.LoadAsync(Decks);

        var load = await world.Loader.PlanAsync("main", Header
            + "decks,DK-1,Composite deck board 16 ft,field,Deck Co,better,PC,42.50,LF,,16,3.10,colors=Gray|Brown,LIST\n"
            + "decks,DK-3,Cedar deck board 12 ft,field,Deck Co,good,PC,20.00,LF,,12,3.10,,LIST\n", "decks.csv", null, default);

        load.Differences.Select(d => (d.Kind, d.Sku)).ShouldBe([("new", "DK-3"), ("changed", "DK-1"), ("gone", "DK-2")]);
        (await world.CostAsync("DK-2")).ShouldBe(61m); // only planned
    }

    [Theory]
    [InlineData("decks,DK-1,Board,field,c,good,PC,-1,LF,,16,0,,", "is not a number of zero or more")]
    [InlineData("decks,DK-1,Board,field,c,good,XX,1,LF,,16,0,,", "unit 'XX' is none of")]
    [InlineData("decks,DK-1,Board,field,c,good,PC,1,LF,2,16,0,,", "fill exactly one")]
    [InlineData("decks,DK-1,Board,window,c,good,EA,1,EA,,1,0,ui_included=120;max_ui=110,", "ui_included must be below max_ui")]
    [InlineData("decks,SYN-RF-ARCH,Board,field,c,good,PC,1,LF,,16,0,,", "in another module already")]
    public async Task A_list_with_a_problem_is_not_taken(string row, string problem)
    {
        await using var world = await World.CreateAsync();

        var load = await world.Loader.PlanAsync("main", Header + row + "\n", "decks.csv", null, default);

        load.Problems.ShouldContain(p => p.Contains(problem, StringComparison.Ordinal));
        await Should.ThrowAsync<InvalidOperationException>(() => world.Loader.StoreAsync("main", load, "me", default));
    }

    [Fact]
    public async Task Without_an_imported_list_there_is_nothing_to_take_back()
    {
        await using var world = await World.CreateAsync();

        (await world.Loader.RollbackPlanAsync("main", "roofing", default)).ShouldBeNull();
    }

    private sealed class World(TestDatabase test, ManualTime clock) : IAsyncDisposable
    {
        public ManualTime Clock => clock;
        public Catalog Catalog { get; } = PricingChat.MakeCatalog(test, clock: clock);
        public CatalogLoader Loader => new(Catalog, new CatalogVersions(test.Database, clock), clock);

        public static async Task<World> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite)
        {
            var clock = new ManualTime();
            return new World(await TestDatabase.CreateAsync(kind, clock), clock);
        }

        public async Task<CatalogLoad> LoadAsync(string content, DateTimeOffset? from = null)
        {
            var load = await Loader.PlanAsync("main", content, "list.csv", from, default);
            load.Problems.ShouldBeEmpty();
            await Loader.StoreAsync("main", load, "Morgan Pike", default);
            return load;
        }

        public async Task<decimal> CostAsync(string sku) => (await Catalog.NowAsync("main", default)).Items.Single(i => i.Sku == sku).UnitCost;

        public ValueTask DisposeAsync() => test.DisposeAsync();
    }
}
