namespace HardE.Bot.Channels;

/// <summary>Whether a chat product is configured here; a door for test clients looks whether it would stand beside a real one.</summary>
/// <param name="Name">The channel's name, as in <see cref="HardE.Agents.Turns.ReplyAddress.Channel"/>.</param>
internal sealed record ChannelInUse(string Name, bool Configured);
