using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Says hello once in each conversation, although Teams announces an installation twice and repeats itself. No hello in
/// the channels of a large team.
/// </summary>
internal sealed class TeamsGreeting(
    Database database, Outbox outbox, TeamsConversations conversations, ConnectorClient connector, IOptions<CompanyOptions> company)
{
    private const int LargeTeam = 100;
    private const string Agent = "triage_agent";
    private static readonly TimeSpan TeamLookup = TimeSpan.FromSeconds(3);

    public async Task WelcomeAsync(Arrival arrival, CancellationToken ct)
    {
        var activity = arrival.Activity;
        if (activity.MembersRemoved?.Any(m => IsUs(m, activity)) == true)
        {
            await conversations.GoneAsync(activity.TenantId, activity.Conversation.Id, ct);
        }

        var installed = activity.MembersAdded?.Any(m => IsUs(m, activity)) == true
            || (activity.Type == "installationUpdate" && activity.Action?.StartsWith("add", StringComparison.Ordinal) == true);
        if (!installed || await IsLargeAsync(activity, ct))
        {
            return;
        }

        var to = TeamsAddress.From(activity.TenantId, activity.Conversation.Id);
        await database.WriteAsync(
            async db =>
            {
                if (await TeamsConversations.TakeGreetingAsync(db, activity.TenantId, activity.Conversation.Id))
                {
                    await outbox.AddAsync(db, arrival.Tenant, MessageId(arrival), to, new TurnReply(Agent, Hello()));
                }
            },
            ct);
        outbox.Wake();
    }

    /// <summary>Answers without a turn; a delivery that is repeated is answered once.</summary>
    public Task SayAsync(Arrival arrival, string text, CancellationToken ct) => outbox.SendAsync(
        arrival.Tenant,
        MessageId(arrival),
        TeamsAddress.From(arrival.Activity.TenantId, arrival.Activity.Conversation.Id),
        new TurnReply(Agent, text),
        ct);

    private string Hello()
    {
        var world = company.Value.Demo ? "\n\n_Good to know: customers and prices here are samples._" : "";
        return $"""
            Hi, I am **Hard-E**, the AI sales director of {company.Value.Name}. Tell me in your own words what you need, for example:

            - Generate a primer script for John Smith's roof replacement job
            - Create a new customer: Sarah Johnson, 555-0123, interested in siding
            - What's our standard objection response for price concerns?
            - Search for gutter pricing in the Englert catalog

            In chats with others and in channels, mention me so that I hear you.{world}
            """;
    }

    private async Task<bool> IsLargeAsync(Activity activity, CancellationToken ct)
    {
        if (activity.IsPersonal || activity.ChannelData?.Team?.Id is not { Length: > 0 } team)
        {
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TeamLookup);
        try
        {
            return (await connector.FindTeamAsync(activity.ServiceUrl, team, limit.Token))?.MemberCount > LargeTeam;
        }
        catch (Exception problem) when (problem is ServiceException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return true; // better no hello than one to thousands
        }
    }

    private static bool IsUs(ActivityAccount member, Activity activity) =>
        member.Id.Equals(activity.Recipient.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>Sorts by the sender's time like other ids of messages, and is the same for a repeated delivery.</summary>
    private static string MessageId(Arrival arrival)
    {
        var said = DateTimeOffset.TryParse(arrival.Activity.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Math.Max(0, at.ToUnixTimeMilliseconds()) : 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(arrival.Key)));
        return (said << 12).ToString("x15", CultureInfo.InvariantCulture) + hash[..12];
    }
}
