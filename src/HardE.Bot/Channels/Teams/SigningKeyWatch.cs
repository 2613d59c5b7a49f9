using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Teams;

/// <summary>Reads the signing keys at start, until there are some, and twice a day.</summary>
internal sealed class SigningKeyWatch(SigningKeys keys, IOptions<TeamsOptions> options, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Seldom = TimeSpan.FromHours(12);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (options.Value.Configured)
            {
                var read = await keys.RefreshAsync(stoppingToken);
                await Task.Delay(read ? Seldom : Often, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return; // the program ends
        }
    }
}

/// <summary>Ready to take Teams' messages: not configured, or the keys were read.</summary>
internal sealed class TeamsReady(SigningKeys keys, IOptions<TeamsOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys.Loaded || !options.Value.Configured
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The signing keys of Teams were not read yet."));
}
