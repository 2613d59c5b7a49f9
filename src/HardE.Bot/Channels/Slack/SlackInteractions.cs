using HardE.Agents.Services;

namespace HardE.Bot.Channels.Slack;

/// <summary>Everything people do in Slack that is not a message: commands, presses, shortcuts, opening our tab.</summary>
internal sealed class SlackInteractions(
    SlackCommands commands, SlackPresses presses, SlackHome home, TimeProvider clock, ILogger<SlackInteractions> log)
{
    private const string NotTaken = "Hard-E could not take that just now, nothing was done. Please try again in a minute.";

    private const string Late = "Hard-E is slow just now. If no answer follows within a minute, please send that again.";

    /// <returns>What to show at once; null when the answer follows.</returns>
    public async Task<string?> TakeCommandAsync(SlackCommand command, CancellationToken ct)
    {
        try
        {
            return await commands.TakeAsync(command, ct);
        }
        catch (ServiceException problem)
        {
            // Slack never sends a command twice, so its sender has to know.
            SlackLog.NotTaken(log, SlackErrors.Redact(problem.Message));
            return NotTaken;
        }
        catch (OperationCanceledException)
        {
            SlackLog.NotTaken(log, "storing took too long.");
            return Late;
        }
    }

    /// <exception cref="ServiceException">It could not be stored.</exception>
    public async Task TakeAsync(SlackTeam team, SlackInteraction interaction, CancellationToken ct)
    {
        switch (interaction.Type)
        {
            case "block_actions":
                await presses.TakeAsync(team, interaction, clock.GetUtcNow(), ct);
                break;
            case "message_action" when interaction.CallbackId is "make_lead" or "add_note":
                await commands.TakeAsync(ShortcutOf(team, interaction), ct);
                break;
            default:
                SlackLog.Unused(log, "interaction", SlackErrors.Redact($"{interaction.Type} {interaction.CallbackId}"));
                break;
        }
    }

    /// <summary>Somebody opened our App Home or our Messages tab.</summary>
    public void Opened(SlackTeam team, SlackEvent opened) => home.Open(team, opened);

    private static SlackCommand ShortcutOf(SlackTeam team, SlackInteraction shortcut) => new()
    {
        Command = shortcut.CallbackId ?? "",
        Text = shortcut.Message?.Text ?? "",
        TeamId = team.Id,
        ChannelId = shortcut.Channel?.Id ?? "",
        UserId = shortcut.User?.Id ?? "",
        ResponseUrl = shortcut.ResponseUrl ?? "",
        TriggerId = shortcut.TriggerId ?? "",
    };
}
