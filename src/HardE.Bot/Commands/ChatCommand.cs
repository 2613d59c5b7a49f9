using System.CommandLine;
using System.Globalization;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Terminal;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde chat</c>: a conversation in the terminal; choices are picked by number.</summary>
internal static class ChatCommand
{
    public static Command Make()
    {
        var conversation = new Option<string>("--conversation") { Description = "Name of the conversation to open or go on with.", DefaultValueFactory = _ => "chat" };
        var role = new Option<string>("--role") { Description = "Speak as rep, office, director or owner.", DefaultValueFactory = _ => "owner" };
        var command = new Command("chat", "Talk with Hard-E in this terminal.") { conversation, role };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(conversation), parsed.GetRequiredValue(role), ct));
        return command;
    }

    private static async Task<int> RunAsync(string conversation, string role, CancellationToken ct)
    {
        await using var session = await HostSession.OpenAsync(new HostShape("http://127.0.0.1:0") { Quiet = true }, serve: true, ct);
        using var client = new TerminalClient(session.Address);
        AnsiConsole.MarkupLine("[bold]Hard-E[/] listens. Say for example: [blue]find John Smith[/]. An empty line or Ctrl-D ends.");
        IReadOnlyList<ReplyButton> choices = [];
        while (!ct.IsCancellationRequested)
        {
            AnsiConsole.Markup("[green]>[/] ");
            var line = await Console.In.ReadLineAsync(ct);
            if (string.IsNullOrWhiteSpace(line))
            {
                return 0;
            }

            var press = Pick(line, choices);
            var message = new TerminalMessage(Guid.NewGuid().ToString("N"), conversation, press is null ? line : null, press, null, role);
            var reply = await AnsiConsole.Status().StartAsync("Hard-E is working…", _ => client.AskAsync(message, ct));
            AnsiConsole.Write(ReplyView.Of(reply));
            choices = ReplyView.Choices(reply);
        }

        return 0;
    }

    private static string? Pick(string line, IReadOnlyList<ReplyButton> choices) =>
        int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count
            ? choices[number - 1].Token
            : null;
}
