using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>At start: asks Slack who we are and links that workspace to the company, until it works.</summary>
internal sealed class SlackHello(
    SlackTeams teams, IOptions<SlackOptions> options, TimeProvider clock, ILogger<SlackHello> log) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        for (var pause = Shortest; ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            try
            {
                await teams.LinkHomeAsync(stoppingToken);
                return;
            }
            catch (ServiceException problem)
            {
                var rest = problem.RetryAfter > pause ? problem.RetryAfter.Value : pause;
                SlackLog.NotConnected(log, SlackErrors.Redact(problem.Message), rest.TotalSeconds);
                await Task.Delay(rest, clock, stoppingToken);
            }
        }
    }
}
