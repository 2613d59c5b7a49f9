using HardE.Agents.Services;
using Microsoft.Extensions.Logging;

namespace HardE.Agents;

/// <summary>Every log line of this project. Ids and counts only: never text, phone, e-mail or street.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Tool {Tool}: {Service} failed ({Failure})")]
    public static partial void ToolServiceFailed(ILogger log, Exception problem, string tool, string service, Failure failure);

    [LoggerMessage(2, LogLevel.Error, "Tool {Tool} threw")]
    public static partial void ToolFailed(ILogger log, Exception problem, string tool);

    [LoggerMessage(3, LogLevel.Error, "Turn {Turn} failed in attempt {Attempt}")]
    public static partial void TurnFailed(ILogger log, Exception problem, string turn, long attempt);

    [LoggerMessage(4, LogLevel.Information, "Turn {Turn}: {Agent} answered after {Steps} steps")]
    public static partial void TurnDone(ILogger log, string turn, string agent, int steps);

    [LoggerMessage(5, LogLevel.Warning, "Message {Message} was not sent on {Channel}, attempt {Attempt}: {Failure}")]
    public static partial void SendFailed(ILogger log, Exception problem, string message, string channel, long attempt, string failure);

    [LoggerMessage(6, LogLevel.Warning, "No channel '{Channel}' on this node: message {Message} stays in the outbox")]
    public static partial void NoChannel(ILogger log, string channel, string message);

    [LoggerMessage(7, LogLevel.Warning, "The outbox cannot be read; trying again")]
    public static partial void OutboxUnavailable(ILogger log, Exception problem);

    [LoggerMessage(8, LogLevel.Warning, "The model failed in turn {Turn} ({Failure})")]
    public static partial void ModelFailed(ILogger log, Exception problem, string turn, Failure failure);

    [LoggerMessage(9, LogLevel.Warning, "A call to the other nodes was lost; they find the work by themselves")]
    public static partial void CallLost(ILogger log, Exception problem);

    [LoggerMessage(10, LogLevel.Warning, "Calls of other nodes are not heard at this moment; connecting again")]
    public static partial void CallsUnheard(ILogger log, Exception problem);

    [LoggerMessage(21, LogLevel.Warning, "Turn {Turn}: {Sentences} sentences of the model held numbers from nowhere and were left out")]
    public static partial void NumbersDropped(ILogger log, string turn, int sentences);

    [LoggerMessage(40, LogLevel.Warning, "The price feed failed ({Failure}); the catalog's prices serve")]
    public static partial void PriceFeedFailed(ILogger log, Exception problem, Failure failure);
}
