using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack;

/// <summary>Puts a message where it belongs: settings of quiet are done at once, sound goes to be heard, words to the inbox.</summary>
internal sealed class SlackIntake(Inbox inbox, SlackClips clips, SlackQuiet quiet, SlackWorking working, Outbox outbox, TimeProvider clock)
{
    private const string NoFiles = "I cannot open such files here yet; voice clips I can. Please type what you need.";

    /// <exception cref="Agents.Services.ServiceException">It could not be stored.</exception>
    public async Task StoreAsync(SlackTeam team, IReadOnlyList<string> keys, TurnRequest request, SlackEvent said, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (said.Files?.Where(f => f.IsSound).ToArray() is { Length: > 0 } sound)
        {
            var echo = Ids.New(now);
            await clips.TakeAsync(new SlackClip(keys, request with { Id = Ids.New(now) }, sound, echo), ct);
            working.Began(request.ReplyTo, request.Tenant, null);
        }
        else if (request.Text.Length == 0 && said.Files is { Count: > 0 })
        {
            await outbox.SendAsync(request.Tenant, $"{keys[^1]}:files", request.ReplyTo, new TurnReply("triage_agent", NoFiles), ct);
        }
        else if (!said.IsDirect && SlackQuiet.Read(request.Text) is { } wish && request.Speaker.Role != Roles.Guest)
        {
            var told = await quiet.SetAsync(team, request.ReplyTo.Place, said.ThreadTs, wish, request.Speaker.UserId, ct);
            await outbox.SendAsync(request.Tenant, $"{keys[^1]}:quiet", request.ReplyTo, new TurnReply("triage_agent", told), ct);
        }
        else
        {
            var named = request with { Id = Ids.New(now) };
            if (await inbox.AcceptAsync(keys, named, ct))
            {
                working.Began(named.ReplyTo, named.Tenant, named.Id);
            }
        }
    }
}
