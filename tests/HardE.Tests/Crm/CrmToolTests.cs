using System.Text.Json;
using HardE.Agents.Crm;
using HardE.Agents.Turns;

namespace HardE.Tests.Crm;

public sealed class CrmToolTests : IAsyncLifetime
{
    private CrmWorld world = null!;

    public async Task InitializeAsync() => world = await CrmWorld.CreateAsync(seed: CrmWorld.Samples());

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_sure_hit_is_resolved_and_its_phone_masked()
    {
        var found = await RunAsync("search_customers", new { query = "john smith" });

        var data = found.DataAs<CustomerSearchData>()!;
        data.Resolved.ShouldBe("c-101");
        data.Customers.ShouldHaveSingleItem().Phone.ShouldBe("***-0111");
        TurnJson.Write(found).ShouldNotContain("2015550111");
    }

    [Fact]
    public async Task Two_of_a_name_are_not_resolved()
    {
        var data = (await RunAsync("search_customers", new { query = "Johnson" })).DataAs<CustomerSearchData>()!;

        data.Resolved.ShouldBeNull();
        data.Customers.Select(c => c.City).ShouldBe(["Montclair", "Westfield"], ignoreOrder: true);
        (await RunAsync("search_customers", new { query = "Johnson", city = "Westfield" })).DataAs<CustomerSearchData>()!.Resolved.ShouldBe("c-104");
    }

    [Fact]
    public async Task A_customer_is_shown_whole_in_private_and_masked_where_others_read()
    {
        var alone = (await RunAsync("get_customer", new { reference = "smith" })).DataAs<CustomerData>()!;
        var room = await RunAsync("get_customer", new { customer_id = "c-101" }, shared: true);

        alone.Phones.ShouldHaveSingleItem().Number.ShouldBe("(201) 555-0111");
        alone.Address.ShouldBe("24 Maple Avenue, Hoboken, NJ 07030");
        alone.Jobs.ShouldHaveSingleItem().Rep.ShouldBe("Dana Whitlock");
        alone.Notes.ShouldBeEmpty();
        alone.Note!.ShouldContain("Dog in the yard");
        var seen = TurnJson.Write(room);
        seen.ShouldContain("***-0111");
        seen.ShouldNotContain("555-0111");
        seen.ShouldNotContain("Maple");
        seen.ShouldNotContain("john.smith@");
    }

    [Fact]
    public async Task A_job_comes_with_its_notes_money_and_appointment()
    {
        var smith = (await RunAsync("find_jobs", new { reference = "John Smith" })).DataAs<JobsData>()!.Job!;
        var oneil = (await RunAsync("find_jobs", new { job_number = "2601-105-01" })).DataAs<JobsData>()!.Job!;

        smith.Appointment.ShouldNotBeNull();
        smith.Notes.ShouldHaveSingleItem().By.ShouldBe("Dana Whitlock");
        oneil.Money.ShouldBe(new JobMoney(19800, 6600, 13200));
    }

    [Fact]
    public async Task Several_jobs_are_rows_several_customers_a_choice_nobody_an_answer()
    {
        (await RunAsync("find_jobs", new { reference = "O'Neil" })).DataAs<JobsData>()!.Jobs.Count.ShouldBe(2);
        (await RunAsync("find_jobs", new { reference = "O'Neil", trade = "gutters" })).DataAs<JobsData>()!.Job!.Job.Number.ShouldBe("2603-105-02");
        var choice = await RunAsync("find_jobs", new { reference = "Johnson" });
        (await RunAsync("find_jobs", new { reference = "Zzyzx" })).Outcome.ShouldBe(ToolOutcome.NotFound);

        choice.DataAs<JobsData>()!.Jobs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stage_alone_is_the_pipeline_with_counts()
    {
        var found = (await RunAsync("find_jobs", new { stage = "proposal" })).DataAs<JobsData>()!;

        found.Jobs.Count.ShouldBe(4);
        found.Pipeline!.Single(p => p.Stage == "Estimate").Jobs.ShouldBe(3);
        (await RunAsync("find_jobs", new { stage = "Negotiation" })).Summary.ShouldContain("Lead, Appointment, Estimate");
    }

    [Fact]
    public async Task Arguments_that_no_tool_has_are_refused()
    {
        (await RunAsync("move_job_stage", new { job_id = "j-201", to_stage = "Sold", force = true })).Outcome.ShouldBe(ToolOutcome.InvalidArguments);
    }

    [Fact]
    public async Task A_move_is_previewed_with_its_effects_and_done_only_with_a_yes()
    {
        var call = new { job_id = "j-213", to_stage = "sold", confirm = true };
        var preview = await RunAsync("move_job_stage", call, approved: false);
        (await StageAsync("j-213")).ShouldBe("Proposal");

        var done = await RunAsync("move_job_stage", call, approved: true);

        preview.Outcome.ShouldBe(ToolOutcome.Preview);
        preview.Summary.ShouldContain("may e-mail the customer");
        done.Parts.OfType<ReceiptPart>().ShouldHaveSingleItem().Facts.Take(2).ShouldBe([new Fact("Before", "Proposal"), new Fact("After", "Sold")]);
        (await StageAsync("j-213")).ShouldBe("Sold");
    }

    [Theory]
    [InlineData("next", "Sold")]
    [InlineData("back", "Estimate")]
    [InlineData("6", "Work")]
    [InlineData("PROPSAL", "Proposal")]
    [InlineData("appt", "Appointment")]
    public async Task A_stage_is_found_by_name_position_next_and_back(string said, string stage)
    {
        var preview = await RunAsync("move_job_stage", new { job_id = "j-213", to_stage = said });

        preview.Summary.ShouldContain(stage);
        preview.Outcome.ShouldBe(stage == "Proposal" ? ToolOutcome.Done : ToolOutcome.Preview);
    }

    [Fact]
    public async Task A_stage_that_does_not_exist_gets_the_list_and_one_that_moved_on_a_conflict()
    {
        (await RunAsync("move_job_stage", new { job_id = "j-213", to_stage = "Negotiation" })).Summary.ShouldContain("The stages are Lead, Appointment");
        (await RunAsync("move_job_stage", new { job_id = "j-215", to_stage = "next" })).Summary.ShouldContain("no stage after Lost");
        var stale = await RunAsync("move_job_stage", new { job_id = "j-213", to_stage = "Sold", expected_stage = "Estimate", confirm = true }, approved: true);

        stale.Outcome.ShouldBe(ToolOutcome.Failed);
        (await StageAsync("j-213")).ShouldBe("Proposal");
    }

    [Fact]
    public async Task A_note_names_the_people_it_mentions_and_refuses_those_who_are_gone()
    {
        var done = await RunAsync("add_job_note", new { job_id = "j-201", text = "Permit is in & paid: \"26-1187\"", mentions = new[] { "kelsey.brandt@example.com", "Chris Ono" }, confirm = true }, approved: true);
        var gone = await RunAsync("add_job_note", new { job_id = "j-201", text = "x", mentions = new[] { "Lou Pascal" } });
        var nobody = await RunAsync("add_job_note", new { job_id = "j-201", text = "x", mentions = new[] { "Zed" } });
        var many = await RunAsync("add_job_note", new { job_id = "j-201", text = "x", mentions = new[] { "u-1", "u-2", "u-3", "u-4", "u-5", "u-6" } });

        done.Data!.Value.GetProperty("delivered_mentions").GetArrayLength().ShouldBe(2);
        var note = (await world.Crm.ListNotesAsync(CrmWorld.Tenant, CrmId.Of(CrmKind.Job, "j-201"), new CrmPaging(), default)).Value.Items[0];
        note.Text.ShouldBe("@Kelsey Brandt @Chris Ono Permit is in & paid: \"26-1187\"");
        note.Mentions.Select(m => m.Value).ShouldBe(["u-4", "u-5"]);
        gone.Summary.ShouldContain("inactive");
        nobody.Summary.ShouldContain("no colleague called Zed");
        many.Summary.ShouldContain("at most 5");
    }

    [Fact]
    public async Task Too_long_a_note_is_not_cut_but_refused()
    {
        (await RunAsync("add_job_note", new { job_id = "j-201", text = new string('x', 4001) })).Summary.ShouldContain("4,001");
    }

    [Fact]
    public async Task A_customer_note_says_where_it_went()
    {
        var done = await RunAsync("add_customer_note", new { customer_id = "c-101", text = "Prefers evenings", confirm = true }, approved: true);

        done.Data!.Value.GetProperty("stored_in").GetString().ShouldBe("customer");
    }

    [Fact]
    public async Task A_job_change_shows_before_and_after_and_refuses_an_old_version()
    {
        var changes = new { rep = "Ray Dominguez", description = "New scope" };
        var preview = await RunAsync("update_job", new { job_id = "j-201", changes });
        var done = await RunAsync("update_job", new { job_id = "j-201", changes, expected_version = "1", confirm = true }, approved: true);
        var stale = await RunAsync("update_job", new { job_id = "j-201", changes = new { name = "Other" }, expected_version = "1" });

        preview.Summary.ShouldContain("rep from \"Dana Whitlock\" to \"Ray Dominguez\"");
        done.Parts.OfType<ReceiptPart>().Single().Facts.ShouldContain(new Fact("Description after", "New scope"));
        stale.Outcome.ShouldBe(ToolOutcome.Failed);
    }

    [Fact]
    public async Task A_new_job_gets_a_number_and_starts_in_the_first_stage()
    {
        var done = await RunAsync("create_job", new { customer_id = "c-107", trades = new[] { "siding" }, description = "North wall", rep = "Ray", confirm = true }, approved: true);
        var other = await RunAsync("create_job", new { customer_id = "c-107", trades = new[] { "plumbing" }, description = "Pipe" });

        done.Data!.Value.GetProperty("number").GetString().ShouldBe("2603-107-02");
        done.Data!.Value.GetProperty("stage").GetString().ShouldBe("Lead");
        other.Summary.ShouldContain("no trade \"plumbing\"");
    }

    [Theory]
    [InlineData("move_job_stage", """{"job_id":"j-213","to_stage":"Sold","confirm":true}""")]
    [InlineData("add_job_note", """{"job_id":"j-213","text":"x","confirm":true}""")]
    [InlineData("add_customer_note", """{"customer_id":"c-101","text":"x","confirm":true}""")]
    [InlineData("update_job", """{"job_id":"j-213","changes":{"name":"x"},"confirm":true}""")]
    [InlineData("create_job", """{"customer_id":"c-101","trades":["siding"],"description":"x","confirm":true}""")]
    public async Task Nothing_is_written_while_the_crm_is_read_only(string tool, string arguments)
    {
        await using var quiet = await CrmWorld.CreateAsync(seed: CrmWorld.Samples(), options: new CrmOptions { ReadOnly = true });

        var refused = await RunAsync(tool, JsonDocument.Parse(arguments).RootElement, approved: true, on: quiet);

        refused.Outcome.ShouldBe(ToolOutcome.NotPermitted);
        refused.Summary.ShouldContain("read-only");
    }

    [Theory]
    [InlineData("move_job_stage", """{"job_id":"j-213","to_stage":"Estimate","confirm":true}""")]
    [InlineData("add_job_note", """{"job_id":"j-213","text":"x","confirm":true}""")]
    [InlineData("update_job", """{"job_id":"j-213","changes":{"rep":"Ray Dominguez","trades":["siding"],"insurance":true},"confirm":true}""")]
    [InlineData("create_job", """{"customer_id":"c-101","trades":["siding"],"description":"x","confirm":true}""")]
    public async Task A_write_is_taken_back_once_by_its_author_within_15_minutes(string tool, string arguments)
    {
        var before = await EverythingAsync();
        var done = await RunAsync(tool, JsonDocument.Parse(arguments).RootElement, approved: true);
        var token = done.Parts.OfType<ReceiptPart>().Single().UndoToken.ShouldNotBeNull();
        (await EverythingAsync()).ShouldNotBe(before);
        var undo = new CrmUndo(world.Crm, world.Database);
        var (me, now) = (A.Rep(), world.Clock.GetUtcNow());

        (await undo.UndoAsync(CrmWorld.Tenant, token, A.Rep("U2"), now, default)).Summary.ShouldContain("Only the person");
        (await undo.UndoAsync(CrmWorld.Tenant, token, me, now.AddMinutes(16), default)).Summary.ShouldContain("15 minutes");
        (await undo.UndoAsync(CrmWorld.Tenant, token, me, now.AddMinutes(14), default)).Outcome.ShouldBe(ToolOutcome.Done);

        (await EverythingAsync()).ShouldBe(before);
        (await undo.UndoAsync(CrmWorld.Tenant, token, me, now.AddMinutes(14), default)).Summary.ShouldContain("taken back already");
    }

    [Fact]
    public async Task An_undo_does_not_overwrite_what_came_after_it()
    {
        var done = await RunAsync("move_job_stage", new { job_id = "j-213", to_stage = "Estimate", confirm = true }, approved: true);
        await RunAsync("move_job_stage", new { job_id = "j-213", to_stage = "Sold", confirm = true }, approved: true, turn: "later");

        var undo = await new CrmUndo(world.Crm, world.Database)
            .UndoAsync(CrmWorld.Tenant, done.Parts.OfType<ReceiptPart>().Single().UndoToken!, A.Rep(), world.Clock.GetUtcNow(), default);

        undo.Outcome.ShouldBe(ToolOutcome.Failed);
        (await StageAsync("j-213")).ShouldBe("Sold");
    }

    [Theory]
    [InlineData("move_job_stage", """{"job_id":"j-213","to_stage":"next","expected_stage":"Proposal","confirm":true}""")]
    [InlineData("update_job", """{"job_id":"j-213","changes":{"description":"New scope"},"expected_version":"1","confirm":true}""")]
    [InlineData("add_job_note", """{"job_id":"j-213","text":"x","confirm":true}""")]
    [InlineData("create_job", """{"customer_id":"c-101","trades":["siding"],"description":"x","confirm":true}""")]
    public async Task A_write_repeated_after_a_restart_happens_once(string tool, string arguments)
    {
        var call = JsonDocument.Parse(arguments).RootElement;
        (await RunAsync(tool, call, approved: true)).Outcome.ShouldBe(ToolOutcome.Done);
        var after = await EverythingAsync();

        (await RunAsync(tool, call, approved: true)).Outcome.ShouldBe(ToolOutcome.Done);

        (await EverythingAsync()).ShouldBe(after);
    }

    private async Task<ToolResult> RunAsync<T>(string tool, T arguments, bool approved = false, bool shared = false, CrmWorld? on = null, string turn = "turn-1")
    {
        var request = A.Request("", id: turn) with { SharedRoom = shared, SaidAt = world.Clock.GetUtcNow() };
        var context = new TurnContext(request, A.State(), []) { Approved = approved };
        return await CrmChat.Tools(on ?? world).Single(t => t.Name == tool).RunAsync(TurnJson.Element(arguments), context, default);
    }

    private async Task<string> StageAsync(string job) => (await world.Crm.GetJobAsync(CrmWorld.Tenant, CrmId.Of(CrmKind.Job, job), default)).Value.Value.Stage.Name;

    /// <summary>Jobs without their versions, and their notes.</summary>
    private async Task<string> EverythingAsync()
    {
        var text = "";
        foreach (var job in (await world.Crm.FindJobsAsync(CrmWorld.Tenant, new JobQuery(IncludeClosed: true), new CrmPaging(1, 100), default)).Value.Items.OrderBy(j => j.Id.Value))
        {
            text += TurnJson.Write((await world.Crm.GetJobAsync(CrmWorld.Tenant, job.Id, default)).Value.Value);
            text += TurnJson.Write((await world.Crm.ListNotesAsync(CrmWorld.Tenant, job.Id, new CrmPaging(), default)).Value.Items.Select(n => n.Text));
        }

        return text;
    }
}
