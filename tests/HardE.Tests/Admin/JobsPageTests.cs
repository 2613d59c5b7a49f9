using System.Net;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Api;
using HardE.Bot.Commands;
using HardE.Jobs.Primer;
using HardE.Tests.State;

namespace HardE.Tests.Admin;

public sealed class JobsPageTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_list_shows_counts_and_finds_by_words_state_and_day(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind);
        await OrderAsync(host, "John Smith");
        var second = await OrderAsync(host, "Thomas Johnson");
        await host.ExecuteAsync("UPDATE primer_run SET state = 'failed', steps_done = 3, reason = 'Step speak failed: 100% silent.', ended_at = created_at + 1000 WHERE id = @second", new { second });
        using var browser = await host.LoggedInAsync();

        (await FoundAsync(browser, "")).ShouldBe(["Thomas Johnson", "John Smith"]);
        (await FoundAsync(browser, "?text=smith")).ShouldBe(["John Smith"]);
        (await FoundAsync(browser, $"?text={second[^6..]}")).ShouldBe(["Thomas Johnson"]);
        (await FoundAsync(browser, "?state=failed")).ShouldBe(["Thomas Johnson"]);
        (await FoundAsync(browser, "?state=waiting")).ShouldBeEmpty();
        (await FoundAsync(browser, "?step=speak")).ShouldBe(["Thomas Johnson"]);
        (await FoundAsync(browser, "?error=100%25")).ShouldBe(["Thomas Johnson"]);
        (await FoundAsync(browser, "?error=%25_lent")).ShouldBeEmpty(); // signs are words, no wildcards
        (await FoundAsync(browser, "?to=2020-01-01")).ShouldBeEmpty();
        (await FoundAsync(browser, "?text=' OR 1=1 --")).ShouldBeEmpty();
        (await browser.GetAsync("/jobs")).Html.ShouldContain("Step speak failed");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Pages_by_key_show_each_run_once_while_new_ones_come(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind);
        await ManyAsync(host, 60);
        var board = host.Get<PrimerBoard>();
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await board.ListAsync("main", new PrimerFilter(), after, 25, default);
            seen.AddRange(page.Lines.Select(l => l.Id));
            after = page.Next;
            await OrderAsync(host, after is null ? "Denise Johnson" : seen.Count == 25 ? "John Smith" : "Thomas Johnson");
        }
        while (after is not null);

        seen.Count.ShouldBe(60);
        seen.Distinct().Count().ShouldBe(60);
        seen.ShouldBe(seen.OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_operator_holds_releases_and_cancels_with_a_reason_and_the_trail_shows_it()
    {
        await using var host = await BotHost.StartAsync();
        var id = await OrderAsync(host, "John Smith");
        using var browser = await host.LoggedInAsync(Roles.Director);

        await ActAsync(browser, id, "Hold", "wait for the photos");
        (await host.QueryAsync("SELECT hold || ' ' || state FROM primer_run")).ShouldBe(["1 queued"]);
        await host.ExecuteAsync("UPDATE primer_run SET state = 'held', steps_done = 8");
        await ActAsync(browser, id, "Release", "looks good");
        (await host.QueryAsync("SELECT hold || ' ' || state FROM primer_run")).ShouldBe(["0 queued"]);
        await ActAsync(browser, id, "Cancel", "moved away");
        (await host.QueryAsync("SELECT state || ' ' || ends_as FROM primer_run")).ShouldBe(["ending cancelled"]);

        (await host.QueryAsync("SELECT actor || ': ' || act || ': ' || reason || ': ' || outcome FROM audit WHERE act <> 'logged in' ORDER BY id"))
            .ShouldBe(["Pat director: hold: wait for the photos: done", "Pat director: release: looks good: done", "Pat director: cancel: moved away: done"]);
        (await browser.GetAsync("/audit")).Html.ShouldContain("wait for the photos");
        (await browser.GetAsync($"/jobs/{id}")).Html.ShouldContain("moved away");
    }

    [Fact]
    public async Task An_act_without_a_reason_or_on_an_old_version_does_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var id = await OrderAsync(host, "John Smith");
        using var browser = await host.LoggedInAsync();

        await ActAsync(browser, id, "Hold", " ");
        (await browser.GetAsync($"/jobs/{id}")).Html.ShouldContain("Please give a reason");
        await ActAsync(browser, id, "Hold", "late", ("version", "0"));
        (await browser.GetAsync($"/jobs/{id}")).Html.ShouldContain("has changed since you opened this page");

        (await host.QueryAsync("SELECT hold FROM primer_run")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task A_viewer_sees_no_acts_and_a_forged_one_is_refused_and_noted()
    {
        await using var host = await BotHost.StartAsync();
        var id = await OrderAsync(host, "John Smith");
        using var viewer = await host.LoggedInAsync(Roles.Office);

        (await viewer.GetAsync($"/jobs/{id}")).Html.ShouldNotContain("name=\"reason\"");
        var token = (await viewer.FormAsync("/jobs", "/logout")).Fields["__RequestVerificationToken"];
        var (status, _) = await viewer.PostAsync(
            $"/jobs/{id}?handler=Cancel", new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["version"] = "1", ["reason"] = "x" });

        status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.QueryAsync("SELECT state FROM primer_run")).ShouldBe(["queued"]);
        (await host.QueryAsync("SELECT outcome FROM audit WHERE act = 'cancel'")).ShouldBe(["no right"]);
    }

    [Fact]
    public async Task A_post_without_the_pages_own_token_is_refused()
    {
        await using var host = await BotHost.StartAsync();
        var id = await OrderAsync(host, "John Smith");
        using var browser = await host.LoggedInAsync();

        (await browser.PostAsync($"/jobs/{id}?handler=Cancel", new Dictionary<string, string> { ["version"] = "1", ["reason"] = "x" })).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await host.QueryAsync("SELECT state FROM primer_run")).ShouldBe(["queued"]);
    }

    [Fact]
    public async Task All_runs_of_one_error_are_retried_at_most_twenty_at_once()
    {
        await using var host = await BotHost.StartAsync();
        await ManyAsync(host, 30, "failed");
        using var browser = await host.LoggedInAsync();

        await browser.SubmitAsync("/jobs", "handler=RetryAll", new Dictionary<string, string> { ["reason"] = "voice is back" });

        (await host.QueryAsync("SELECT id FROM primer_run WHERE state = 'queued'")).Count.ShouldBe(20);
        (await host.QueryAsync("SELECT id FROM primer_run WHERE state = 'failed'")).Count.ShouldBe(10);
        (await browser.GetAsync("/jobs")).Html.ShouldContain("20 of 20 runs go on");
    }

    [Theory]
    [InlineData(Roles.Office, "/conversations", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Office, "/costs", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Office, "/audit", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Office, "/approvals", HttpStatusCode.OK)]
    [InlineData(Roles.Office, "/people", HttpStatusCode.OK)]
    [InlineData(Roles.Office, "/knowledge", HttpStatusCode.OK)]
    [InlineData(Roles.Owner, "/conversations", HttpStatusCode.OK)]
    [InlineData(Roles.Owner, "/costs", HttpStatusCode.OK)]
    [InlineData(Roles.Owner, "/audit", HttpStatusCode.OK)]
    public async Task Each_page_asks_for_its_right_and_has_words_for_nothing(string role, string path, HttpStatusCode status)
    {
        await using var host = await BotHost.StartAsync();
        using var browser = await host.LoggedInAsync(role);

        var (answer, html) = await browser.GetAsync(path);

        answer.ShouldBe(status);
        html.Contains("Your role may not see this page", StringComparison.Ordinal).ShouldBe(status == HttpStatusCode.Forbidden);
        if (status == HttpStatusCode.OK && path != "/audit" && path != "/people")
        {
            html.ShouldContain("class=\"empty\"");
        }
    }

    [Fact]
    public async Task A_page_says_what_it_may_load_and_is_kept_by_no_one()
    {
        await using var host = await BotHost.StartAsync();
        using var browser = await host.LoggedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs");

        using var answer = await browser.SendAsync(request);

        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'; style-src 'self'; script-src 'self'");
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(" style=\"");
    }

    [Fact]
    public async Task Customer_words_are_text_and_never_markup()
    {
        await using var host = await BotHost.StartAsync();
        var id = await OrderAsync(host, "John Smith");
        await host.ExecuteAsync("UPDATE primer_run SET customer = '<script>alert(1)</script>', state = 'failed', reason = '<img src=x onerror=alert(1)>'");
        using var browser = await host.LoggedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs");

        using var answer = await browser.SendAsync(request);
        var raw = await answer.Content.ReadAsStringAsync();

        raw.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        raw.ShouldNotContain("<script>alert");
        raw.ShouldNotContain("<img src=x");
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(Browser browser, string query)
    {
        var (_, html) = await browser.GetAsync("/jobs" + query);
        return [.. System.Text.RegularExpressions.Regex.Matches(html, "<a href=\"/jobs/[0-9a-f]{27}\">([^<]+)</a>").Select(m => m.Groups[1].Value)];
    }

    private static async Task ActAsync(Browser browser, string id, string handler, string reason, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string> { ["reason"] = reason };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        (await browser.SubmitAsync($"/jobs/{id}", $"handler={handler}", fields)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<string> OrderAsync(BotHost host, string customer)
    {
        using var client = new PrimerClient(host.Address);
        var answer = await client.OrderAsync(new PrimerOrderBody { Customer = customer }, Guid.NewGuid().ToString("N"), default);
        return answer.Taken?.Id ?? throw new InvalidOperationException(answer.Problem);
    }

    private static async Task ManyAsync(BotHost host, int count, string state = "done")
    {
        for (var i = 0; i < count; i++)
        {
            await host.ExecuteAsync(
                """
                INSERT INTO primer_run (tenant, id, state, reason, steps_done, attempts, hold, due_at, deadline_at, lease_until, fence, version, customer, asker,
                    asker_key, request, work, created_at, updated_at, ended_at)
                VALUES ('main', @id, @state, 'Voice was away.', 3, 0, 0, 0, 0, 0, 0, 1, 'Somebody', 'Test', 'test', '{}', '{}', @at, @at, @at)
                """,
                new { id = Ids.New(DateTimeOffset.UtcNow.AddDays(-1)), state, at = DateTimeOffset.UtcNow.AddDays(-1).ToUnixTimeMilliseconds() + (i / 3) });
        }
    }
}
