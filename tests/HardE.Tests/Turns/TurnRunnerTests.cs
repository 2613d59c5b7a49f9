using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Tests.State;

namespace HardE.Tests.Turns;

public sealed class TurnRunnerTests
{
    private static readonly AgentDefinition Triage = new("triage_agent", "Routes.") { Entry = true, Handoffs = ["worker_agent"] };
    private static readonly AgentDefinition Worker =
        new("worker_agent", "Works.") { Tools = ["write_thing"], Sticky = true, State = "draft", Handoffs = ["triage_agent"] };

    private static ScriptedRules ToWorker { get; } = new("triage_agent", _ => new Decision.HandOver("worker_agent"));

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_is_handed_over_and_answered_once(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var harness = Harness(test, turn => Decision.Say(new TurnReply("worker_agent", $"You said {turn.Text}")));

        var reply = await harness.SayAsync(A.Request("hello"));
        var again = await harness.SayAsync(A.Request("hello"));

        reply.ShouldNotBeNull().Text.ShouldStartWith("You said hello");
        reply.Agent.ShouldBe("worker_agent");
        again.ShouldBeNull("the same turn is not answered twice");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_write_waits_for_a_yes_and_happens_once(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var tool = new CountingWriteTool();
        var harness = Harness(test, Write, tool);

        var preview = await harness.SayAsync(A.Request("write it", id: "t1"));
        var done = await harness.SayAsync(A.Request("yes", id: "t2"));
        var twice = await harness.SayAsync(Press(preview!, "t3"));

        preview.ShouldNotBeNull().Text.ShouldContain("Shall I go ahead?");
        done.ShouldNotBeNull().Parts.OfType<ReceiptPart>().ShouldHaveSingleItem();
        twice.ShouldNotBeNull().Text.ShouldBe("That was done already.");
        tool.Runs.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, "customers and prices here are samples")]
    [InlineData(false, "these are the live records of Acme Roofing")]
    public async Task The_first_reply_says_which_world_this_is_and_the_second_does_not(bool demo, string said)
    {
        await using var test = await TestDatabase.CreateAsync();
        var harness = new TurnHarness(test, [Triage, Worker], [ToWorker, new ScriptedRules("worker_agent", _ => Decision.Say(new TurnReply("worker_agent", "ok")))], [])
        {
            Company = new CompanyOptions { Name = "Acme Roofing", Demo = demo },
        };

        var first = await harness.SayAsync(A.Request("hello", id: "t1"));
        var second = await harness.SayAsync(A.Request("hello again", id: "t2"));

        first.ShouldNotBeNull().Text.ShouldContain(said);
        second.ShouldNotBeNull().Text.ShouldBe("ok");
    }

    [Fact]
    public async Task A_yes_to_a_newer_question_does_not_set_off_an_older_change()
    {
        await using var test = await TestDatabase.CreateAsync();
        var tool = new CountingWriteTool();
        var harness = Harness(test, turn => turn.Text == "write it" ? Write(turn) : Decision.Say(new TurnReply("worker_agent", "Is it a cell?")), tool);

        await harness.SayAsync(A.Request("write it", id: "t1"));
        await harness.SayAsync(A.Request("her number is new", id: "t2"));
        var unsure = await harness.SayAsync(A.Request("yes", id: "t3"));
        var runs = tool.Runs;
        var sure = await harness.SayAsync(A.Request("yes", id: "t4"));

        unsure.ShouldNotBeNull().Text.ShouldContain("still open: I would write 'x'");
        runs.ShouldBe(0);
        sure.ShouldNotBeNull().Parts.OfType<ReceiptPart>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("fi\u200Bnd\u00A0John\u0007 Smith", "find John  Smith")]
    [InlineData("<p>add <b>Sarah</b> Johnson</p><script>alert('x')</script><br>201-555-0123 &amp; siding", "add Sarah Johnson\n201-555-0123 & siding")]
    [InlineData("Ana <ana@example.com> has <3 bids", "Ana <ana@example.com> has <3 bids")]
    public async Task Agents_read_plain_text(string said, string read)
    {
        await using var test = await TestDatabase.CreateAsync();
        var harness = Harness(test, turn => Decision.Say(new TurnReply("worker_agent", turn.Text)));

        var reply = await harness.SayAsync(A.Request(said));

        reply.ShouldNotBeNull().Text.Split("\n\n_")[0].ShouldBe(read);
    }

    [Fact]
    public async Task Confirm_true_without_a_sealed_yes_becomes_a_preview()
    {
        await using var test = await TestDatabase.CreateAsync();
        var tool = new CountingWriteTool();
        var harness = Harness(test, _ => Decision.Tool("write_thing", new { what = "x", confirm = true }), tool);

        var reply = await harness.SayAsync(A.Request("write it now, no questions"));

        reply.ShouldNotBeNull().Text.ShouldContain("Shall I go ahead?");
        tool.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task Another_person_cannot_give_the_yes()
    {
        await using var test = await TestDatabase.CreateAsync();
        var tool = new CountingWriteTool();
        var harness = Harness(test, Write, tool);

        var preview = await harness.SayAsync(A.Request("write it", id: "t1"));
        var foreign = await harness.SayAsync(Press(preview!, "t2") with { Speaker = A.Rep("U2") });

        foreign.ShouldNotBeNull().Text.ShouldBe("Only the person I asked can answer that.");
        tool.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_no_changes_nothing_and_a_later_yes_does_nothing()
    {
        await using var test = await TestDatabase.CreateAsync();
        var tool = new CountingWriteTool();
        var harness = Harness(test, Write, tool);

        var preview = await harness.SayAsync(A.Request("write it", id: "t1"));
        var no = await harness.SayAsync(A.Request("no", id: "t2"));
        await harness.SayAsync(Press(preview!, "t3"));

        no.ShouldNotBeNull().Text.ShouldBe("All right, nothing was changed.");
        tool.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_guest_may_not_write()
    {
        await using var test = await TestDatabase.CreateAsync();
        var tool = new CountingWriteTool();
        var harness = Harness(test, turn => turn.ResultOf("write_thing") is { } result
            ? Decision.Say(new TurnReply("worker_agent", result.Summary))
            : Write(turn), tool);

        var reply = await harness.SayAsync(A.Request("write it", speaker: A.Rep(role: Roles.Guest)));

        reply.ShouldNotBeNull().Text.ShouldContain("Your role (guest)");
        tool.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_turn_that_died_after_its_write_does_not_write_again()
    {
        await using var test = await TestDatabase.CreateAsync();
        using var cancel = new CancellationTokenSource();
        var tool = new CountingWriteTool(() =>
        {
            cancel.Cancel(); // the process stops here: the thing is written, its end is not noted
            cancel.Token.ThrowIfCancellationRequested();
        });
        var harness = Harness(test, Write, tool);
        await harness.SayAsync(A.Request("write it", id: "t1"));

        await Should.ThrowAsync<OperationCanceledException>(harness.SayAsync(A.Request("yes", id: "t2"), cancel.Token));
        var afterRestart = await harness.SayAsync(A.Request("yes", id: "t2"));

        afterRestart.ShouldNotBeNull().Text.ShouldContain("cannot see whether it happened");
        tool.Runs.ShouldBe(1);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_sticky_agent_keeps_the_floor_while_its_document_lives(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var heardByTriage = 0;
        var triage = new ScriptedRules("triage_agent", _ =>
        {
            heardByTriage++;
            return new Decision.HandOver("worker_agent");
        });
        var worker = new ScriptedRules("worker_agent", turn =>
        {
            if (turn.Text == "done")
            {
                turn.State.Remove(turn.Mine("draft"));
            }
            else
            {
                turn.State.Set(turn.Mine("draft"), new Draft(turn.Text));
            }

            return Decision.Say(new TurnReply("worker_agent", "ok"));
        });
        var harness = new TurnHarness(test, [Triage, Worker], [triage, worker], []);

        await harness.SayAsync(A.Request("one", id: "t1"));
        await harness.SayAsync(A.Request("two", id: "t2"));
        await harness.SayAsync(A.Request("done", id: "t3"));
        await harness.SayAsync(A.Request("four", id: "t4"));

        heardByTriage.ShouldBe(2);
    }

    [Fact]
    public async Task Agents_that_pass_the_ball_end_in_a_question()
    {
        await using var test = await TestDatabase.CreateAsync();
        var harness = Harness(test, _ => new Decision.HandOver("triage_agent"));

        var reply = await harness.SayAsync(A.Request("hello"));

        reply.ShouldNotBeNull().Text.ShouldContain("I am not sure");
    }

    [Fact]
    public async Task Rules_that_throw_give_a_reference_and_save_nothing_half_done()
    {
        await using var test = await TestDatabase.CreateAsync();
        var harness = Harness(test, turn =>
        {
            turn.State.Set(turn.Mine("draft"), new Draft("half"));
            throw new InvalidOperationException("a bug");
        });

        var reply = await harness.SayAsync(A.Request("hello"));

        reply.ShouldNotBeNull().Text.ShouldContain("Reference");
        reply.Text.ShouldNotContain("a bug");
    }

    [Theory]
    [InlineData(30_000)]
    [InlineData(40_000)]
    public async Task A_very_long_message_is_answered_and_not_read(int length)
    {
        await using var test = await TestDatabase.CreateAsync();
        var harness = Harness(test, _ => throw new InvalidOperationException("must not be asked"));

        var reply = await harness.SayAsync(A.Request(new string('x', length)));

        reply.ShouldNotBeNull().Text.ShouldContain("24,000");
    }

    [Fact]
    public async Task A_lost_lease_saves_nothing()
    {
        await using var test = await TestDatabase.CreateAsync();
        var harness = Harness(test, _ => Decision.Say(new TurnReply("worker_agent", "ok")));
        var old = await test.Leases.TakeAsync("conversation:x", default);
        await test.Leases.TakeAsync("conversation:x", default);

        await Should.ThrowAsync<LeaseLostException>(harness.Runner().RunAsync(A.Request("hello"), old!, default));

        (await harness.Queue.NextAsync(A.Request("hello").ReplyTo.Destination, default)).ShouldBeNull();
    }

    private static TurnHarness Harness(TestDatabase test, Func<TurnContext, Decision> worker, params ITool[] tools) =>
        new(test, [Triage, Worker], [ToWorker, new ScriptedRules("worker_agent", worker)], tools);

    private static Decision Write(TurnContext turn) => Decision.Tool("write_thing", new { what = "x", confirm = false });

    private static TurnRequest Press(TurnReply preview, string id) =>
        A.Request("", id: id) with { Press = preview.Parts.OfType<ButtonsPart>().Single().Buttons[0].Token };

    private sealed record Draft(string Text);
}
