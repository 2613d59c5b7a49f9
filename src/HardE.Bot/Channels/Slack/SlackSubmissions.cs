using System.Text.Json;
using HardE.Agents.NewClients;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>Takes filled-in forms: checks every field here, then hands them on as if they had been said.</summary>
internal sealed class SlackSubmissions(
    SlackPeople people, NewClientFields fields, SlackFeedback feedback, Inbox inbox, TimeProvider clock, ILogger<SlackSubmissions> log)
{
    private const int LongestNote = 2000;

    /// <returns>What Slack is to do with the window: null closes it.</returns>
    /// <exception cref="Agents.Services.ServiceException">It could not be stored; the person sees that and sends it again.</exception>
    public async Task<object?> TakeAsync(SlackTeam team, SlackInteraction sent, CancellationToken ct)
    {
        if (sent is not { User.Id: { } user, View: { } view })
        {
            return null;
        }

        var values = Values(view);
        switch (view.CallbackId)
        {
            case SlackForms.Comment when SlackForms.PlaceOf(view)?.About is { } about:
                await feedback.CommentAsync(team, user, about, values.GetValueOrDefault("comment", ""), ct);
                return null;
            case SlackForms.NewCustomer when SlackForms.PlaceOf(view) is { } place:
                return await CustomerAsync(team, user, sent, place, values, ct);
            case SlackForms.Note when SlackForms.PlaceOf(view) is { } place:
                return await NoteAsync(team, user, sent, place, values, ct);
            default:
                SlackLog.Unused(log, "form", SlackErrors.Redact(view.CallbackId));
                return SlackForms.Outdated;
        }
    }

    private async Task<object?> CustomerAsync(
        SlackTeam team, string user, SlackInteraction sent, FormPlace place, Dictionary<string, string> values, CancellationToken ct)
    {
        var problems = await fields.CheckAsync(team.Tenant, values, ct);
        if (problems.Count > 0)
        {
            return new { response_action = "errors", errors = problems };
        }

        var text = "Create a new customer\n" + string.Join('\n', values.Where(v => v.Value.Length > 0).Select(v => $"{Slots.Label(v.Key)}: {v.Value}"));
        await AcceptAsync(team, user, sent, place, text, values, ct);
        return null;
    }

    private async Task<object?> NoteAsync(
        SlackTeam team, string user, SlackInteraction sent, FormPlace place, Dictionary<string, string> values, CancellationToken ct)
    {
        var (who, note) = (values.GetValueOrDefault("customer", ""), values.GetValueOrDefault("note", ""));
        var errors = new Dictionary<string, string>();
        if (who.Count(char.IsLetterOrDigit) < 2)
        {
            errors["customer"] = "Please give a name, a phone number or a job number.";
        }

        if (note.Length is 0 or > LongestNote)
        {
            errors["note"] = $"The note has {note.Length} characters; 1 to {LongestNote} are possible.";
        }

        if (errors.Count > 0)
        {
            return new { response_action = "errors", errors };
        }

        await AcceptAsync(team, user, sent, place, $"Add a note to {who}: {note}", null, ct);
        return null;
    }

    private async Task AcceptAsync(
        SlackTeam team, string user, SlackInteraction sent, FormPlace place, string text, Dictionary<string, string>? values, CancellationToken ct)
    {
        var speaker = await people.FindAsync(team, user, sent.User!.TeamId, ct);
        var request = new TurnRequest(
            team.Tenant, place.Conversation, speaker, text, new ReplyAddress("slack", team.Id, place.Place, place.Thread), clock.GetUtcNow())
        {
            Fields = values,
            SharedRoom = place.Shared,
        };
        await inbox.AcceptAsync([$"slack:{team.Id}:view:{sent.View!.Id}:{sent.View.Hash}"], request, ct);
    }

    /// <summary>What was typed, by field; an emptied field is an empty text.</summary>
    private static Dictionary<string, string> Values(SlackView view)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (view.State.ValueKind != JsonValueKind.Object || !view.State.TryGetProperty("values", out var blocks) || blocks.ValueKind != JsonValueKind.Object)
        {
            return values;
        }

        foreach (var block in blocks.EnumerateObject().Where(b => b.Value.ValueKind == JsonValueKind.Object))
        {
            if (block.Value.TryGetProperty(InputBlock.Action, out var element) && element.ValueKind == JsonValueKind.Object)
            {
                values[block.Name] = element.TryGetProperty("value", out var typed) && typed.ValueKind == JsonValueKind.String
                    ? SlackText.Plain(typed.GetString() ?? "", null)
                    : "";
            }
        }

        return values;
    }
}
