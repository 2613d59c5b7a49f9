using Microsoft.Extensions.Logging;

namespace HardE.Jobs.Primer;

internal static partial class PrimerLog
{
    /// <summary>Lines of one run carry its id.</summary>
    public static readonly Func<ILogger, string, IDisposable?> RunScope = LoggerMessage.DefineScope<string>("run {Run}");

    [LoggerMessage(LogLevel.Warning, "Step {Step} failed at try {Tried}")]
    public static partial void StepFailed(ILogger log, Exception problem, string step, int tried);

    [LoggerMessage(LogLevel.Warning, "Run {Run} could not be saved")]
    public static partial void NotSaved(ILogger log, Exception problem, string run);

    [LoggerMessage(LogLevel.Warning, "Run {Run} is over, but its end could not be told yet")]
    public static partial void EndingFailed(ILogger log, Exception problem, string run);

    [LoggerMessage(LogLevel.Information, "Sweep: {Triggers} lost triggers made again, {Folders} left folders removed")]
    public static partial void Swept(ILogger log, int triggers, int folders);

    [LoggerMessage(LogLevel.Information, "Run {Run}: the trigger could not be stored now; the sweep will")]
    public static partial void NotScheduled(ILogger log, Exception problem, string run);

    [LoggerMessage(LogLevel.Warning, "The CRM could not be asked at the door; step find_customer will")]
    public static partial void CrmAway(ILogger log, Exception problem);
}
