namespace HardE.Agents.Turns;

/// <summary>A way to people: sends what the outbox holds. One a chat product.</summary>
public interface IChannel
{
    /// <summary><see cref="ReplyAddress.Channel"/> of the addresses it serves.</summary>
    string Name { get; }

    /// <summary>Sends one message, or replaces an earlier one in place.</summary>
    /// <returns>The platform's id of the message; null where it gives none.</returns>
    /// <exception cref="Services.ServiceException">It was not sent; the failure says whether to try again, and when.</exception>
    Task<string?> SendAsync(OutgoingMessage message, CancellationToken ct);

    /// <summary>Shows that work is going on, where the channel can. Never fails the turn.</summary>
    Task ShowWorkingAsync(ReplyAddress place, CancellationToken ct);
}

/// <summary>A message on its way out.</summary>
/// <param name="Id">Our id of it; the same on every attempt.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Reply">What to draw.</param>
/// <param name="Replaces">Platform id of the message it replaces; null for a new one.</param>
/// <param name="MaybeSent">
/// True when an earlier attempt may have arrived (a restart, a lost answer): look for <paramref name="Id"/> first
/// where the channel can be asked.
/// </param>
public sealed record OutgoingMessage(string Id, ReplyAddress To, TurnReply Reply, string? Replaces, bool MaybeSent);
