using HardE.Agents.Roster;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Tests.State;

namespace HardE.Tests.Turns;

public sealed class StandingOrderTests
{
    private static readonly AgentDefinition Triage = new("triage_agent", "Routes.") { Entry = true, Handoffs = ["worker_agent"] };
    private static readonly AgentDefinition Worker =
        new("worker_agent", "Works.") { Tools = ["write_thing", "think", "undo_write"], Sticky = true, State = "draft", Handoffs = ["triage_agent"] };

    [Theory]
    [InlineData("stop", StandingOrder.Stop)]
    [InlineData("Stop!", StandingOrder.Stop)]
    [InlineData("/stop", StandingOrder.Stop)]
    [InlineData("please stop that now", StandingOrder.Stop)]
    [InlineData("undo", StandingOrder.Undo)]
    [InlineData("Undo the last one please", StandingOrder.Undo)]
    [InlineData("can you take that back", StandingOrder.Undo)]
    [InlineData("start over", StandingOrder.StartOver)]
    [InlineData("let's start all over", StandingOrder.StartOver)]
    [InlineData("What waits for me?", StandingOrder.WhatWaits)]
    [InlineData("what's waiting for me", StandingOrder.WhatWaits)]
    [InlineData("anything open for me?", StandingOrder.WhatWaits)]
    [InlineData("what do you still need from me", StandingOrder.WhatWaits)]
    [InlineData("stop the video for John Smith", StandingOrder.None)]
    [InlineData("stop by the Miller house at 5", StandingOrder.None)]
    [InlineData("undo the discount in the script", StandingOrder.None)]
    [InlineData("start over with the roof script for Ana", StandingOrder.None)]
    [InlineData("what's open in the pipeline", StandingOrder.None)]
    [InlineData("list my open jobs", StandingOrder.None)]
    [InlineData("what is waiting in Estimate", StandingOrder.None)]
    public void Only_whole_messages_are_standing_orders(string text, StandingOrder order) => StandingOrders.Of(text).ShouldBe(order);

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Stop_ends_the_running_turn_without_waiting_for_it(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var thinking = new ThinkingTool();
        var harness = Harness(test, turn => turn.ResultOf("think") is null ? Decision.Tool("think", new { }) : Say("thought"), thinking);

        var running = harness.SayAsync(A.Request("think about it", id: "t1"));
        await thinking.Begun.Task;
        var stop = await harness.SayAsync(A.Request("stop", id: "t2"));
        var stopped = await running;

        stop.ShouldNotBeNull().Text.ShouldStartWith("Stopped.");
        stopped.ShouldBeNull("a stopped turn that did nothing has nothing to say");
        (await harness.SayAsync(A.Request("think about it", id: "t1"))).ShouldBeNull("it does not begin again");
    }

    [Fact]
    public async Task Another_person_in_the_thread_does_not_stop_it()
    {
        await using var test = await TestDatabase.CreateAsync();
        var thinking = new ThinkingTool();
        var harness = Harness(test, turn => turn.ResultOf("think") is null ? Decision.Tool("think", new { }) : Say("thought"), thinking);

        var running = harness.SayAsync(A.Request("think about it", id: "t1"));
        await thinking.Begun.Task;
        var stop = await harness.SayAsync(A.Request("stop", id: "t2", speaker: A.Rep("U2")));
        thinking.Finish.SetResult();
        var answer = await running;

        stop.ShouldNotBeNull().Text.ShouldStartWith("Nothing of yours");
        answer.ShouldNotBeNull().Text.ShouldStartWith("thought");
    }

    [Fact]
    public async Task A_write_that_has_begun_is_finished_and_told()
    {
        await using var test = await TestDatabase.CreateAsync();
        TurnHarness? harness = null;
        var tool = new CountingWriteTool(() => harness!.SayAsync(A.Request("stop", id: "t3")).GetAwaiter().GetResult());
        harness = Harness(test, _ => Decision.Tool("write_thing", new { what = "x", confirm = false }), tool);
        await harness.SayAsync(A.Request("write it", id: "t1"));

        var told = await harness.SayAsync(A.Request("yes", id: "t2"));

        told.ShouldNotBeNull().Parts.OfType<ReceiptPart>().ShouldHaveSingleItem();
        tool.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task Stop_answers_an_open_question_with_no()
    {
        await using var test = await TestDatabase.CreateAsync();
        var tool = new CountingWriteTool();
        var harness = Harness(test, _ => Decision.Tool("write_thing", new { what = "x", confirm = false }), tool);
        await harness.SayAsync(A.Request("write it", id: "t1"));

        var stop = await harness.SayAsync(A.Request("stop", id: "t2"));
        await harness.SayAsync(A.Request("yes", id: "t3"));

        stop.ShouldNotBeNull().Text.ShouldBe("Stopped; nothing was changed.");
        tool.Runs.ShouldBe(0);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_waits_shows_the_open_question_and_start_over_drops_it(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var harness = Harness(test, turn =>
        {
            turn.State.Set(turn.Mine("draft"), new Draft("half"));
            return Decision.Tool("write_thing", new { what = "the gate code", confirm = false });
        }, new CountingWriteTool());
        await harness.SayAsync(A.Request("write it", id: "t1"));

        var waits = await harness.SayAsync(A.Request("what waits for me?", id: "t2"));
        var fresh = await harness.SayAsync(A.Request("start over", id: "t3"));
        var nothing = await harness.SayAsync(A.Request("what waits for me?", id: "t4"));

        waits.ShouldNotBeNull().Text.ShouldContain("the gate code");
        fresh.ShouldNotBeNull().Text.ShouldStartWith("A clean start");
        nothing.ShouldNotBeNull().Text.ShouldStartWith("Nothing waits for you");
    }

    [Fact]
    public async Task Undo_runs_the_undo_tool_unless_the_agent_with_the_floor_takes_it_after_its_own_answer()
    {
        await using var test = await TestDatabase.CreateAsync();
        var undo = new UndoTool();
        var taken = 0;
        var worker = new TakingRules("worker_agent", turn =>
        {
            taken += StandingOrders.Of(turn.Text) == StandingOrder.Undo ? 1 : 0;
            turn.State.Set(turn.Mine("draft"), new Draft("half"));
            return Say("ok");
        });
        var harness = new TurnHarness(test, [Triage, Worker], [new ScriptedRules("triage_agent", _ => new Decision.HandOver("worker_agent")), worker], [undo]);

        await harness.SayAsync(A.Request("undo", id: "t1"));
        await harness.SayAsync(A.Request("draft", id: "t2"));
        await harness.SayAsync(A.Request("undo", id: "t3"));

        undo.Runs.ShouldBe(1);
        taken.ShouldBe(1);
    }

    private static TurnHarness Harness(TestDatabase test, Func<TurnContext, Decision> worker, params ITool[] tools) =>
        new(test, [Triage, Worker], [new ScriptedRules("triage_agent", _ => new Decision.HandOver("worker_agent")), new ScriptedRules("worker_agent", worker)], tools);

    private static Decision Say(string text) => Decision.Say(new TurnReply("worker_agent", text));

    private sealed record Draft(string Text);

    private sealed class TakingRules(string agent, Func<TurnContext, Decision> decide) : IAgentRules
    {
        public string Agent => agent;

        public bool Takes(StandingOrder order) => order == StandingOrder.Undo;

        public ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct) => ValueTask.FromResult(decide(turn));
    }

    private sealed class ThinkingTool : Tool<ThinkingTool.Input>
    {
        public sealed record Input;

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource Finish { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public override string Name => "think";
        public override string Description => "Thinks for as long as it takes.";
        public override ToolEffect Effect => ToolEffect.Read;
        public override IReadOnlyList<string> Scopes => [];

        protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
        {
            Begun.TrySetResult();
            await Finish.Task.WaitAsync(ct);
            return ToolResult.Done("thought", input);
        }
    }

    private sealed class UndoTool : Tool<UndoTool.Input>
    {
        public sealed record Input(string? Token = null);

        public int Runs { get; private set; }
        public override string Name => TurnDecisions.UndoTool;
        public override string Description => "Takes back.";
        public override ToolEffect Effect => ToolEffect.Write;
        public override IReadOnlyList<string> Scopes => [];

        protected override Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
        {
            Runs++;
            return Task.FromResult(ToolResult.Done("Taken back.", input));
        }
    }
}
