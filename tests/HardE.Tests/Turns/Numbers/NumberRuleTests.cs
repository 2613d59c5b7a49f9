using System.Globalization;
using HardE.Agents.Roster;
using HardE.Agents.Turns;
using HardE.Agents.Turns.Numbers;
using HardE.Simulators;
using HardE.Tests.Models;
using HardE.Tests.State;
using Xunit.Abstractions;

namespace HardE.Tests.Turns.Numbers;

/// <summary>No number without a parent: what a model makes up is not sent, what it has from somewhere is.</summary>
public sealed class NumberRuleTests(ITestOutputHelper output)
{
    private const int Planted = 500;
    private const int InOneReply = 5;

    [Fact]
    public async Task Of_500_planted_numbers_none_is_sent()
    {
        await using var world = await ScriptedModel.StartAsync();
        var sayings = new Sayings(seed: 20_261_122);
        var (sent, replies, lost) = (new List<string>(), 0, 0);
        for (var planted = 0; planted < Planted; planted += InOneReply)
        {
            var orphans = Enumerable.Range(0, InOneReply).Select(_ => sayings.Orphan()).ToList();
            var (before, after) = ("Thank you for asking.", "Tell me when they decide.");
            var reply = await world.SayAsync(string.Join(orphans.All(o => o.EndsWith('.')) ? " " : "\n", [before, .. orphans, after]));
            sent.AddRange(orphans.Where(o => reply.Text.Contains(o, StringComparison.Ordinal)));
            replies++;
            if (!reply.Text.Contains(before, StringComparison.Ordinal) || !reply.Text.Contains(after, StringComparison.Ordinal))
            {
                lost++;
                output.WriteLine($"lost a clean sentence of: {string.Join(" | ", orphans)} => {reply.Text}");
            }

            reply.Text.ShouldContain("left out");
        }

        output.WriteLine($"{Planted} orphan numbers in {replies} replies: {sent.Count} sent. {replies} replies with clean sentences around them: {lost} lost.\n{string.Join('\n', sent)}");
        sent.ShouldBeEmpty(string.Join("\n", sent));
        lost.ShouldBe(0);
    }

    [Fact]
    public void Of_500_clean_replies_at_most_five_are_touched()
    {
        var sayings = new Sayings(seed: 7);
        var touched = Enumerable.Range(0, 500).Select(_ => sayings.Clean()).Where(said => Check(said).Dropped > 0).ToList();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"500 clean replies: {touched.Count} touched ({touched.Count / 5.0:F1} %).\n{string.Join('\n', touched)}"));
        touched.Count.ShouldBeLessThanOrEqualTo(5, string.Join("\n", touched));
    }

    /// <summary>Sentences that were written after the rule, by hand and in other words than the generator's.</summary>
    [Fact]
    public void Sentences_written_after_the_rule_are_told_apart_too()
    {
        var sent = FreshSayings.Orphans.Where(o => Check(o).Dropped == 0).ToList();
        var touched = FreshSayings.Clean.Where(c => Check(c).Dropped > 0).ToList();

        output.WriteLine($"{FreshSayings.Orphans.Count} fresh orphans: {sent.Count} sent. {FreshSayings.Clean.Count} fresh clean ones: {touched.Count} touched.\n{string.Join('\n', sent.Concat(touched))}");
        sent.ShouldBeEmpty();
        touched.ShouldBeEmpty();
    }

    [Fact]
    public void The_rest_of_a_reply_stays_as_it_was()
    {
        var reply = Check("**Quote**\n\n- Roof: $12,480.00\n- Gutters: $2,310\n\nThank you! It is 24/7. That is 4,444 dollars. Bye.");

        reply.Dropped.ShouldBe(2);
        reply.Text.ShouldStartWith("**Quote**\n\n- Roof: $12,480.00\n\nThank you! It is 24/7. Bye.");
        reply.Text.ShouldEndWith("Ask me to look it up or work it out._");
    }

    [Theory]
    [InlineData("That is 8\npercent more.")]
    [InlineData("It costs １２５０ dollars.")]
    [InlineData("It costs one two five zero dollars.")]
    [InlineData("It costs $1,**250**.")]
    public void Tricks_of_writing_do_not_help(string reply) => Check(reply).Dropped.ShouldBeGreaterThan(0);

    [Fact]
    public void What_a_model_put_into_a_call_is_no_source()
    {
        var turn = A.Turn("how much?");
        turn.Add(new ToolStep("desk", ToolCall.Of("search_catalog", new { query = "$4,250" }), ToolResult.NotFound("Nothing is called '$4,250'.")));

        NumberRule.Check("It is $4,250.", turn).Dropped.ShouldBe(1);
    }

    [Fact]
    public void What_was_told_before_may_be_told_again()
    {
        var history = new TranscriptLine("assistant", "pricing_agent", "The roof comes to $18,204.", A.Tuesday);
        var turn = new TurnContext(A.Request("and again?"), A.State(), [history]);

        NumberRule.Check("As I said, $18,204.", turn).Dropped.ShouldBe(0);
        NumberRule.Check("As I said, $18,304.", turn).Dropped.ShouldBe(1);
    }

    private static CheckedReply Check(string reply)
    {
        var turn = A.Turn(Sayings.Asked);
        turn.Add(new ToolStep("desk", ToolCall.Of("price_job", new { }), Sayings.Found));
        return NumberRule.Check(reply, turn);
    }

    /// <summary>The runner with one agent whose rules leave everything to a model that says what it is told to.</summary>
    private sealed class ScriptedModel : IAsyncDisposable
    {
        private readonly TestDatabase database;
        private readonly ModelSimulator server;
        private readonly ModelWorld models;
        private readonly TurnHarness harness;
        private int turns;

        private ScriptedModel(TestDatabase database, ModelSimulator server)
        {
            (this.database, this.server, models) = (database, server, new ModelWorld(server.Url));
            var agent = ModelWorld.Agent("desk") with { Entry = true, Tools = ["price_job"] };
            harness = new TurnHarness(database, [agent], [new ScriptedRules("desk", _ => new Decision.Unsure())], [new PriceJob()])
            {
                Stage = models.Stage,
                Config = new AgentConfig { Limits = new LimitsEntry { User = new UserLimits { RunsPerMinute = 10_000 } } },
            };
        }

        public static async Task<ScriptedModel> StartAsync() => new(await TestDatabase.CreateAsync(), await ModelSimulator.StartAsync());

        /// <summary>A turn in which the model looks the job up and then says this.</summary>
        public async Task<TurnReply> SayAsync(string words)
        {
            server.NextStream(
                """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"price_job","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}""",
                "[DONE]");
            server.NextStream(
                TurnJson.Write(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta = new { content = words }, finish_reason = "stop" } } }),
                "[DONE]");
            var id = $"turn-{++turns:0000}";
            var request = A.Request(Sayings.Asked, id: id) with { Conversation = id, ReplyTo = new ReplyAddress("terminal", "local", id) };
            return (await harness.SayAsync(request)).ShouldNotBeNull();
        }

        public async ValueTask DisposeAsync()
        {
            models.Dispose();
            await server.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    private sealed class PriceJob : Tool<PriceJob.Input>
    {
        public sealed record Input;

        public override string Name => "price_job";
        public override string Description => "Prices the job.";
        public override ToolEffect Effect => ToolEffect.Read;
        public override IReadOnlyList<string> Scopes => [];

        protected override Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct) => Task.FromResult(Sayings.Found);
    }
}
