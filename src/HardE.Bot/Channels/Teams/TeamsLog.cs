namespace HardE.Bot.Channels.Teams;

/// <summary>What the Teams door writes to the log: reasons and ids of requests, never texts, names or tokens.</summary>
internal static partial class TeamsLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Teams request refused: {Reason}, key {Kid}.")]
    public static partial void Refused(ILogger log, TokenRefusal reason, string kid);

    [LoggerMessage(3002, LogLevel.Warning, "Teams request refused with {Status}: the body is no activity.")]
    public static partial void Unreadable(ILogger log, int status);

    [LoggerMessage(3003, LogLevel.Warning, "Teams signing keys cannot be read: {Problem}. The last good ones stay in use.")]
    public static partial void KeysUnavailable(ILogger log, string problem);

    [LoggerMessage(3004, LogLevel.Warning, "Teams signing keys are not as announced: other issuer, other host or no key. The last good ones stay in use.")]
    public static partial void KeysOdd(ILogger log);

    [LoggerMessage(3005, LogLevel.Warning, "Teams activity {Type} was not stored: {Problem}.")]
    public static partial void NotStored(ILogger log, string type, string problem);

    [LoggerMessage(3006, LogLevel.Information, "Teams activity {Type} needs no answer.")]
    public static partial void Ignored(ILogger log, string type);

    [LoggerMessage(3007, LogLevel.Warning, "Teams answered {Status} {Code} to {Method} (MS-CV {Correlation}).")]
    public static partial void ConnectorRefused(ILogger log, int status, string code, string method, string correlation);

    [LoggerMessage(3008, LogLevel.Warning, "Teams could not be reached: {Problem}.")]
    public static partial void ConnectorUnreachable(ILogger log, string problem);

    [LoggerMessage(3009, LogLevel.Warning, "A call to a host outside Teams:ServiceHosts was stopped.")]
    public static partial void HostStopped(ILogger log);

    [LoggerMessage(3010, LogLevel.Warning, "Entra gave no token for the bot: {Problem}.")]
    public static partial void NoToken(ILogger log, string problem);

    [LoggerMessage(3011, LogLevel.Warning, "The Teams bot is no longer in a conversation: {Code}. Nothing more is sent there until it comes back.")]
    public static partial void ConversationGone(ILogger log, string code);

    [LoggerMessage(3012, LogLevel.Warning, "Who speaks could not be looked up in Teams ({Problem}); treated as a guest.")]
    public static partial void SpeakerUnknown(ILogger log, string problem);

    [LoggerMessage(3013, LogLevel.Warning, "Teams requests are accepted WITHOUT a token (Teams:AllowUnsignedDevelopment): this machine only.")]
    public static partial void Unsigned(ILogger log);
}
