using HardE.Agents.State;

namespace HardE.Tests.State;

public sealed class LeftoverWatchTests
{
    private readonly Bells bells = new();

    [Fact]
    public async Task While_all_goes_well_it_looks_seldom()
    {
        using var watch = new LeftoverWatch(bells);

        var waiting = watch.WaitAsync(default);

        bells.Set.ShouldHaveSingleItem().After.ShouldBe(LeftoverWatch.Seldom);
        bells.Ring(0);
        await waiting;
    }

    [Fact]
    public async Task After_something_was_left_behind_it_looks_soon_and_once()
    {
        using var watch = new LeftoverWatch(bells);
        watch.LeftBehind();
        watch.LeftBehind();

        var waiting = watch.WaitAsync(default);
        while (bells.Set.Count < 2)
        {
            await Task.Yield();
        }

        bells.Set[1].After.ShouldBe(LeftoverWatch.Soon);
        bells.Ring(1);
        await waiting;
        watch.WaitAsync(default).IsCompleted.ShouldBeFalse();
        bells.Set[^1].After.ShouldBe(LeftoverWatch.Seldom);
    }

    /// <summary>A clock whose timers ring when the test says so.</summary>
    private sealed class Bells : TimeProvider
    {
        public List<(TimeSpan After, Action Ring)> Set { get; } = [];

        public void Ring(int number) => Set[number].Ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Set.Add((dueTime, () => callback(state)));
            }

            return new Silent();
        }
    }

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
