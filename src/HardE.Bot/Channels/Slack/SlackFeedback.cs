using Dapper;
using HardE.Agents.State;

namespace HardE.Bot.Channels.Slack;

/// <summary>Thumbs and comments under answers; kept by the turn's id, so that they lie beside its trace.</summary>
internal sealed class SlackFeedback(Database database, Vault vault, SlackForms forms, SlackApi api, TimeProvider clock)
{
    /// <summary>Notes the vote; a thumb down opens a window for a comment.</summary>
    public async Task TakeAsync(SlackTeam team, SlackInteraction pressed, string user, string value, CancellationToken ct)
    {
        var good = value.StartsWith("up:", StringComparison.Ordinal);
        if (!good && !value.StartsWith("down:", StringComparison.Ordinal))
        {
            return;
        }

        var about = value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var opened = !good && pressed.TriggerId is { Length: > 0 } trigger && (await forms.OpenCommentAsync(team, trigger, about, ct)).Ok;
        await database.WriteAsync(
            db => db.ExecuteAsync(
                """
                INSERT INTO slack_feedback (tenant, message_id, user_id, good, comment, given_at) VALUES (@tenant, @about, @user, @good, NULL, @now)
                ON CONFLICT (tenant, message_id, user_id) DO UPDATE SET good = excluded.good, given_at = excluded.given_at
                """,
                new { tenant = team.Tenant, about, user, good = good ? 1L : 0L, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }),
            ct);
        if (!opened && (pressed.Channel?.Id ?? pressed.Container?.ChannelId) is { } channel)
        {
            var thread = pressed.Container?.ThreadTs ?? pressed.Message?.ThreadTs;
            await api.WriteAsync(team.BotToken, "chat.postEphemeral", new { channel, user, thread_ts = thread, text = "Thank you, noted." }, ct);
        }
    }

    public Task CommentAsync(SlackTeam team, string user, string about, string comment, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE slack_feedback SET comment = @comment WHERE tenant = @tenant AND message_id = @about AND user_id = @user",
            new { tenant = team.Tenant, about, user, comment = comment.Length == 0 ? null : vault.Seal(comment) }),
        ct);
}
