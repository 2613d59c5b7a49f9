using System.Text.RegularExpressions;
using HardE.Agents.Services;

namespace HardE.Bot.Channels.Slack;

/// <summary>What Slack's error codes mean for us (slack.md section 2).</summary>
internal static partial class SlackErrors
{
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org",
    };

    private static readonly HashSet<string> Drawing = new(StringComparer.Ordinal)
    {
        "invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long", "no_text", "metadata_too_large",
        "invalid_metadata_format", "block_mismatch",
    };

    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "channel_not_found", "not_in_channel", "is_archived", "messages_tab_disabled", "cannot_reply_to_message",
        "thread_not_found", "user_not_found", "cannot_dm_bot",
    };

    private static readonly HashSet<string> Uneditable = new(StringComparer.Ordinal)
    {
        "message_not_found", "cant_update_message", "edit_window_closed", "streaming_state_conflict",
    };

    private static readonly HashSet<string> DeadTokens = new(StringComparer.Ordinal)
    {
        "not_authed", "invalid_auth", "token_revoked", "token_expired", "account_inactive", "user_removed_from_team", "team_disabled",
    };

    private static readonly HashSet<string> Unstreamable = new(StringComparer.Ordinal)
    {
        "unknown_method", "missing_scope", "feature_disabled", "not_agent_app", "not_allowed_token_type", "access_denied",
    };

    /// <summary>What Slack says when a stream is over that was not stopped by us.</summary>
    public const string StreamEnded = "message_not_in_streaming_state";

    /// <summary>True when this workspace does not stream at all.</summary>
    public static bool IsUnstreamable(string code) => Unstreamable.Contains(code);

    /// <summary>True when the message cannot be in that place; it is offered to the person directly.</summary>
    public static bool IsPlace(string code) =>
        Places.Contains(code) || code.StartsWith("restricted_action", StringComparison.Ordinal);

    /// <summary>True when the same call may work later.</summary>
    public static bool IsPassing(string code) => Passing.Contains(code);

    /// <summary>True when Slack did not like how the message was drawn: it is sent again, plainer.</summary>
    public static bool IsDrawing(string code) => Drawing.Contains(code);

    /// <summary>True when an earlier message cannot be replaced any more: a new one is posted.</summary>
    public static bool IsUneditable(string code) => Uneditable.Contains(code);

    /// <summary>True when no call with this token will work until someone installs the app again.</summary>
    public static bool IsDeadToken(string code) => DeadTokens.Contains(code);

    /// <summary>The failure a caller outside this folder sees.</summary>
    public static Failure FailureOf(string code) =>
        IsPassing(code) ? Failure.Transient
        : IsPlace(code) ? Failure.Missing
        : Failure.Refused;

    /// <summary>Text from Slack made fit for logs: no token, no address that works like one, no length.</summary>
    public static string Redact(string? text)
    {
        var clean = Secret().Replace(text ?? "", "[redacted]").ReplaceLineEndings(" ");
        return clean.Length > 300 ? clean[..300] : clean;
    }

    [GeneratedRegex(@"xox[a-z][-.][\w.\-]+|xapp-[\w\-]+|xoxe[\w.\-]*|https?://\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
