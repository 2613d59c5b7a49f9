using System.Threading.Channels;
using HardE.Agents.Services;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// What people see when they open Hard-E without asking anything: the App Home tab and suggested prompts. Done after
/// the acknowledgement, one at a time; when there is too much of it or Slack is away, it is left out.
/// </summary>
internal sealed class SlackHome(SlackApi api, ILogger<SlackHome> log) : BackgroundService
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

    private Task DrawAsync(SlackTeam team, SlackEvent opened, CancellationToken ct) => opened switch
    {
        { Tab: "home", UserId: { } user } => api.WriteAsync(
            team.BotToken, "views.publish", new { user_id = user, view = new { type = "home", blocks = Welcome() } }, ct),
        { Tab: "messages", Channel: { } channel } => api.WriteAsync(
            team.BotToken, "assistant.threads.setSuggestedPrompts",
            new { channel_id = channel, title = "What shall we do?", prompts = Prompts }, ct),
        _ => Task.CompletedTask,
    };

    private static Block[] Welcome() =>
    [
        new HeaderBlock("Hard-E, your sales director"),
        new SectionBlock(Mrkdwn.FromMarkdown(
            """
            Ask me in a direct message, mention me in a channel, or use `/harde`.
            - Customers and jobs: *find John Smith*, *move the Garcia job to sold*
            - Scripts and primer videos: *produce a primer video for John Smith*
            - Prices, objections, call reviews and market facts, each with its source
            """)),
    ];
}
