using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HardE.Agents.Roster;

/// <summary>Refuses to start with a wrong agent file and logs what soon will be wrong in it.</summary>
internal sealed partial class RosterStart(RosterCheck check, IHostEnvironment environment, ILogger<RosterStart> log)
    : IHostedLifecycleService
{
    /// <exception cref="ConfigException">Something is wrong; all of it is said.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var problems = check.Run(environment.IsProduction());
        var errors = problems.Where(p => p.IsError).ToArray();
        if (errors.Length > 0)
        {
            throw new ConfigException(errors);
        }

        foreach (var warning in problems)
        {
            Warned(log, warning.ToString());
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private static partial void Warned(ILogger log, string problem);
}
