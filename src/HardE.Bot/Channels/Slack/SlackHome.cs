using System.Threading.Channels;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// What people see when they open Hard-E without asking anything: the App Home tab and suggested prompts. Done after
/// the acknowledgement, one at a time; when there is too much of it or Slack is away, it is left out.
/// </summary>
internal sealed class SlackHome(SlackApi api, SlackHomePage page, IOptions<SlackOptions> options, ILogger<SlackHome> log) : BackgroundService
{
    private static readonly object[] Prompts =
    [
        new { title = "Primer script", message = "Generate a primer script for John Smith's roof replacement job" },
        new { title = "New customer", message = "Create a new customer" },
        new { title = "Price objection", message = "What's our standard objection response for price concerns?" },
        new { title = "Catalog price", message = "Search for gutter pricing in the catalog" },
    ];

    private readonly Channel<(SlackTeam Team, SlackEvent Opened)> visits =
        Channel.CreateBounded<(SlackTeam, SlackEvent)>(new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Notes a visit; the tab is drawn soon.</summary>
    public void Open(SlackTeam team, SlackEvent opened) => visits.Writer.TryWrite((team, opened));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        await foreach (var (team, opened) in visits.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await DrawAsync(team, opened, stoppingToken);
            }
            catch (ServiceException problem)
            {
                SlackLog.LeftOut(log, "home", SlackErrors.Redact(problem.Message));
            }
        }
    }

    private async Task DrawAsync(SlackTeam team, SlackEvent opened, CancellationToken ct)
    {
        switch (opened)
        {
            case { Tab: "home", UserId: { } user }:
                var blocks = await page.DrawAsync(team, user, ct);
                await api.WriteAsync(team.BotToken, "views.publish", new { user_id = user, view = new { type = "home", blocks } }, ct);
                break;
            case { Tab: "messages", Channel: { } channel }:
                await api.WriteAsync(
                    team.BotToken, "assistant.threads.setSuggestedPrompts",
                    new { channel_id = channel, title = "What shall we do?", prompts = Prompts }, ct);
                break;
        }
    }
}
