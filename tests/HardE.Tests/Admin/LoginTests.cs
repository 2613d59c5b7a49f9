using System.Net;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Admin.Access;
using HardE.Tests.State;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Admin;

public sealed class LoginTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_link_logs_in_once(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind);
        var link = await host.Get<LoginLinks>().MakeAsync(Tenants.Default, null, default);
        using var first = host.Browser();
        using var second = host.Browser();

        (await first.SubmitAsync(link.PathAndQuery)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await first.GetAsync("/jobs")).Status.ShouldBe(HttpStatusCode.OK);
        (await second.GetAsync(link.PathAndQuery)).Html.ShouldContain("used already");
        (await second.GetAsync("/jobs")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Opening_a_link_spends_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var link = await host.Get<LoginLinks>().MakeAsync(Tenants.Default, null, default);
        using var scanner = host.Browser();
        using var person = host.Browser();

        (await scanner.GetAsync(link.PathAndQuery)).Status.ShouldBe(HttpStatusCode.OK);
        (await scanner.GetAsync("/jobs")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await person.SubmitAsync(link.PathAndQuery)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_button_needs_the_forms_own_token()
    {
        await using var host = await BotHost.StartAsync();
        var link = await host.Get<LoginLinks>().MakeAsync(Tenants.Default, null, default);
        using var browser = host.Browser();

        (await browser.PostAsync(link.PathAndQuery, new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await host.Get<LoginLinks>().IsGoodAsync(link.Segments[^1], default)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_old_link_is_refused()
    {
        await using var host = await BotHost.StartAsync();
        var link = await host.Get<LoginLinks>().MakeAsync(Tenants.Default, null, default);
        await host.ExecuteAsync("UPDATE login_link SET expires_at = 1");
        using var browser = host.Browser();

        (await browser.GetAsync(link.PathAndQuery)).Html.ShouldContain("too old");
        (await host.Get<LoginLinks>().SpendAsync(link.Segments[^1], default)).ShouldBeNull();
    }

    [Fact]
    public async Task Logging_out_ends_the_session_also_for_a_copied_cookie()
    {
        await using var host = await BotHost.StartAsync();
        using var browser = await host.LoggedInAsync();
        var session = (await host.QueryAsync("SELECT id FROM admin_session")).ShouldHaveSingleItem();

        await browser.SubmitAsync("/jobs", "Log out");

        (await host.Get<AdminSessions>().FindAsync(session, default)).ShouldBeNull();
        (await browser.GetAsync("/jobs")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_ends_the_login_at_once()
    {
        await using var host = await BotHost.StartAsync();
        using var browser = await host.LoggedInAsync(Roles.Office);
        (await browser.GetAsync("/jobs")).Status.ShouldBe(HttpStatusCode.OK);

        await host.Get<People>().SaveAsync(Tenants.Default, "Pat office", "office@example.com", Roles.Rep, null, default);

        (await browser.GetAsync("/jobs")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Every_address_asks_for_a_login_or_is_known_to_prove_its_caller_otherwise()
    {
        string[] others =
        [
            "/", "/login", "/assets", "/health", "/media", "/terminal", "/owner", "/slack", "/api/messages", "/api/v1", "/hooks", "/error", "/mail",
        ];
        await using var host = await BotHost.StartAsync();
        var open = host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null || e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => !others.Any(o => path == o || path.StartsWith(o.TrimEnd('/') + "/", StringComparison.Ordinal)))
            .Where(path => path != "/" && path != "/Index");

        open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/jobs")]
    [InlineData("/logout")]
    public async Task Without_a_login_a_page_leads_to_it(string path)
    {
        await using var host = await BotHost.StartAsync();
        using var browser = host.Browser();

        (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_login_command_makes_links_for_people_who_may_look()
    {
        await using var host = await BotHost.StartAsync();
        await host.Get<People>().SaveAsync(Tenants.Default, "Olga Office", "olga@example.com", Roles.Office, null, default);
        await host.Get<People>().SaveAsync(Tenants.Default, "Riley Rep", "riley@example.com", Roles.Rep, null, default);

        var (code, output) = await host.CommandAsync("login", "olga@example.com");
        code.ShouldBe(0);
        output.ShouldStartWith($"{host.Url}login/");
        (await host.CommandAsync("login", "riley@example.com")).Output.ShouldContain("may not see the pages");
        (await host.CommandAsync("login", "nobody@example.com")).Code.ShouldBe(1);
    }

    [Fact]
    public void Rights_come_from_roles_by_configuration()
    {
        var usual = new AdminOptions();
        Roles.All.Select(usual.RightOf).ShouldBe(
            [AdminRight.None, AdminRight.None, AdminRight.Viewer, AdminRight.None, AdminRight.Operator, AdminRight.Operator, AdminRight.Admin]);

        var own = new AdminOptions { Viewers = "rep, office", Operators = "office", Admins = "" };
        (own.RightOf(Roles.Rep), own.RightOf(Roles.Office), own.RightOf(Roles.Admin)).ShouldBe((AdminRight.Viewer, AdminRight.Operator, AdminRight.None));
        new AdminOptions { Viewers = "reps" }.Validate(new(own)).ShouldHaveSingleItem().ErrorMessage!.ShouldContain("'reps'");
    }
}
