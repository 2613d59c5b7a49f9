using System.Text.Json;
using HardE.Agents.Services;

namespace HardE.Bot.Channels.Slack;

/// <summary>Hands Socket Mode's frames to the same receiver that serves HTTP.</summary>
internal sealed class SlackSocketFrames(SlackReceiver receiver, ILogger<SlackSocketFrames> log)
{
    /// <summary>Takes one envelope and acknowledges it; what could not be stored is left for Slack to send again.</summary>
    public async Task TakeAsync(SlackLink link, SlackFrame frame, CancellationToken ct)
    {
        if (frame.EnvelopeId is not { } envelope)
        {
            SlackLog.FrameSkipped(log, SlackErrors.Redact(frame.Type));
            return;
        }

        try
        {
            var answer = await DispatchAsync(frame, ct);
            var payload = frame.AcceptsResponsePayload ? answer : null;
            await link.AcknowledgeAsync(envelope, payload, ct);
        }
        catch (ServiceException problem)
        {
            SlackLog.NotTaken(log, SlackErrors.Redact(problem.Message));
        }
        catch (JsonException problem)
        {
            SlackLog.FrameSkipped(log, SlackErrors.Redact(problem.Path));
            await link.AcknowledgeAsync(envelope, null, ct);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            SlackLog.FrameFailed(log, problem); // one bad frame must not make us deaf; Slack sends it again
        }
    }

    private async Task<object?> DispatchAsync(SlackFrame frame, CancellationToken ct)
    {
        switch (frame.Type)
        {
            case "events_api":
                await receiver.TakeEventAsync(SlackJson.Read<SlackEnvelope>(frame.Payload), ct);
                return null;
            case "slash_commands":
                return await receiver.TakeCommandAsync(SlackJson.Read<SlackCommand>(frame.Payload), ct) is { } text
                    ? new { response_type = "ephemeral", text }
                    : null;
            case "interactive":
                return await receiver.TakeInteractionAsync(SlackJson.Read<SlackInteraction>(frame.Payload), ct);
            default:
                SlackLog.Unused(log, "frame", SlackErrors.Redact(frame.Type));
                return null;
        }
    }
}
