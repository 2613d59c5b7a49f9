using HardE.Agents.Crm;

namespace HardE.Tests.Crm;

/// <summary>What every CRM behind <see cref="ICrm"/> must do. One subclass an implementation.</summary>
public abstract class CrmContract
{
    private const string Tenant = CrmWorld.Tenant;

    /// <summary>An empty CRM with the trades and stages of the standard board.</summary>
    protected abstract Task<ICrm> EmptyAsync();

    [Fact]
    public async Task A_new_customer_with_a_job_reads_back_as_it_was_written()
    {
        var crm = await EmptyAsync();

        var created = (await crm.CreateCustomerAsync(Tenant, New("Sarah", "Johnson"), FirstJob("siding"), CrmWorld.Write("k1"), default)).Value;

        var read = (await crm.GetCustomerAsync(Tenant, created.CustomerId, default)).Value.Value;
        read.Name.ShouldBe(new Person("Sarah", "Johnson"));
        read.Phones.ShouldHaveSingleItem().E164.ShouldBe("+12015550123");
        read.Address!.City.ShouldBe("Hoboken");
        var job = read.Jobs.ShouldHaveSingleItem();
        job.Number.ShouldBe(created.JobNumber);
        job.Stage.ShouldBe(created.FirstStage);
        job.Trades.ShouldBe(["siding"]);
    }

    [Fact]
    public async Task The_same_key_creates_one_customer_and_another_request_under_it_is_refused()
    {
        var crm = await EmptyAsync();

        var first = await crm.CreateCustomerAsync(Tenant, New("Sarah", "Johnson"), null, CrmWorld.Write("click"), default);
        var second = await crm.CreateCustomerAsync(Tenant, New("Sarah", "Johnson"), null, CrmWorld.Write("click"), default);
        var other = await crm.CreateCustomerAsync(Tenant, New("Sara", "Johnson"), null, CrmWorld.Write("click"), default);

        second.Value.ShouldBe(first.Value);
        other.Error!.Kind.ShouldBe(CrmErrorKind.Conflict);
        (await SearchAsync(crm, "Johnson")).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_writes_at_once_under_one_key_write_once()
    {
        var crm = await EmptyAsync();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            crm.CreateCustomerAsync(Tenant, New("Sarah", "Johnson"), null, CrmWorld.Write("double"), default)));

        both[0].Value.CustomerId.ShouldBe(both[1].Value.CustomerId);
        (await SearchAsync(crm, "Johnson")).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_checks_and_writes_nothing()
    {
        var crm = await EmptyAsync();
        var trial = CrmWorld.Write("trial") with { DryRun = true };

        (await crm.CreateCustomerAsync(Tenant, New("Sarah", "Johnson"), null, trial, default)).Ok.ShouldBeTrue();
        (await crm.CreateCustomerAsync(Tenant, New("Sarah", "Johnson") with { Phones = [] }, null, trial, default)).Error!
            .Fields!.Keys.ShouldBe(["phone"]);

        (await SearchAsync(crm, "Johnson")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_without_a_name_is_refused_with_the_field()
    {
        var crm = await EmptyAsync();

        var refused = await crm.CreateCustomerAsync(Tenant, New("Sarah", ""), null, CrmWorld.Write("k"), default);

        refused.Error!.Kind.ShouldBe(CrmErrorKind.Validation);
        refused.Error.Fields!.Keys.ShouldContain("last_name");
    }

    [Fact]
    public async Task A_customer_patch_keeps_what_it_does_not_name()
    {
        var crm = await EmptyAsync();
        var id = await AddAsync(crm, New("Sarah", "Johnson") with { Contacts = [new Person("Tom", "Johnson", "spouse")] });

        var patch = new CustomerPatch(default, default, default, Maybe<string>.Of("Gate code 44"), default);
        var changed = await crm.UpdateCustomerAsync(Tenant, id, patch, null, CrmWorld.Write("p"), default);

        changed.Value.Value.Note.ShouldBe("Gate code 44");
        changed.Value.Value.Email.ShouldBe("sarah@example.com");
        changed.Value.Value.Contacts.ShouldHaveSingleItem().Role.ShouldBe("spouse");
    }

    [Fact]
    public async Task An_update_of_an_old_version_is_a_conflict_and_changes_nothing()
    {
        var crm = await EmptyAsync();
        var job = await AddJobAsync(crm, "roofing");
        var old = (await crm.GetJobAsync(Tenant, job, default)).Value.Version;
        await crm.UpdateJobAsync(Tenant, job, Describe("first"), old, CrmWorld.Write("a"), default);

        var late = await crm.UpdateJobAsync(Tenant, job, Describe("second"), old, CrmWorld.Write("b"), default);

        late.Error!.Kind.ShouldBe(CrmErrorKind.Conflict);
        (await crm.GetJobAsync(Tenant, job, default)).Value.Value.Description.ShouldBe("first");
    }

    [Fact]
    public async Task A_job_moves_only_from_the_stage_that_was_seen()
    {
        var crm = await EmptyAsync();
        var job = await AddJobAsync(crm, "roofing");
        var stages = (await crm.GetPipelineAsync(Tenant, default)).Value.Stages.Select(s => s.Stage).ToList();

        var moved = await crm.MoveJobAsync(Tenant, job, stages[1].Id, stages[0].Id, CrmWorld.Write("m1"), default);
        var stale = await crm.MoveJobAsync(Tenant, job, stages[2].Id, stages[0].Id, CrmWorld.Write("m2"), default);
        var nowhere = await crm.MoveJobAsync(Tenant, job, CrmId.Of(CrmKind.Stage, "nowhere"), null, CrmWorld.Write("m3"), default);

        moved.Value.Value.Stage.Name.ShouldBe("Appointment");
        stale.Error!.Kind.ShouldBe(CrmErrorKind.Conflict);
        nowhere.Error!.Kind.ShouldBe(CrmErrorKind.Validation);
        nowhere.Error.UserMessage.ShouldContain("Proposal");
        (await crm.GetPipelineAsync(Tenant, default)).Value.Stages.Single(s => s.Jobs > 0).Stage.Name.ShouldBe("Appointment");
    }

    [Fact]
    public async Task A_note_keeps_ampersands_emoji_and_line_breaks()
    {
        var crm = await EmptyAsync();
        var job = await AddJobAsync(crm, "roofing");
        const string text = "Smith & Sons <says> \"ok\" 👍🏽\nsecond line\t50% + 2 = ünïcode";

        await crm.AddNoteAsync(Tenant, job, new NoteBody(text, []), CrmWorld.Write("n"), default);

        var note = (await crm.ListNotesAsync(Tenant, job, new CrmPaging(), default)).Value.Items.ShouldHaveSingleItem();
        note.Text.ShouldBe(text);
        note.By.ShouldBe("Morgan Pike");
    }

    [Fact]
    public async Task Notes_on_nothing_and_records_that_are_gone_are_not_found()
    {
        var crm = await EmptyAsync();
        var nobody = CrmId.Of(CrmKind.Customer, "999999");

        (await crm.GetCustomerAsync(Tenant, nobody, default)).Error!.Kind.ShouldBe(CrmErrorKind.NotFound);
        (await crm.GetJobAsync(Tenant, CrmId.Of(CrmKind.Job, "999999"), default)).Error!.Kind.ShouldBe(CrmErrorKind.NotFound);
        (await crm.AddNoteAsync(Tenant, CrmId.Of(CrmKind.Job, "999999"), new NoteBody("x", []), CrmWorld.Write("n"), default))
            .Error!.Kind.ShouldBe(CrmErrorKind.NotFound);
    }

    [Fact]
    public async Task Another_company_sees_nothing()
    {
        var crm = await EmptyAsync();
        var id = await AddAsync(crm, New("Sarah", "Johnson"));

        (await crm.GetCustomerAsync("other", id, default)).Error!.Kind.ShouldBe(CrmErrorKind.NotFound);
        (await crm.SearchCustomersAsync("other", new CustomerQuery("Johnson"), new CrmPaging(), default)).Value.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nunez")]
    [InlineData("JOSÉ NÚÑEZ")]
    [InlineData("Nuñes")]
    [InlineData("Núñez, José")]
    [InlineData("(201) 555-0123")]
    [InlineData("201.555.0123")]
    [InlineData("555-0123")]
    [InlineData("Jose@Example.com")]
    [InlineData("12 Maple Street")]
    [InlineData("anybody on Maple St in Hoboken")]
    [InlineData("the Nunezes")]
    public async Task A_customer_is_found_by_what_people_say(string said)
    {
        var crm = await EmptyAsync();
        await AddAsync(crm, New("José", "Núñez") with { Email = "jose@example.com" });
        await AddAsync(crm, New("Brigid", "Walsh") with { Phones = [new Phone("+19085550177", null, PhoneLabel.Cell, true)], Address = null });

        (await SearchAsync(crm, said)).Items.ShouldHaveSingleItem().Name.ShouldBe("José Núñez");
    }

    [Fact]
    public async Task A_job_is_found_by_its_number_its_rep_its_trade_and_its_customer()
    {
        var crm = await EmptyAsync();
        var job = await AddJobAsync(crm, "gutters");
        var number = (await crm.GetJobAsync(Tenant, job, default)).Value.Value.Number;

        foreach (var query in new[] { new JobQuery(Number: number), new JobQuery(Trade: "gutter"), new JobQuery(Reference: "walsh"), new JobQuery(Stage: "lead") })
        {
            (await crm.FindJobsAsync(Tenant, query, new CrmPaging(), default)).Value.Items.ShouldHaveSingleItem().Id.Value.ShouldBe(job.Value);
        }

        (await crm.FindJobsAsync(Tenant, new JobQuery(Trade: "roofing"), new CrmPaging(), default)).Value.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_show_everybody_once()
    {
        var crm = await EmptyAsync();
        for (var i = 0; i < 25; i++)
        {
            await AddAsync(crm, New($"Person{(char)('A' + i)}", "Sameson"));
        }

        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var part = (await crm.SearchCustomersAsync(Tenant, new CustomerQuery("Sameson"), new CrmPaging(page, 10), default)).Value;
            part.HasMore.ShouldBe(page < 3);
            part.Total.ShouldBe(25);
            seen.AddRange(part.Items.Select(i => i.Id.Value));
        }

        seen.Distinct().Count().ShouldBe(25);
        seen.Count.ShouldBe(25);
    }

    [Fact]
    public async Task The_word_lists_hold_every_trade_and_the_states()
    {
        var lists = (await (await EmptyAsync()).GetReferenceDataAsync(Tenant, default)).Value;

        lists.Trades.Select(t => t.Name).ShouldBe(Trades.All, ignoreOrder: true);
        lists.States.Count.ShouldBe(56);
        lists.LeadSources.Select(s => s.Name).ShouldContain("Yard sign");
    }

    protected static NewCustomer New(string first, string last) => new(
        false, new Person(first, last), null, [new Phone("+12015550123", null, PhoneLabel.Cell, true)], "sarah@example.com", [],
        new PostalAddress("12 Maple St", null, "Hoboken", "NJ", "07030"), null, null, null, [], null, false, false);

    private static NewJob FirstJob(string trade) =>
        new(default, [CrmId.Of(CrmKind.Trade, trade)], "Whole house, two stories", null, [], false, null);

    private static JobPatch Describe(string text) => new(Maybe<string>.Of(text), default, default, default, default, default);

    private static async Task<CrmId> AddAsync(ICrm crm, NewCustomer customer) =>
        (await crm.CreateCustomerAsync(Tenant, customer, null, CrmWorld.Write(Guid.NewGuid().ToString()), default)).Value.CustomerId;

    private static async Task<CrmId> AddJobAsync(ICrm crm, string trade) => (await crm.CreateCustomerAsync(
        Tenant, New("Brigid", "Walsh"), FirstJob(trade), CrmWorld.Write(Guid.NewGuid().ToString()), default)).Value.JobId!.Value;

    private static async Task<CrmPage<CustomerSummary>> SearchAsync(ICrm crm, string text) =>
        (await crm.SearchCustomersAsync(Tenant, new CustomerQuery(text), new CrmPaging(), default)).Value;
}
