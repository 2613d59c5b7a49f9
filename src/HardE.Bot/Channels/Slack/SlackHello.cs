using HardE.Agents.NewClients;
using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>At start: asks Slack who we are and links that workspace to the company, until it works.</summary>
internal sealed class SlackHello(
    SlackTeams teams, NewClientFields fields, IOptions<SlackOptions> options, TimeProvider clock, ILogger<SlackHello> log) : BackgroundService
{
    private const string Example = "Sarah Johnson, 201-555-0123, sarah@example.com, 12 Maple Ave, Hoboken NJ 07030, wants new siding";
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
                await fields.ReadAsync(Tenants.Default, Example, stoppingToken); // the first form must not cost its person the three seconds
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
