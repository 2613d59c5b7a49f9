using System.ComponentModel.DataAnnotations;

namespace HardE.Bot.Channels.Slack;

/// <summary>How events reach us: Slack calls our address, or we hold a link to Slack open.</summary>
public enum SlackMode
{
    /// <summary>Slack posts signed requests to our public address.</summary>
    Http,

    /// <summary>Socket Mode: we connect out; for laptops and firewalled installs.</summary>
    Socket,
}

/// <summary>
/// The Slack app Hard-E is. Section <c>Slack</c>; nothing of it runs until a signing secret or an app token is set.
/// Addresses are settings so that tests can stand in for Slack; a real install leaves them alone.
/// </summary>
public sealed class SlackOptions : IValidatableObject
{
    public SlackMode Mode { get; init; } = SlackMode.Http;

    /// <summary>Bot token, <c>xoxb-…</c> (SLACK_BOT_TOKEN).</summary>
    public string BotToken { get; init; } = "";

    /// <summary>Proves that a request comes from Slack (SLACK_SIGNING_SECRET).</summary>
    public string SigningSecret { get; init; } = "";

    /// <summary>The secret before the last rotation; still accepted while it stands here.</summary>
    public string PreviousSigningSecret { get; init; } = "";

    /// <summary>App-level token, <c>xapp-…</c>, for Socket Mode (SLACK_APP_TOKEN).</summary>
    public string AppToken { get; init; } = "";

    /// <summary>Base of the Web API; ends with a slash.</summary>
    [Required] public Uri ApiBase { get; init; } = new("https://slack.com/api/");

    /// <summary>Hosts (with port where it is not 443) that take uploads and serve files; only these ever see bytes.</summary>
    [MinLength(1)] public string[] FileHosts { get; init; } = ["files.slack.com"];

    /// <summary>Hosts whose <c>response_url</c> we post to.</summary>
    [MinLength(1)] public string[] ResponseHosts { get; init; } = ["hooks.slack.com"];

    /// <summary>
    /// True for an app with <c>agent_view</c> (our manifest): each message in a DM roots a thread and is answered in
    /// it. False for older apps, where a DM is one running conversation.
    /// </summary>
    public bool AgentView { get; init; } = true;

    /// <summary>Answers of at least so many characters are shown as they are written; 0 streams nothing.</summary>
    [Range(0, 8000)] public int StreamFrom { get; init; } = 600;

    /// <summary>A whole request must arrive within this time.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")] public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Storing a request may take this long; then Slack is told to send it again. Slack waits three seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:03")] public TimeSpan AcceptTimeout { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long a Slack user's profile is believed without asking again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")] public TimeSpan ProfileLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Rooms with more members count as shared: phone numbers, addresses and margins are then masked.</summary>
    [Range(1, 200)] public int MostMembers { get; init; } = 100;

    /// <summary>True when there is anything to run.</summary>
    public bool IsOn => SigningSecret.Length > 0 || AppToken.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            yield break;
        }

        if (Mode == SlackMode.Http && SigningSecret.Length == 0)
        {
            yield return Problem(
                "Slack:Mode is http but SLACK_SIGNING_SECRET is empty; set it, or HARDE_Slack__Mode=socket.", nameof(SigningSecret));
        }

        if (Mode == SlackMode.Socket && !AppToken.StartsWith("xapp-", StringComparison.Ordinal))
        {
            yield return Problem("Slack:Mode is socket but SLACK_APP_TOKEN is no app-level token (xapp-…).", nameof(AppToken));
        }

        if (!BotToken.StartsWith("xox", StringComparison.Ordinal))
        {
            yield return Problem("SLACK_BOT_TOKEN is no bot token (xoxb-…); install the app and copy it.", nameof(BotToken));
        }

        if (!ApiBase.IsAbsoluteUri || !ApiBase.AbsolutePath.EndsWith('/') || !IsSafe(ApiBase))
        {
            yield return Problem("Slack:ApiBase must be an https address that ends with a slash (http only on loopback).", nameof(ApiBase));
        }
    }

    /// <summary>https or wss; without TLS only to this machine (tests).</summary>
    internal static bool IsSafe(Uri address) =>
        address.Scheme is "https" or "wss" || (address.Scheme is "http" or "ws" && address.IsLoopback);

    private static ValidationResult Problem(string text, string member) => new(text, [member]);
}
