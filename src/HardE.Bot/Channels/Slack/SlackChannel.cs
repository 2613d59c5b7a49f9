using System.Collections.Concurrent;
using HardE.Agents.Services;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// The way out to Slack: draws a reply as messages and posts them one by one. The outbox repeats what failed; what
/// has arrived already is then left out, plainer drawings are tried where Slack refuses the rich one.
/// </summary>
internal sealed class SlackChannel(
    SlackTeams teams, SlackRooms rooms, SlackPrivateReplies whispers, SlackParts parts, SlackWorking working) : IChannel
{
    private const int MostUnderWay = 10_000;
    private readonly ConcurrentDictionary<string, SlackProgress> underWay = new(StringComparer.Ordinal);

    public string Name => "slack";

    public async Task<string?> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var team = await teams.FindAsync(message.To.Account, ct)
            ?? throw new ServiceException("Slack", Failure.Refused, "this workspace is not ours any more");
        if (underWay.Count > MostUnderWay)
        {
            underWay.Clear(); // parts that are there are found again by their metadata
        }

        var known = underWay.TryGetValue(message.Id, out var progress);
        progress ??= new SlackProgress(parts.StyleOf(team));
        underWay[message.Id] = progress;
        try
        {
            if (message.MaybeSent && (!known || progress.Unsure) && !SlackResponses.IsPrivate(message.To))
            {
                progress.Found(await rooms.FindSentAsync(team, message, ct));
            }

            await DeliverAsync(team, message, progress, ct);
            underWay.TryRemove(message.Id, out _);
            working.Answered(message);
            return progress.First;
        }
        catch (ServiceException problem)
        {
            progress.Unsure = problem.MaybeDone;
            if (problem.Failure != Failure.Transient)
            {
                underWay.TryRemove(message.Id, out _);
                working.Answered(message);
            }

            throw progress.Any ? Partly(problem) : problem;
        }
    }

    public Task ShowWorkingAsync(ReplyAddress place, CancellationToken ct) => working.ShowAsync(place, ct);

    /// <summary>Where the place refuses (archived, we are no member), the person who asked gets it directly.</summary>
    private async Task DeliverAsync(SlackTeam team, OutgoingMessage message, SlackProgress progress, CancellationToken ct)
    {
        try
        {
            await parts.SendAsync(team, message, progress, ct);
        }
        catch (ServiceException problem) when (problem.Failure == Failure.Missing && !progress.Any)
        {
            if (await whispers.InsteadAsync(team, message.To, ct) is not { } direct)
            {
                throw;
            }

            var note = "I may not post where you asked, so here is my answer.\n\n";
            await parts.SendAsync(team, message with { To = direct, Replaces = null, Reply = message.Reply with { Text = note + message.Reply.Text } }, progress, ct);
        }
    }

    private static ServiceException Partly(ServiceException problem) =>
        new(problem.Service, problem.Failure, $"after some parts were sent: {problem.Message}", problem)
        {
            RetryAfter = problem.RetryAfter,
            MaybeDone = true,
        };
}
