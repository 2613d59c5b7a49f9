using HardE.Agents.State;
using HardE.Jobs.Engine;
using HardE.Jobs.Primer;
using HardE.Tests.Primer;
using HardE.Tests.State;
using Quartz;

namespace HardE.Tests.Engine;

/// <summary>Quartz on both databases: what is stored survives, and another node goes on.</summary>
public sealed class EngineTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_stored_by_a_node_that_is_gone_is_made_by_the_next(DatabaseKind kind)
    {
        var steps = new FakeSteps();
        await using var world = await PrimerWorld.CreateAsync(kind, steps.Add);
        var accepted = await world.First.Get<PrimerRequests>().AcceptAsync(PrimerWorld.Request("John Smith"), default);

        var next = await world.AddNodeAsync(steps.Add); // the first never worked; only its trigger is left in the store
        await next.StartAsync();
        var view = await world.RunAsync(accepted.RunId, v => v.Run.IsOver);

        view.Run.State.ShouldBe(PrimerState.Done);
        steps.Ran.ShouldBe(PrimerPipeline.Order);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Recurring_jobs_beat_and_are_there_once_after_a_restart(DatabaseKind kind)
    {
        await using var world = await PrimerWorld.CreateAsync(kind);
        await world.First.StartAsync();
        await PrimerWorld.EventuallyAsync(() => world.First.Get<Heartbeats>().ListAsync(default), h => h.Count == 2);
        await world.First.StopAsync();

        var next = await world.AddNodeAsync();
        await next.StartAsync();
        var triggers = await (await next.Get<JobEngine>().SchedulerAsync(default)).GetTriggerKeys(Quartz.Impl.Matchers.GroupMatcher<TriggerKey>.GroupEquals("recurring"));

        triggers.Select(t => t.Name).Order().ShouldBe(["mail_poll", "primer_sweep"]);
        (await next.Get<Heartbeats>().ListAsync(default)).ShouldAllBe(h => h.Failure == null);
    }

    [Fact]
    public async Task A_job_that_stopped_beating_is_late()
    {
        var clock = new ManualTime();
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, clock);
        var beats = new Heartbeats(test.Database, clock);
        await beats.SaveAsync("mail_poll", TimeSpan.FromSeconds(60), "node", null, default);

        clock.Advance(TimeSpan.FromSeconds(120));
        (await beats.ListAsync(default)).Single().IsLate(clock.GetUtcNow()).ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(120));
        (await beats.ListAsync(default)).Single().IsLate(clock.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public async Task Scheduling_beside_a_busy_writer_never_finds_the_database_locked()
    {
        var steps = new FakeSteps();
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite, steps.Add);
        await world.First.StartAsync();
        using var stop = new CancellationTokenSource();
        var writer = WriteAsync(world, stop.Token);

        var ids = new List<string>();
        foreach (var number in Enumerable.Range(0, 20))
        {
            var (id, _) = await world.First.Get<PrimerStore>().AcceptAsync(PrimerWorld.Request("John Smith", $"k{number}"), null, default);
            await world.First.Get<PrimerSchedule>().AtAsync("main", id, TimeProvider.System.GetUtcNow(), default);
            ids.Add(id);
        }

        await PrimerWorld.EventuallyAsync(() => world.QueryAsync("SELECT id FROM primer_run WHERE state = 'done'"), done => done.Count == ids.Count);
        await stop.CancelAsync();
        (await writer).ShouldBeGreaterThan(20);
        (await world.QueryAsync("SELECT name FROM primer_step WHERE attempts > 1")).ShouldBeEmpty();
    }

    private static async Task<int> WriteAsync(PrimerWorld world, CancellationToken stop)
    {
        var count = 0;
        while (!stop.IsCancellationRequested)
        {
            await world.ExecuteAsync($"INSERT INTO mail_suppressed (tenant, address, reason, at) VALUES ('load', 'a{count++}@example.com', 'test', 0)");
        }

        return count;
    }
}
