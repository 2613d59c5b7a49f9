using HardE.Bot.Api;
using HardE.Bot.Channels.Terminal;
using HardE.Bot.Commands;

namespace HardE.Tests.Admin;

/// <summary>The words behind a held film's buttons, through triage and agent to the run.</summary>
public sealed class HeldFilmTests
{
    [Theory]
    [InlineData("Release", "queued")]
    [InlineData("Cancel", "ending")]
    public async Task The_words_of_a_button_reach_the_run(string verb, string state)
    {
        await using var host = await BotHost.StartAsync();
        using var orders = new PrimerClient(host.Address);
        var run = (await orders.OrderAsync(new PrimerOrderBody { Customer = "John Smith", Hold = true }, "k", default)).Taken!.Id;
        await host.ExecuteAsync("UPDATE primer_run SET state = 'held', steps_done = 8");
        using var terminal = new TerminalClient(host.Address);

        var reply = await terminal.AskAsync(new TerminalMessage("m1", "t", null, $"say:{verb} the primer video {run}", null, "director"), default);

        reply.Text.ShouldContain("John Smith");
        (await host.QueryAsync("SELECT state FROM primer_run")).ShouldBe([state]);
    }

    [Fact]
    public async Task A_guest_decides_nothing()
    {
        await using var host = await BotHost.StartAsync();
        using var orders = new PrimerClient(host.Address);
        var run = (await orders.OrderAsync(new PrimerOrderBody { Customer = "John Smith", Hold = true }, "k", default)).Taken!.Id;
        await host.ExecuteAsync("UPDATE primer_run SET state = 'held', steps_done = 8");
        using var terminal = new TerminalClient(host.Address);

        await terminal.AskAsync(new TerminalMessage("m1", "t", null, $"say:Release the primer video {run}", null, "production"), default);

        (await host.QueryAsync("SELECT state FROM primer_run")).ShouldBe(["held"]);
    }
}
