using HardE.Agents.Crm;
using HardE.Agents.Scripting;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Jobs.Primer;
using HardE.Tests.State;

namespace HardE.Tests.Primer;

/// <summary>Runs that a person starts again from a step.</summary>
public sealed class PrimerRestartTests
{
    private static readonly PrimerCustomer John = new(CrmId.Of(CrmKind.Customer, "c-101"), "John Smith", "John", "john.smith@example.com", null, null, null);
    private static readonly PrimerScript Script = new("Before we meet", [new ScriptSection("Welcome", "Hello John.")], 2, []);

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_failed_run_goes_on_at_the_step_that_failed_with_what_was_made_before(DatabaseKind kind)
    {
        var steps = new FakeSteps()
            .When("find_customer", run => new StepResult.Done(run with { Work = run.Work with { Customer = John } }, ""))
            .When("write_script", run => new StepResult.Done(run with { Work = run.Work with { Script = Script } }, ""))
            .When("speak", FakeSteps.Fail(Failure.Refused));
        await using var world = await PrimerWorld.CreateAsync(kind, steps.Add);
        var id = await FailedAsync(world);

        var (step, words) = await FromAsync(world, id, "speak");
        var view = await world.RunAsync(id, v => v.Run.IsOver);

        (step, words).ShouldBe(("speak", "It goes on from step speak."));
        view.Run.State.ShouldBe(PrimerState.Done);
        view.Run.Work.Script!.Text.ShouldBe("Hello John.");
        steps.Ran.ShouldBe(["read_request", .. PrimerPipeline.Order.Skip(3)]); // the two with an output of their own are not in the list of fakes
        view.History.Single(h => h.Act == "again from speak").ShouldSatisfyAllConditions(h => h.Actor.ShouldBe("Morgan Pike"), h => h.Reason.ShouldBe("voice is back"));
    }

    [Fact]
    public async Task Where_the_material_is_gone_it_begins_earlier_and_says_so()
    {
        var steps = new FakeSteps()
            .When("find_customer", run => new StepResult.Done(run with { Work = run.Work with { Customer = John } }, ""))
            .When("write_script", run => new StepResult.Done(run with { Work = run.Work with { Script = Script } }, ""))
            .When("assemble", FakeSteps.Fail(Failure.Refused));
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite, steps.Add);
        var id = await FailedAsync(world);

        var (step, words) = await FromAsync(world, id, "assemble");

        (step, words).ShouldBe(("speak", "What later steps need is gone, so it begins at step speak."));
        (await world.RunAsync(id, v => v.Run.IsOver)).Run.State.ShouldBe(PrimerState.Done);
        steps.Ran.Count(s => s == "speak").ShouldBe(2);
    }

    [Fact]
    public async Task A_run_that_changed_since_it_was_seen_is_left_alone()
    {
        var steps = new FakeSteps().When("speak", FakeSteps.Fail(Failure.Refused));
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite, steps.Add);
        var id = await FailedAsync(world);
        var seen = (await world.First.Get<PrimerStore>().FindAsync("main", id, default))!.Version;

        (await world.First.Get<PrimerActions>().FromAsync("main", id, "speak", "Morgan Pike", "again", default, seen - 1)).Step.ShouldBeNull();
        (await world.First.Get<PrimerActions>().FromAsync("main", id, "speak", "Morgan Pike", "again", default, seen)).Step.ShouldNotBeNull();
        (await world.First.Get<PrimerActions>().FromAsync("main", id, "speak", "Morgan Pike", "again", default, seen)).Step.ShouldBeNull();
        (await world.First.Get<PrimerActions>().FromAsync("main", id, "dance", "Morgan Pike", "again", default)).Step.ShouldBeNull();
    }

    [Fact]
    public async Task A_newer_run_for_the_same_customer_is_not_doubled()
    {
        var steps = new FakeSteps().When("speak", FakeSteps.Fail(Failure.Refused), _ => new StepResult.Later(TimeSpan.FromMinutes(5)));
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite, steps.Add);
        var id = await FailedAsync(world);
        var newer = await world.First.Get<PrimerRequests>().AcceptAsync(PrimerWorld.Request("John Smith", "r2"), default);

        var (step, words) = await FromAsync(world, id, "speak");

        step.ShouldBeNull();
        words.ShouldContain(newer.RunId);
        (await world.First.Get<PrimerStore>().FindAsync("main", id, default))!.State.ShouldBe(PrimerState.Failed);
    }

    [Fact]
    public async Task A_second_failure_is_told_like_the_first()
    {
        var steps = new FakeSteps().When("speak", FakeSteps.Fail(Failure.Refused), FakeSteps.Fail(Failure.Refused));
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite, steps.Add);
        var id = await FailedAsync(world);

        await FromAsync(world, id, "speak");
        await world.RunAsync(id, v => v.Run is { IsOver: true, Round: 1 });

        (await world.SaidAsync()).Count(said => said.Contains("could not be made", StringComparison.Ordinal)).ShouldBe(2);
    }

    private static async Task<string> FailedAsync(PrimerWorld world)
    {
        await world.First.StartAsync();
        var accepted = await world.First.Get<PrimerRequests>().AcceptAsync(PrimerWorld.Request("John Smith"), default);
        (await world.RunAsync(accepted.RunId, v => v.Run.IsOver)).Run.State.ShouldBe(PrimerState.Failed);
        return accepted.RunId;
    }

    private static Task<(string? Step, string Words)> FromAsync(PrimerWorld world, string id, string step) =>
        world.First.Get<PrimerActions>().FromAsync("main", id, step, "Morgan Pike", "voice is back", default);
}
