using System.Text.Json;
using HardE.Agents.Services;

namespace HardE.Bot.Channels.Slack;

/// <summary>What both ways in (HTTP and Socket Mode) do with what Slack sends: one path, whatever the carrier.</summary>
internal sealed class SlackReceiver(
    SlackTeams teams, SlackMessages messages, SlackEdits edits, SlackNotices notices, SlackInteractions interactions, ILogger<SlackReceiver> log)
{
    /// <summary>Takes one event; when this returns it is stored or of no use to us.</summary>
    /// <exception cref="ServiceException">It could not be stored; Slack sends it again.</exception>
    public async Task TakeEventAsync(SlackEnvelope envelope, CancellationToken ct)
    {
        if (envelope.Type == "app_rate_limited")
        {
            SlackLog.Flooded(log);
            return;
        }

        if (envelope is not { Type: "event_callback", Workspace: { } workspace, EventType: { } kind })
        {
            SlackLog.Unused(log, "envelope", SlackErrors.Redact(envelope.Type));
            return;
        }

        if (kind is "app_uninstalled" or "tokens_revoked")
        {
            SlackLog.DeadToken(log, kind);
        }
        else if (kind is not "app_mention" and not "message" && !SlackNotices.Knows(kind))
        {
            SlackLog.Unused(log, "event", SlackErrors.Redact(kind));
        }
        else if (Read(envelope.Event) is { } said && await teams.FindAsync(workspace, ct) is { } team)
        {
            await (said switch
            {
                { Type: "message", Subtype: "message_changed" or "message_deleted" } => edits.TakeAsync(team, envelope, said, ct),
                { Type: "message" or "app_mention" } => messages.TakeAsync(team, envelope, said, ct),
                _ => notices.TakeAsync(team, envelope, said, ct),
            });
        }
    }

    /// <summary>Takes a slash command.</summary>
    /// <returns>What to show at once; null when the answer follows.</returns>
    public Task<string?> TakeCommandAsync(SlackCommand command, CancellationToken ct) => interactions.TakeCommandAsync(command, ct);

    /// <summary>Takes a press, a shortcut or a form.</summary>
    /// <returns>What Slack is to do with the form; null for nothing.</returns>
    /// <exception cref="ServiceException">It could not be stored.</exception>
    public async Task<object?> TakeInteractionAsync(SlackInteraction interaction, CancellationToken ct)
    {
        var workspace = interaction.Team?.Id ?? interaction.User?.TeamId;
        return workspace is not null && await teams.FindAsync(workspace, ct) is { } team
            ? await interactions.TakeAsync(team, interaction, ct)
            : null;
    }

    /// <summary>A known event in an unknown shape is as good as an unknown one.</summary>
    private SlackEvent? Read(JsonElement body)
    {
        try
        {
            return SlackJson.Read<SlackEvent>(body);
        }
        catch (JsonException problem)
        {
            SlackLog.Unused(log, "event shape", SlackErrors.Redact(problem.Path));
            return null;
        }
    }
}
