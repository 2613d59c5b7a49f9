using HardE.Agents.State;

namespace HardE.Scenarios;

/// <summary>Two nodes on one PostgreSQL take messages of the same threads; one is killed (faults F1, F3, F7).</summary>
public sealed class TwoNodesTests
{
    private static readonly string[] Threads = ["1700000001.000100", "1700000002.000100", "1700000003.000100"];

    [PostgresFact]
    public async Task Messages_at_both_doors_are_answered_once_and_in_order_also_when_one_node_dies()
    {
        await using var room = await SlackRoom.OpenAsync();
        await using var database = await ScenarioDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var nodes = await TwoNodes.StartAsync(database, room.Settings);
        var (rounds, number) = (Amount.Of(4, 20), 0);

        for (; number < rounds; number++)
        {
            await EachThreadAsync(thread => room.InsistAsync(thread, number, number % 2 == 0 ? nodes.One : nodes.Two));
        }

        var half = EachThreadAsync(thread => room.InsistAsync(thread, number, nodes.One, nodes.Two));
        nodes.One.Kill();
        await half;
        for (number++; number < 2 * rounds; number++)
        {
            await EachThreadAsync(thread => room.InsistAsync(thread, number, nodes.One, nodes.Two)); // the dead one takes nothing: Slack asks again
        }

        await room.AnsweredAsync(() => nodes.Output);
        room.ShouldBeAnsweredOnceInOrder();
    }

    private static Task EachThreadAsync(Func<string, Task> say) => Task.WhenAll(Threads.Select(say));
}
