using System.CommandLine;
using HardE.Bot.Channels.Terminal;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde say "…"</c>: one message, its answer, done.</summary>
internal static class SayCommand
{
    public static Command Make()
    {
        var text = new Argument<string>("text") { Description = "What to say." };
        var conversation = new Option<string>("--conversation") { Description = "Which conversation it belongs to.", DefaultValueFactory = _ => "say" };
        var role = new Option<string>("--role") { Description = "Speak as rep, office, director or owner.", DefaultValueFactory = _ => "owner" };
        var command = new Command("say", "Send one message and print the answer.") { text, conversation, role };
        command.SetAction((parsed, ct) => RunAsync(
            new TerminalMessage(
                Guid.NewGuid().ToString("N"), parsed.GetRequiredValue(conversation), parsed.GetRequiredValue(text), null, null, parsed.GetRequiredValue(role)),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(TerminalMessage message, CancellationToken ct)
    {
        await using var session = await HostSession.OpenAsync(new HostShape("http://127.0.0.1:0") { Quiet = true }, serve: true, ct);
        using var client = new TerminalClient(session.Address);
        var reply = await client.AskAsync(message, ct);
        AnsiConsole.Write(ReplyView.Of(reply));
        return 0;
    }
}
