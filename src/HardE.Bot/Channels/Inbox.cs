using HardE.Agents.Turns;

namespace HardE.Bot.Channels;

/// <summary>
/// Takes what people say: stores it before the channel gets its answer, drops what was delivered before, and lets one
/// turn at a time run in each conversation, in order of arrival.
/// </summary>
internal sealed class Inbox
{
    /// <summary>Stores a request; when this returns, it is on disk and will be answered.</summary>
    /// <param name="keys">
    /// The delivery's names on its platform. One of them seen before: nothing happens (all are remembered).
    /// </param>
    /// <returns>False for a delivery that was seen before.</returns>
    /// <exception cref="HardE.Agents.Services.ServiceException">Nothing was stored: the channel answers 503.</exception>
    public Task<bool> AcceptAsync(IReadOnlyList<string> keys, TurnRequest request, CancellationToken ct) =>
        throw new NotSupportedException();
}
