using System.Text.Json;
using HardE.Agents.Services;

namespace HardE.Bot.Channels.Slack;

/// <summary>What both ways in (HTTP and Socket Mode) do with what Slack sends: one path, whatever the carrier.</summary>
internal sealed class SlackReceiver(
    SlackTeams teams, SlackPeople people, SlackMessages messages, SlackInteractions interactions, ILogger<SlackReceiver> log)
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

        switch (kind)
        {
            case "app_mention" or "message":
                if (Read(envelope.Event) is { } said && await teams.FindAsync(workspace, ct) is { } team)
                {
                    await messages.TakeAsync(team, envelope, said, ct);
                }

                break;
            case "app_home_opened":
                if (Read(envelope.Event) is { } opened && await teams.FindAsync(workspace, ct) is { } visited)
                {
                    interactions.Opened(visited, opened);
                }

                break;
            case "user_change":
                if (Read(envelope.Event)?.UserId is { } user)
                {
                    people.Forget(workspace, user);
                }

                break;
            case "app_uninstalled" or "tokens_revoked":
                SlackLog.DeadToken(log, kind);
                break;
            default:
                SlackLog.Unused(log, "event", SlackErrors.Redact(kind));
                break;
        }
    }

    /// <summary>Takes a slash command.</summary>
    /// <returns>What to show at once; null when the answer follows.</returns>
    public Task<string?> TakeCommandAsync(SlackCommand command, CancellationToken ct) => interactions.TakeCommandAsync(command, ct);

    /// <summary>Takes a press, a shortcut or a form.</summary>
    /// <exception cref="ServiceException">It could not be stored.</exception>
    public async Task TakeInteractionAsync(SlackInteraction interaction, CancellationToken ct)
    {
        var workspace = interaction.Team?.Id ?? interaction.User?.TeamId;
        if (workspace is not null && await teams.FindAsync(workspace, ct) is { } team)
        {
            await interactions.TakeAsync(team, interaction, ct);
        }
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
