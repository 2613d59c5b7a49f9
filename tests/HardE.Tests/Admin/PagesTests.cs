using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Terminal;
using HardE.Bot.Commands;
using HardE.Jobs.Engine;
using HardE.Tests.Primer;
using HardE.Tests.State;

namespace HardE.Tests.Admin;

/// <summary>What the other pages show of a day's work.</summary>
public sealed class PagesTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Conversations_are_listed_searched_and_read_with_the_tools_that_ran(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind);
        await SayAsync(host, "find John Smith", "one");
        await SayAsync(host, "what do 6 inch gutters cost?", "two");
        using var browser = await host.LoggedInAsync(Roles.Director);

        var all = (await browser.GetAsync("/conversations")).Html;
        all.IndexOf("gutters", StringComparison.Ordinal).ShouldBeInRange(1, all.IndexOf("find John Smith", StringComparison.Ordinal)); // newest first
        var found = (await browser.GetAsync("/conversations?text=SMITH")).Html;
        found.ShouldContain("id=terminal%3Aone");
        found.ShouldNotContain("gutters");
        (await browser.GetAsync("/conversations?text=zebra")).Html.ShouldContain("Nothing among the newest");
        var talk = (await browser.GetAsync("/conversations/talk?id=terminal:one")).Html;
        talk.ShouldContain("john.smith@example.com");
        talk.ShouldContain("<code>search_customers</code>");
        (await browser.GetAsync("/conversations/talk?id=nothing")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Approvals_show_what_waits_and_its_words_only_to_operators(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind);
        await SayAsync(host, "move John Smith's job to Sold", "one");
        using var director = await host.LoggedInAsync(Roles.Director);
        using var office = await host.LoggedInAsync(Roles.Office);

        (await director.GetAsync("/approvals")).Html.ShouldContain("from Appointment to Sold");
        var seen = (await office.GetAsync("/approvals")).Html;
        seen.ShouldContain("move job stage");
        seen.ShouldNotContain("John Smith");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_question_that_no_document_answers_is_a_gap(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind);
        await SayAsync(host, "what is our policy on flying saucers", "one");
        await SayAsync(host, "what's our standard objection response for price concerns?", "two");
        using var browser = await host.LoggedInAsync();

        var html = (await browser.GetAsync("/knowledge")).Html;

        html.ShouldContain("flying saucers");
        html.ShouldNotContain("standard objection response for price concerns");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Costs_add_what_is_known_and_call_the_rest_unknown(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind);
        var at = new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        await host.ExecuteAsync(
            """
            INSERT INTO primer_run (tenant, id, state, steps_done, attempts, hold, due_at, deadline_at, lease_until, fence, version, customer, asker,
                asker_key, request, work, created_at, updated_at)
            VALUES ('main', 'r1', 'done', 10, 0, 0, 0, 0, 0, 0, 1, 'Somebody', 'Dana Director', 'd', '{}', '{}', @at, @at)
            """,
            new { at });
        foreach (var (seq, name, cost) in new (long, string, long?)[] { (3, "write_script", 12_500), (4, "speak", null), (5, "enhance_voice", 250_000) })
        {
            await host.ExecuteAsync(
                """
                INSERT INTO primer_step (tenant, run_id, seq, name, state, attempts, started_at, milliseconds, cost_micros)
                VALUES ('main', 'r1', @seq, @name, 'done', 1, @at, 10, @cost)
                """,
                new { seq, name, at, cost });
        }

        using var browser = await host.LoggedInAsync(Roles.Owner);

        var html = (await browser.GetAsync("/costs?month=2026-03")).Html;
        html.ShouldContain("$0.0125");
        html.ShouldContain("$0.2625 + unknown (1)");
        html.ShouldContain("unknown (1)");
        (await browser.GetAsync("/costs?month=2026-02")).Html.ShouldContain("No video was made in this month");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_admin_pauses_and_resumes_a_recurring_job_and_an_operator_cannot(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind, new Dictionary<string, string?> { ["Node:Role"] = "both" });
        using var admin = await host.LoggedInAsync();
        using var director = await host.LoggedInAsync(Roles.Director);
        await PrimerWorld.EventuallyAsync(() => host.Get<EngineBoard>().RecurringAsync(default), jobs => jobs.Any(j => j.Name == "primer_sweep"));

        (await director.GetAsync("/jobs")).Html.ShouldNotContain("handler=Pause");
        await PauseAsync(admin, "Pause");
        (await host.Get<EngineBoard>().RecurringAsync(default)).Single(j => j.Name == "primer_sweep").ShouldSatisfyAllConditions(j => j.Paused.ShouldBeTrue(), j => j.NextAt.ShouldBeNull());
        await PauseAsync(admin, "Resume");
        (await host.Get<EngineBoard>().RecurringAsync(default)).Single(j => j.Name == "primer_sweep").Paused.ShouldBeFalse();

        (await host.QueryAsync("SELECT act || ' ' || subject || ': ' || outcome FROM audit WHERE act <> 'logged in' ORDER BY id"))
            .ShouldBe(["pause primer_sweep: done", "resume primer_sweep: done"]);
        (await host.Get<EngineBoard>().NodesAsync(default)).ShouldContain(n => n.IsThisOne);
    }

    private static Task<(System.Net.HttpStatusCode Status, string Html)> PauseAsync(Browser browser, string act) => browser.SubmitAsync(
        "/jobs", $"handler={act}\"", new Dictionary<string, string> { ["name"] = "primer_sweep", ["reason"] = "a test" });

    private static async Task SayAsync(BotHost host, string text, string conversation)
    {
        using var terminal = new TerminalClient(host.Address);
        await terminal.AskAsync(new TerminalMessage(Guid.NewGuid().ToString("N"), conversation, text, null, null, "owner"), default);
    }
}
