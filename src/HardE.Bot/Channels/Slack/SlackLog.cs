namespace HardE.Bot.Channels.Slack;

/// <summary>What the Slack door logs: kinds, codes and ids, never message text, tokens or addresses.</summary>
internal static partial class SlackLog
{
    [LoggerMessage(LogLevel.Information, "Slack: connected to workspace {Team} ({Mode}).")]
    public static partial void Connected(ILogger log, string team, SlackMode mode);

    [LoggerMessage(LogLevel.Warning, "Slack: not connected yet: {Reason} Trying again in {Seconds} s.")]
    public static partial void NotConnected(ILogger log, string reason, double seconds);

    [LoggerMessage(LogLevel.Critical, "Slack: the token is dead ({Reason}); install the app again and set the new token.")]
    public static partial void DeadToken(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Slack: request refused, signature {Verdict}.")]
    public static partial void SignatureRefused(ILogger log, SignatureVerdict verdict);

    [LoggerMessage(LogLevel.Warning, "Slack: request refused, signature {Verdict}. A steady count of these means that this machine's clock is wrong.")]
    public static partial void ClockDrift(ILogger log, SignatureVerdict verdict);

    [LoggerMessage(LogLevel.Warning, "Slack: request refused with {Status}: {Reason}.")]
    public static partial void BadRequest(ILogger log, int status, string reason);

    [LoggerMessage(LogLevel.Warning, "Slack: delivery not taken, it will come again: {Reason}")]
    public static partial void NotTaken(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Slack: dropped an event of workspace {Team}, which is none of ours.")]
    public static partial void UnknownTeam(ILogger log, string team);

    [LoggerMessage(LogLevel.Information, "Slack: nothing to do for {Kind} '{Name}'.")]
    public static partial void Unused(ILogger log, string kind, string name);

    [LoggerMessage(LogLevel.Critical, "Slack: more than 30,000 deliveries an hour; Slack has stopped sending some.")]
    public static partial void Flooded(ILogger log);

    [LoggerMessage(LogLevel.Warning, "Slack: {Method} rests for {Seconds} s (rate limit).")]
    public static partial void RateLimited(ILogger log, string method, double seconds);

    [LoggerMessage(LogLevel.Warning, "Slack: {Method} refused: {Error} {Hint}")]
    public static partial void Refused(ILogger log, string method, string error, string hint);

    [LoggerMessage(LogLevel.Warning, "Slack: message {Id} drawn plainer after {Error}; refused blocks: {Kinds}.")]
    public static partial void Plainer(ILogger log, string id, string error, string kinds);

    [LoggerMessage(LogLevel.Information, "Slack: small extra '{What}' left out: {Reason}")]
    public static partial void LeftOut(ILogger log, string what, string reason);

    [LoggerMessage(LogLevel.Warning, "Slack: file {File} was uploaded but did not appear; a link was posted.")]
    public static partial void FileNotShown(ILogger log, string file);

    [LoggerMessage(LogLevel.Information, "Slack: socket {Number} is open.")]
    public static partial void SocketOpen(ILogger log, int number);

    [LoggerMessage(LogLevel.Information, "Slack: socket {Number} ends ({Reason}).")]
    public static partial void SocketEnds(ILogger log, int number, string reason);

    [LoggerMessage(LogLevel.Warning, "Slack: socket frame skipped: {Reason}.")]
    public static partial void FrameSkipped(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "Slack: a socket frame could not be handled.")]
    public static partial void FrameFailed(ILogger log, Exception problem);
}
