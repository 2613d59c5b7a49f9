using Microsoft.Extensions.Logging;

namespace HardE.Jobs.Engine;

internal static partial class EngineLog
{
    [LoggerMessage(LogLevel.Warning, "Job engine: {What}")]
    public static partial void SchedulerError(ILogger log, Exception problem, string what);

    [LoggerMessage(LogLevel.Information, "Job engine started as {Node}, {Threads} jobs at once")]
    public static partial void Started(ILogger log, string node, int threads);

    [LoggerMessage(LogLevel.Warning, "Running jobs did not stop within {Seconds} s; they are recovered at the next start")]
    public static partial void StopTimedOut(ILogger log, double seconds);

    [LoggerMessage(LogLevel.Error, "Recurring job {Name} has not run for {Seconds} s; it is due every {Interval} s")]
    public static partial void Late(ILogger log, string name, double seconds, double interval);

    [LoggerMessage(LogLevel.Warning, "Recurring job {Name} failed")]
    public static partial void RecurringFailed(ILogger log, Exception problem, string name);

    [LoggerMessage(LogLevel.Warning, "The run of recurring job {Name} could not be recorded")]
    public static partial void NotRecorded(ILogger log, Exception problem, string name);
}
