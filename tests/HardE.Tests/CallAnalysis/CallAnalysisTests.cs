using HardE.Agents.CallAnalysis.Recorded;
using HardE.Agents.Turns;
using HardE.Tests.Commands.Eval;

namespace HardE.Tests.CallAnalysis;

public sealed class CallAnalysisTests : IAsyncLifetime
{
    private CallWorld world = null!;

    public async Task InitializeAsync() => world = await CallWorld.CreateAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Every_development_case_has_its_numbers_words_and_sources()
    {
        var report = await EvalFiles.RunAsync("samples/evals/analysis.jsonl");

        report.Failed.ShouldBe(0, report.Failures());
    }

    [Fact]
    public async Task Coaching_points_to_lines_of_the_call_and_is_the_same_every_time()
    {
        var first = await AskAsync("coach me on call-06");
        var again = await AskAsync("coach me on call-06");

        first.Text.ShouldContain("Only 1 question");
        first.Text.ShouldContain("What is there to think about");
        again.Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task Lines_about_a_subject_are_found_with_their_call_and_line()
    {
        var reply = await AskAsync("go over the recorded calls and tell me who asked about the deductible and when");

        reply.Text.ShouldContain("call-02, line");
        reply.Parts.OfType<CitationsPart>().Single().Sources[0].Id.ShouldBe("call-02");
    }

    [Theory]
    [InlineData("coach me on call-99", "no call")]
    [InlineData("calls of Rep Z", "0 of the 12")]
    public async Task What_is_not_there_is_said(string question, string words) => (await AskAsync(question)).Text.ShouldContain(words);

    [Fact]
    public async Task A_pattern_comes_with_an_example_and_its_line()
    {
        var reply = await AskAsync("which objections came up in the calls we lost?");

        reply.Text.ShouldContain("for example call-06, line ");
        reply.Text.ShouldContain("We'd like to think about it.");
    }

    [Fact]
    public async Task A_scorecard_is_the_same_every_time_and_names_its_lines()
    {
        var first = await AskAsync("scorecard for call-06");
        var again = await AskAsync("scorecard for call-06");
        var best = await AskAsync("score call-01");

        again.Text.ShouldBe(first.Text);
        first.Text.ShouldContain("of 100 points** (scorecard edition 1)");
        first.Text.ShouldContain("the price moved instead of the scope (line ");
        Total(best.Text).ShouldBeGreaterThan(Total(first.Text));
    }

    [Theory]
    [InlineData("coach me on call-06", "**Coaching**")]
    [InlineData("scorecard for call-06", "directors and owners")]
    [InlineData("Rep E's record please: number of calls, wins", "directors and owners")]
    [InlineData("which reps close best?", "directors and owners")]
    public async Task How_a_rep_does_is_not_told_to_another_rep(string question, string words)
    {
        var reply = await world.AskAsync(A.Rep(), question);

        (reply.Text + string.Join(' ', reply.Parts)).ShouldNotContain("Rep E");
        if (words == "**Coaching**")
        {
            reply.Text.ShouldNotContain(words);
            reply.Text.ShouldNotContain("Director's note");
        }
        else
        {
            reply.Text.ShouldContain(words);
        }
    }

    [Fact]
    public async Task A_rep_is_coached_on_calls_of_their_own()
    {
        await world.KeepAsync("REP: It is nine thousand dollars.\nHOMEOWNER: That's too expensive.\n", rep: "Riley Rep", CallConsent.All);

        (await world.AskAsync(A.Rep(), "coach me on call-101")).Text.ShouldContain("Coaching");
        (await world.AskAsync(A.Rep("U2") with { Name = "Sam Other" }, "coach me on call-101")).Text.ShouldNotContain("Coaching");
    }

    [Fact]
    public async Task In_a_shared_room_nobody_is_coached()
    {
        var reply = await world.AskAsync(A.Rep(role: Roles.Director), "scorecard for call-06", shared: true);

        reply.Text.ShouldContain("direct message");
    }

    private static int Total(string card) => int.Parse(card.Split(": ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private Task<TurnReply> AskAsync(string question) => world.AskAsync(A.Rep(role: Roles.Director), question);
}
