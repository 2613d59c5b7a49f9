using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Terminal;

/// <summary>Shows replies in <c>./harde chat</c> and <c>say</c>. Nobody listening is no error: the conversation keeps them.</summary>
internal sealed class TerminalChannel(TerminalHub hub) : IChannel
{
    public string Name => "terminal";

    public Task<string?> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        hub.Publish(message.To.Place, new TerminalEvent("reply", message.Id, message.Reply));
        return Task.FromResult<string?>(message.Id);
    }

    public Task ShowWorkingAsync(ReplyAddress place, CancellationToken ct)
    {
        hub.Publish(place.Place, new TerminalEvent("working", null, null));
        return Task.CompletedTask;
    }
}
