using System.Text.Json;
using HardE.Agents.NewClients;
using HardE.Agents.State;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>What a form remembers while it is open: where its answer goes and in which dialogue.</summary>
/// <param name="Place">A channel, or the name of a private answer.</param>
/// <param name="Thread">The thread; null for none.</param>
/// <param name="Conversation">The dialogue.</param>
/// <param name="Shared">Whether others read along there.</param>
/// <param name="About">The message a form is about.</param>
internal sealed record FormPlace(string Place, string? Thread, string Conversation, bool Shared, string? About = null);

/// <summary>The windows that people fill in: which there are, what stands in them, and when they may be opened.</summary>
internal sealed class SlackForms(SlackApi api, ConversationArchive conversations, NewClientFields fields)
{
    /// <summary>A lead is said in fewer characters; Slack gives three seconds to open a window.</summary>
    private const int LongestLead = 1_500;

    public const string NewCustomerAgent = "new_clients_agent";
    public const string NewCustomer = "new_customer";
    public const string Note = "crm_note";
    public const string Comment = "feedback_comment";

    /// <summary>The new customer's window, with what the person's draft holds already.</summary>
    public async Task<SlackAnswer> OpenCustomerAsync(SlackTeam team, string trigger, FormPlace place, string user, string? text, CancellationToken ct)
    {
        var draft = text is null
            ? await conversations.FindDocumentAsync<NewClientDraft>(team.Tenant, place.Conversation, $"{NewClientDraft.Document}:{user}", ct)
            : null;
        var values = text is { Length: > 0 } ? await fields.ReadAsync(team.Tenant, Splitter.Clip(text, LongestLead), ct) : NewClientFields.Values(draft?.Form ?? NewClientForm.Empty);
        var inputs = NewClientFields.Names.Select(name => new InputBlock(new FormField(
            name, Capital(Slots.Label(name)), values.GetValueOrDefault(name), Long: name is Slots.JobDescription or Slots.Notes,
            Hint: NewClientFields.HintOf(name), Most: name is Slots.JobDescription or Slots.Notes ? 2000 : 200)));
        return await OpenAsync(team, trigger, NewCustomer, "New customer", "Take it", place, inputs, ct);
    }

    public Task<SlackAnswer> OpenNoteAsync(SlackTeam team, string trigger, FormPlace place, string text, CancellationToken ct) => OpenAsync(
        team, trigger, Note, "Add as CRM note", "Show it", place,
        [
            new InputBlock(new FormField("customer", "Customer or job", Required: true, Hint: "A name, a phone number or a job number.", Most: 100)),
            new InputBlock(new FormField("note", "Note", text, Required: true, Long: true, Most: 2000)),
        ],
        ct);

    public Task<SlackAnswer> OpenCommentAsync(SlackTeam team, string trigger, string about, CancellationToken ct) => OpenAsync(
        team, trigger, Comment, "What was wrong?", "Send", new FormPlace("", null, "", Shared: false, about),
        [new InputBlock(new FormField("comment", "Your comment", Long: true, Hint: "The people who run Hard-E read it beside the answer.", Most: 1000))],
        ct);

    /// <summary>Where an open form belongs; null when what came back is not ours.</summary>
    public static FormPlace? PlaceOf(SlackView view)
    {
        try
        {
            return view.PrivateMetadata is { Length: > 0 } kept ? JsonSerializer.Deserialize<FormPlace>(kept, SlackJson.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A window that only says something: a form of an older version was sent.</summary>
    public static object Outdated { get; } = new
    {
        response_action = "update",
        view = new
        {
            type = "modal",
            title = new PlainText("Hard-E", 24),
            close = new PlainText("Close", 24),
            blocks = new Block[] { new SectionBlock("This form is from an older version of mine, so I did nothing with it. Ask me again and you get the current one.") },
        },
    };

    private Task<SlackAnswer> OpenAsync(
        SlackTeam team, string trigger, string callback, string title, string submit, FormPlace place, IEnumerable<Block> blocks, CancellationToken ct) => api.WriteAsync(
        team.BotToken, "views.open",
        new { trigger_id = trigger, view = new ModalView(callback, title, submit, JsonSerializer.Serialize(place, SlackJson.Options), blocks) }, ct);

    private static string Capital(string label) => char.ToUpperInvariant(label[0]) + label[1..];
}
