namespace HardE.Bot;

/// <summary>Every log line of this project. Ids and counts only: never text, phone, e-mail or street.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Warning, "Conversation {Conversation} is postponed")]
    public static partial void ConversationPostponed(ILogger log, Exception problem, string conversation);

    [LoggerMessage(101, LogLevel.Error, "Conversation {Conversation} failed")]
    public static partial void ConversationFailed(ILogger log, Exception problem, string conversation);

    [LoggerMessage(102, LogLevel.Warning, "The inbox cannot be read; trying again")]
    public static partial void InboxUnavailable(ILogger log, Exception problem);

    [LoggerMessage(120, LogLevel.Error, "A request failed, reference {Reference}")]
    public static partial void RequestFailed(ILogger log, Exception problem, string reference);
}
