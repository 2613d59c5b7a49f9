using System.Security.Cryptography;
using System.Text;
using HardE.Agents.Services;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack;

/// <summary>Slash commands and message shortcuts: a sentence that only its sender sees answered, or a form.</summary>
internal sealed class SlackCommands(SlackTeams teams, SlackPeople people, SlackPlaces places, SlackForms forms, Inbox inbox)
{
    public const string MakeLead = "make_lead";
    public const string AddNote = "add_note";
    private const string Stranger = "This workspace is not connected to Hard-E. Ask your administrator to link it.";

    /// <summary>Stores the command, or opens its form.</summary>
    /// <returns>What to show at once; null when the answer follows.</returns>
    /// <exception cref="ServiceException">It could not be stored. Slack never repeats a command.</exception>
    public async Task<string?> TakeAsync(SlackCommand command, DateTimeOffset now, CancellationToken ct)
    {
        if (await teams.FindAsync(command.TeamId, ct) is not { } team)
        {
            return Stranger;
        }

        var text = SlackText.Plain(command.Text, team.BotUser);
        if (await places.QuietAsync(team, command, text, ct) is { } told)
        {
            return told;
        }

        var key = KeyOf(command);
        var replyTo = await places.KeepAsync(team, key, command, ct);
        var conversation = ConversationOf(team.Id, command.ChannelId, command.UserId);
        if (await OpenFormAsync(team, command, text, new FormPlace(replyTo.Place, null, conversation, Shared: false), ct))
        {
            return null;
        }

        var speaker = await people.FindAsync(team, command.UserId, null, ct);
        var request = new TurnRequest(team.Tenant, conversation, speaker, CommandSentences.Of(command.Command, text), replyTo, now);
        await inbox.AcceptAsync([$"slack:{team.Id}:{key}"], request, ct);
        return null;
    }

    /// <summary>Commands have no thread: all of one person in one channel are one dialogue.</summary>
    public static string ConversationOf(string team, string channel, string user) => $"slack:{team}:{channel}:command:{user}";

    /// <summary>A short id that stands for a long name.</summary>
    public static string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <returns>True when a form is open now; a window that Slack does not open leaves the sentence.</returns>
    private async Task<bool> OpenFormAsync(SlackTeam team, SlackCommand command, string text, FormPlace place, CancellationToken ct)
    {
        if (command.TriggerId.Length == 0)
        {
            return false;
        }

        var opened = command.Command switch
        {
            MakeLead => await forms.OpenCustomerAsync(team, command.TriggerId, place, command.UserId, text, ct),
            AddNote => await forms.OpenNoteAsync(team, command.TriggerId, place, text, ct),
            "/lead" when text.Length == 0 => await forms.OpenCustomerAsync(team, command.TriggerId, place, command.UserId, null, ct),
            _ => null,
        };
        return opened is { Ok: true };
    }

    private static string KeyOf(SlackCommand command)
    {
        var name = command.TriggerId.Length > 0 ? command.TriggerId : command.ResponseUrl;
        return Digest($"{command.Command} {name}");
    }
}
