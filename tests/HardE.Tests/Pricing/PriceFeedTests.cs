using HardE.Agents.Pricing;
using HardE.Agents.Pricing.Feed;
using HardE.Tests.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Pricing;

/// <summary>The supplier's feed over real HTTP: what counts, what is refused, how old prices are told (docs/wire/price-feed.md).</summary>
public sealed class PriceFeedTests
{
    [Fact]
    public async Task A_price_of_the_same_unit_replaces_the_catalogs_and_one_of_another_does_not()
    {
        await using var world = await World.CreateAsync();
        world.Body = """{"as_of":"2026-03-10T06:00:00Z","currency":"USD","prices":[{"sku":"syn-rf-arch","unit":"BD","unit_cost":36.00},{"sku":"SYN-RF-3TAB","unit":"SQ","unit_cost":99.00},{"sku":"OTHER-1","unit":"EA","unit_cost":1}]}""";

        var now = await world.Catalog.NowAsync("main", default);

        Cost(now, "SYN-RF-ARCH").ShouldBe(36m);
        Cost(now, "SYN-RF-3TAB").ShouldBe(28m);
        now.Feed!.Warning.ShouldBeNull();
        now.Feed.Sentence(1).ShouldBe("1 cost comes from the supplier's feed of 10 Mar 2026.");
        world.Seen.ShouldBe(["GET /prices Bearer feed-token"]);
    }

    [Fact]
    public async Task It_is_asked_once_an_hour()
    {
        await using var world = await World.CreateAsync();

        await world.Catalog.NowAsync("main", default);
        await world.Catalog.NowAsync("main", default);
        world.Seen.Count.ShouldBe(1);
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        await world.Catalog.NowAsync("main", default);
        world.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Old_prices_are_used_with_their_age_and_very_old_ones_are_not()
    {
        await using var world = await World.CreateAsync();
        await world.Catalog.NowAsync("main", default);

        world.Clock.Advance(TimeSpan.FromDays(3));
        var stale = await world.Catalog.NowAsync("main", default);
        Cost(stale, "SYN-RF-ARCH").ShouldBe(36m);
        stale.Feed!.Sentence(1).ShouldContain("which is 3 days old: check before you quote");

        world.Clock.Advance(TimeSpan.FromDays(12));
        var dropped = await world.Catalog.NowAsync("main", default);
        Cost(dropped, "SYN-RF-ARCH").ShouldBe(34m);
        dropped.Feed!.Warning!.ShouldContain("15 days old, so it is not used");
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(404, "{}")]
    [InlineData(200, "this is no JSON")]
    [InlineData(200, """{"prices":[{"sku":"A","unit":"BD","unit_cost":1}]}""")]
    [InlineData(200, """{"as_of":"2026-03-10T06:00:00Z","currency":"EUR","prices":[{"sku":"SYN-RF-ARCH","unit":"BD","unit_cost":1}]}""")]
    [InlineData(200, """{"as_of":"2026-03-10T06:00:00Z","prices":[]}""")]
    [InlineData(200, """{"as_of":"2026-03-10T06:00:00Z","prices":[{"sku":"SYN-RF-ARCH","unit":"BD","unit_cost":-1}]}""")]
    [InlineData(200, """{"as_of":"2026-03-10T06:00:00Z","prices":[{"sku":"SYN-RF-ARCH","unit":"bundle","unit_cost":1}]}""")]
    [InlineData(200, """{"as_of":"2027-03-10T06:00:00Z","prices":[{"sku":"SYN-RF-ARCH","unit":"BD","unit_cost":1}]}""")]
    public async Task A_feed_that_fails_leaves_the_catalogs_prices_and_says_so(int status, string body)
    {
        await using var world = await World.CreateAsync();
        (world.Status, world.Body) = (status, body);

        var now = await world.Catalog.NowAsync("main", default);

        Cost(now, "SYN-RF-ARCH").ShouldBe(34m);
        now.Feed!.Warning.ShouldBe("The supplier's price feed does not answer: prices are the catalog's.");
    }

    [Fact]
    public async Task After_a_failure_the_last_good_prices_serve_on()
    {
        await using var world = await World.CreateAsync();
        await world.Catalog.NowAsync("main", default);
        world.Status = 503;
        world.Clock.Advance(TimeSpan.FromHours(2));

        Cost(await world.Catalog.NowAsync("main", default), "SYN-RF-ARCH").ShouldBe(36m);
    }

    [Theory]
    [InlineData("http://prices.example.com/list", false)]
    [InlineData("https://prices.example.com/list", true)]
    [InlineData("http://127.0.0.1:9/list", true)]
    public void Only_https_is_taken_away_from_this_machine(string url, bool taken) =>
        new PriceFeedOptions { Url = new Uri(url) }.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(new object())).Any().ShouldBe(!taken);

    private static decimal Cost(CatalogSnapshot now, string sku) => now.Items.Single(i => i.Sku == sku).UnitCost;

    private sealed class World : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly TestDatabase test;
        private readonly PriceFeed feed;

        private World(WebApplication app, TestDatabase test)
        {
            (this.app, this.test) = (app, test);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            var options = new PriceFeedOptions { Url = new Uri($"{address}/prices"), Token = "feed-token" };
            feed = new PriceFeed(new HttpClient(), Options.Create(options), Clock, NullLogger<PriceFeed>.Instance);
            Catalog = PricingChat.MakeCatalog(test, feed, Clock);
        }

        public ManualTime Clock { get; } = new();
        public Catalog Catalog { get; }
        public List<string> Seen { get; } = [];
        public int Status { get; set; } = 200;
        public string Body { get; set; } = """{"as_of":"2026-03-10T06:00:00Z","prices":[{"sku":"SYN-RF-ARCH","unit":"BD","unit_cost":36.00}]}""";

        public static async Task<World> CreateAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            World? world = null;
            app.MapGet("/prices", async (HttpContext context) =>
            {
                world!.Seen.Add($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Authorization}");
                context.Response.StatusCode = world.Status;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(world.Body);
            });
            await app.StartAsync();
            world = new World(app, await TestDatabase.CreateAsync());
            return world;
        }

        public async ValueTask DisposeAsync()
        {
            feed.Dispose();
            await app.DisposeAsync();
            await test.DisposeAsync();
        }
    }
}
