using System.Security.Cryptography;
using System.Text;
using HardE.Agents.Services;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack;

/// <summary>Slash commands and message shortcuts: a sentence that only its sender sees answered.</summary>
internal sealed class SlackCommands(
    SlackTeams teams, SlackPeople people, SlackResponses responses, Inbox inbox, TimeProvider clock)
{
    private const string Stranger = "This workspace is not connected to Hard-E. Ask your administrator to link it.";

    /// <summary>Stores the command.</summary>
    /// <returns>What to show at once; null when the answer follows.</returns>
    /// <exception cref="ServiceException">It could not be stored. Slack never repeats a command.</exception>
    public async Task<string?> TakeAsync(SlackCommand command, CancellationToken ct)
    {
        if (await teams.FindAsync(command.TeamId, ct) is not { } team)
        {
            return Stranger;
        }

        var speaker = await people.FindAsync(team, command.UserId, null, ct);
        var key = KeyOf(command);
        var replyTo = await responses.KeepAsync(team, key, command.ChannelId, command.UserId, command.ResponseUrl, ct);
        var conversation = ConversationOf(team.Id, command.ChannelId, command.UserId);
        var request = new TurnRequest(team.Tenant, conversation, speaker, SentenceOf(command, team.BotUser), replyTo, clock.GetUtcNow());
        await inbox.AcceptAsync([$"slack:{team.Id}:{key}"], request, ct);
        return null;
    }

    /// <summary>Commands have no thread: all of one person in one channel are one dialogue.</summary>
    public static string ConversationOf(string team, string channel, string user) => $"slack:{team}:{channel}:command:{user}";

    private static string SentenceOf(SlackCommand command, string bot)
    {
        var text = SlackText.Plain(command.Text, bot);
        return command.Command switch
        {
            "/primer" => $"Produce primer video for {text}",
            "/lead" or "make_lead" => $"Create a new customer: {text}",
            "add_note" => $"Add a note: {text}",
            _ => text.Length == 0 ? "help" : text,
        };
    }

    private static string KeyOf(SlackCommand command)
    {
        var name = command.TriggerId.Length > 0 ? command.TriggerId : command.ResponseUrl;
        return Digest($"{command.Command} {name}");
    }

    /// <summary>A short id that stands for a long name.</summary>
    public static string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
