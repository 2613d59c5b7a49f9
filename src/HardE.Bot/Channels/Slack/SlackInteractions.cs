using HardE.Agents.Services;

namespace HardE.Bot.Channels.Slack;

/// <summary>Everything people do in Slack that is not a message: commands, presses, shortcuts, forms.</summary>
internal sealed class SlackInteractions(
    SlackCommands commands, SlackPresses presses, SlackSubmissions submissions, TimeProvider clock, ILogger<SlackInteractions> log)
{
    private const string NotTaken = "Hard-E could not take that just now, nothing was done. Please try again in a minute.";

    private const string Late = "Hard-E is slow just now. If no answer follows within a minute, please send that again.";

    /// <returns>What to show at once; null when the answer follows.</returns>
    public async Task<string?> TakeCommandAsync(SlackCommand command, CancellationToken ct)
    {
        try
        {
            return await commands.TakeAsync(command, clock.GetUtcNow(), ct);
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

    /// <returns>What Slack is to do with a form; null for nothing.</returns>
    /// <exception cref="ServiceException">It could not be stored.</exception>
    public async Task<object?> TakeAsync(SlackTeam team, SlackInteraction interaction, CancellationToken ct)
    {
        switch (interaction.Type)
        {
            case "block_actions":
                await presses.TakeAsync(team, interaction, clock.GetUtcNow(), ct);
                return null;
            case "view_submission":
                return await submissions.TakeAsync(team, interaction, ct);
            case "message_action" when interaction.CallbackId is SlackCommands.MakeLead or SlackCommands.AddNote:
                await commands.TakeAsync(ShortcutOf(team, interaction), clock.GetUtcNow(), ct);
                return null;
            default:
                SlackLog.Unused(log, "interaction", SlackErrors.Redact($"{interaction.Type} {interaction.CallbackId}"));
                return null;
        }
    }

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
