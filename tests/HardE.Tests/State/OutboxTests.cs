using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace HardE.Tests.State;

public sealed class OutboxTests
{
    private static readonly ReplyAddress There = new("test", "local", "place");

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Messages_to_one_place_come_in_order_and_the_same_id_comes_once(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var (outbox, queue) = Make(test, TimeProvider.System);

        await outbox.SendAsync("main", "1", There, new TurnReply("a", "one"), default);
        await outbox.SendAsync("main", "2", There, new TurnReply("a", "two"), default);
        await outbox.SendAsync("main", "1", There, new TurnReply("a", "one again"), default);

        (await DrainAsync(queue)).ShouldBe(["one", "two"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Being_told_to_wait_uses_up_no_attempt_and_keeps_the_order(DatabaseKind kind)
    {
        var clock = new ManualTime();
        await using var test = await TestDatabase.CreateAsync(kind, clock);
        var (outbox, queue) = Make(test, clock);
        await outbox.SendAsync("main", "1", There, new TurnReply("a", "one"), default);
        await outbox.SendAsync("main", "2", There, new TurnReply("a", "two"), default);

        for (var storm = 0; storm < 40; storm++)
        {
            var row = (await queue.NextAsync(There.Destination, default)).ShouldNotBeNull();
            row.Message.Id.ShouldBe("1");
            row.Attempts.ShouldBe(0);
            await queue.RetryAsync(row, TimeSpan.FromSeconds(30), counts: false, default);
            (await queue.NextAsync(There.Destination, default)).ShouldBeNull("the second must not overtake the first");
            clock.Advance(TimeSpan.FromSeconds(31));
        }

        (await DrainAsync(queue)).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task What_another_run_of_the_node_left_is_marked_as_perhaps_sent()
    {
        await using var test = await TestDatabase.CreateAsync();
        var (outbox, _) = Make(test, TimeProvider.System);
        await outbox.SendAsync("main", "1", There, new TurnReply("a", "one"), default);
        var restarted = new OutboxQueue(test.Database, Owners(test, TimeProvider.System), test.Vault, new NodeIdentity(test.Data, TimeProvider.System), TimeProvider.System);

        var row = await restarted.NextAsync(There.Destination, default);

        row.ShouldNotBeNull().Message.MaybeSent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_card_with_a_slot_replaces_the_one_before()
    {
        await using var test = await TestDatabase.CreateAsync();
        var (outbox, queue) = Make(test, TimeProvider.System);
        await outbox.SendAsync("main", "1", There, new TurnReply("a", "10 %") { Slot = "run" }, default);
        await queue.SentAsync((await queue.NextAsync(There.Destination, default))!, "platform-1", default);

        await outbox.SendAsync("main", "2", There, new TurnReply("a", "20 %") { Slot = "run" }, default);

        (await queue.NextAsync(There.Destination, default)).ShouldNotBeNull().Message.Replaces.ShouldBe("platform-1");
    }

    private static (Outbox Outbox, OutboxQueue Queue) Make(TestDatabase test, TimeProvider clock) => (
        new Outbox(test.Database, test.Vault, test.Node, new OutboxSignal(), clock),
        new OutboxQueue(test.Database, Owners(test, clock), test.Vault, test.Node, clock));

    internal static OutboxOwners Owners(TestDatabase test, TimeProvider clock) =>
        new(test.Leases, new NodeCalls(test.Database, clock, NullLogger<NodeCalls>.Instance), new OutboxSignal(), clock);

    private static async Task<List<string>> DrainAsync(OutboxQueue queue)
    {
        var texts = new List<string>();
        while (await queue.NextAsync(There.Destination, default) is { } row)
        {
            texts.Add(row.Message.Reply.Text);
            await queue.SentAsync(row, null, default);
        }

        return texts;
    }
}
