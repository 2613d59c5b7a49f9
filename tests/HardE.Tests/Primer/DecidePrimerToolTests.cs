using HardE.Agents.Turns;
using HardE.Jobs.Primer;

namespace HardE.Tests.Primer;

/// <summary>What the buttons of a held film's card do, and the same in a person's own words.</summary>
public sealed class DecidePrimerToolTests
{
    [Fact]
    public async Task Send_lets_the_held_film_of_this_chat_go()
    {
        await using var world = await PrimerWorld.CreateAsync(HardE.Agents.State.DatabaseKind.Sqlite);
        var id = await HeldAsync(world, "John Smith", "r1");

        var result = await DecideAsync(world, "r1", new { decision = "send", run = (string?)null, customer = (string?)null });

        result.Summary.ShouldContain("goes to the homeowner now");
        (await world.First.Get<PrimerStore>().FindAsync("main", id, default))!.State.ShouldBe(PrimerState.Queued);
        (await DecideAsync(world, "r1", new { decision = "send", run = id, customer = (string?)null })).Summary.ShouldContain("not ready yet");
    }

    [Fact]
    public async Task Another_chat_does_not_guess_but_may_name_the_run()
    {
        await using var world = await PrimerWorld.CreateAsync(HardE.Agents.State.DatabaseKind.Sqlite);
        var id = await HeldAsync(world, "John Smith", "r1");

        (await DecideAsync(world, "other", new { decision = "send", run = (string?)null, customer = (string?)null })).Outcome.ShouldBe(ToolOutcome.NotFound);
        (await DecideAsync(world, "other", new { decision = "cancel", run = id, customer = (string?)null })).Summary.ShouldContain("cancelling");
        (await world.QueryAsync("SELECT state || ' ' || ends_as FROM primer_run")).ShouldBe(["ending cancelled"]);
    }

    [Fact]
    public async Task Of_two_films_the_named_customers_is_meant_else_it_asks()
    {
        await using var world = await PrimerWorld.CreateAsync(HardE.Agents.State.DatabaseKind.Sqlite);
        await HeldAsync(world, "John Smith", "r1");
        var second = await HeldAsync(world, "Thomas Johnson", "r1");

        var asked = await DecideAsync(world, "r1", new { decision = "send", run = (string?)null, customer = (string?)null });
        asked.Outcome.ShouldBe(ToolOutcome.NeedsInput);
        asked.Parts.OfType<ButtonsPart>().Single().Buttons.Select(b => b.Token).ShouldContain($"say:Release the primer video {second}");
        (await DecideAsync(world, "r1", new { decision = "send", run = (string?)null, customer = "Johnson" })).Summary.ShouldContain("Thomas Johnson");
    }

    private static async Task<string> HeldAsync(PrimerWorld world, string customer, string chat)
    {
        var request = PrimerWorld.Request(customer, chat, hold: true);
        request = request with { Door = request.Door with { Key = $"{chat}:{customer}" } };
        var accepted = await world.First.Get<PrimerRequests>().AcceptAsync(request, default);
        await world.ExecuteAsync($"UPDATE primer_run SET state = 'held', steps_done = 8 WHERE id = '{accepted.RunId}'");
        return accepted.RunId;
    }

    private static Task<ToolResult> DecideAsync<T>(PrimerWorld world, string chat, T input)
    {
        var tool = world.First.Get<IEnumerable<ITool>>().Single(t => t.Name == "decide_primer_video");
        var turn = new TurnContext(A.Request("", conversation: chat), A.State(), []);
        return tool.RunAsync(TurnJson.Element(input), turn, default);
    }
}
