using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Jobs.Primer;
using HardE.Tests.State;

namespace HardE.Tests.Primer;

/// <summary>Resume, retry, ask, hold, cancel, merge and give up, through the real engine with steps that only note they ran.</summary>
public sealed class PrimerPipelineTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    public static TheoryData<string> Steps => [.. PrimerPipeline.Order];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_that_fails_is_tried_again_and_those_before_it_are_not(string failing)
    {
        var steps = new FakeSteps().When(failing, FakeSteps.Fail(Failure.Transient), FakeSteps.Fail(Failure.Transient));
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite, steps.Add);
        await world.First.StartAsync();

        var accepted = await world.First.Get<PrimerRequests>().AcceptAsync(PrimerWorld.Request("John Smith"), default);
        var view = await world.RunAsync(accepted.RunId, v => v.Run.IsOver);

        view.Run.State.ShouldBe(PrimerState.Done, view.Run.Reason);
        steps.Ran.ShouldBe(PrimerPipeline.Order);
        view.Steps.Single(s => s.Name == failing).Attempts.ShouldBe(3);
        view.Steps.Where(s => s.Name != failing).ShouldAllBe(s => s.Attempts == 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_refusal_is_not_tried_again_and_the_asker_is_told(DatabaseKind kind)
    {
        var steps = new FakeSteps().When("speak", FakeSteps.Fail(Failure.Refused));
        await using var world = await PrimerWorld.CreateAsync(kind, steps.Add);
        await world.First.StartAsync();

        var accepted = await world.First.Get<PrimerRequests>().AcceptAsync(PrimerWorld.Request("John Smith"), default);
        var view = await world.RunAsync(accepted.RunId, v => v.Run.IsOver);

        view.Run.State.ShouldBe(PrimerState.Failed);
        view.Steps.Single(s => s.Name == "speak").Attempts.ShouldBe(1);
        (await world.SaidAsync()).ShouldHaveSingleItem().ShouldContain("could not be made");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_doors_for_one_customer_are_one_run_and_both_are_answered(DatabaseKind kind)
    {
        await using var world = await PrimerWorld.CreateAsync(kind);
        var requests = world.First.Get<PrimerRequests>();
        world.Drop("order.eml", PrimerWorld.Mail("Primer", "Please produce Primer Video for John Smith - roof"));
        await PollAsync(world);

        var second = await requests.AcceptAsync(PrimerWorld.Request("john smith", "chat-1"), default);
        var same = await requests.AcceptAsync(PrimerWorld.Request("John Smith", "chat-1"), default);
        var byNumber = await requests.AcceptAsync(PrimerWorld.Request("John Smith", "rest-1", job: "2603-101-01"), default);

        (await world.QueryAsync("SELECT id FROM primer_run")).ShouldBe([second.RunId]);
        second.IsNew.ShouldBeFalse();
        same.RunId.ShouldBe(second.RunId);
        byNumber.RunId.ShouldBe(second.RunId);
        (await world.QueryAsync("SELECT kind FROM primer_door ORDER BY kind")).ShouldBe(["chat", "chat", "email"]);
    }

    [Fact]
    public async Task A_run_whose_customer_was_unknown_at_the_door_joins_the_other_run_when_it_is_found()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        var first = await world.First.Get<PrimerRequests>().AcceptAsync(PrimerWorld.Request("John Smith", "a"), default);
        var store = world.First.Get<PrimerStore>();
        var (late, _) = await store.AcceptAsync(PrimerWorld.Request("John Smith", "b"), subject: null, default);
        await world.First.Get<PrimerSchedule>().AtAsync("main", late, TimeProvider.System.GetUtcNow(), default);

        await world.First.StartAsync();
        await PrimerWorld.EventuallyAsync(() => world.QueryAsync($"SELECT state FROM primer_run WHERE id = '{late}'"), s => s[0] == "merged");

        (await store.FindAsync("main", late, default))!.Id.ShouldBe(first.RunId);
        (await world.QueryAsync($"SELECT door_key FROM primer_door WHERE run_id = '{first.RunId}' ORDER BY door_key")).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task An_unclear_name_is_asked_back_and_the_answer_goes_on_with_the_same_run()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        world.Drop("order.eml", PrimerWorld.Mail("Primer", "Please produce Primer Video for Johnson"));
        await world.First.StartAsync();
        var question = (await PrimerWorld.EventuallyAsync(() => Task.FromResult(world.Sent()), m => m.Count > 0))[0];
        var id = (await world.QueryAsync("SELECT id FROM primer_run WHERE state = 'asking' AND lease_owner IS NULL")).ShouldHaveSingleItem();

        question.Text.ShouldContain("Thomas Johnson");
        question.Text.ShouldContain("Denise Johnson");
        world.Drop("answer.eml", PrimerWorld.Mail("Re: Primer", "It's Thomas Johnson.", "m2@example.com", more: $"In-Reply-To: {question.MessageId}\n"));
        var view = await world.RunAsync(id, v => v.Run.IsOver || v.Run.StepsDone > 2, seconds: 90);

        view.Run.Work.Customer!.Name.ShouldBe("Thomas Johnson");
        (await world.QueryAsync("SELECT id FROM primer_run")).ShouldBe([id]);
    }

    [Fact]
    public async Task A_held_film_waits_for_a_yes_and_then_goes_out()
    {
        var steps = new FakeSteps();
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite, steps.Add);
        await world.First.StartAsync();

        var accepted = await world.First.Get<PrimerRequests>().AcceptAsync(PrimerWorld.Request("John Smith", hold: true), default);
        await world.RunAsync(accepted.RunId, v => v.Run.State == PrimerState.Held);
        steps.Ran.ShouldBe(PrimerPipeline.Order.Take(8));
        (await world.First.Get<PrimerActions>().ReleaseAsync("main", accepted.RunId, "Morgan Pike", "looks good", default)).ShouldBeTrue();
        var view = await world.RunAsync(accepted.RunId, v => v.Run.IsOver);

        steps.Ran.ShouldBe(PrimerPipeline.Order);
        view.History.Select(h => h.Act).ShouldContain("released");
    }

    [Fact]
    public async Task A_cancelled_run_ends_cleaned_up_and_its_customer_can_be_ordered_again()
    {
        var steps = new FakeSteps().When("speak", _ => new StepResult.Later(TimeSpan.FromMinutes(5)));
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite, steps.Add);
        await world.First.StartAsync();
        var requests = world.First.Get<PrimerRequests>();

        var accepted = await requests.AcceptAsync(PrimerWorld.Request("John Smith"), default);
        await world.RunAsync(accepted.RunId, v => v.Run.State == PrimerState.Retrying);
        (await world.First.Get<PrimerActions>().CancelAsync("main", accepted.RunId, "Morgan Pike", "moved away", default)).ShouldBeTrue();
        var view = await world.RunAsync(accepted.RunId, v => v.Run.IsOver);
        var again = await requests.AcceptAsync(PrimerWorld.Request("John Smith", "r2"), default);

        view.Run.State.ShouldBe(PrimerState.Cancelled);
        again.IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_without_a_trigger_is_found_by_the_sweep()
    {
        var steps = new FakeSteps();
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite, steps.Add);
        var (id, _) = await world.First.Get<PrimerStore>().AcceptAsync(PrimerWorld.Request("John Smith"), subject: null, default);

        await world.First.StartAsync();
        var view = await world.RunAsync(id, v => v.Run.IsOver);

        view.Run.State.ShouldBe(PrimerState.Done);
    }

    [Fact]
    public void A_bad_answer_is_tried_twice_and_a_transient_one_up_to_the_limit()
    {
        var options = new PrimerOptions { FirstRetry = TimeSpan.FromSeconds(2), Tries = 4 };
        RetryRules.Pause(new ServiceException("x", Failure.BadReply, ""), 1, options, 1).ShouldBe(TimeSpan.FromSeconds(2));
        RetryRules.Pause(new ServiceException("x", Failure.BadReply, ""), 2, options, 1).ShouldBeNull();
        RetryRules.Pause(new ServiceException("x", Failure.Transient, ""), 3, options, 0).ShouldBe(TimeSpan.FromSeconds(4));
        RetryRules.Pause(new ServiceException("x", Failure.Transient, ""), 4, options, 0).ShouldBeNull();
        RetryRules.Pause(new ServiceException("x", Failure.Refused, ""), 1, options, 0).ShouldBeNull();
        var asked = new ServiceException("x", Failure.Transient, "") { RetryAfter = TimeSpan.FromMinutes(1) };
        RetryRules.Pause(asked, 1, options, 0).ShouldBe(TimeSpan.FromMinutes(1));
    }

    private static async Task PollAsync(PrimerWorld world)
    {
        await using var scope = world.First.Scope();
        (await scope.ServiceProvider.PollAsync()).ShouldBe(1);
    }
}
