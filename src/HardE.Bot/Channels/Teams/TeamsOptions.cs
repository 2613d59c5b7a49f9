using System.ComponentModel.DataAnnotations;

namespace HardE.Bot.Channels.Teams;

/// <summary>How the bot was registered with Entra; changes where its own tokens come from, never how Teams signs.</summary>
internal enum TeamsAppType { SingleTenant, MultiTenant, UserAssignedMsi }

/// <summary>
/// The bot's registration with Microsoft Teams. Section <c>Teams</c>; the names of Microsoft's own variables
/// (MicrosoftAppId and so on) are read into it. Without an app id the door refuses everything.
/// </summary>
internal sealed class TeamsOptions : IValidatableObject
{
    /// <summary>GUID of the bot's Entra application.</summary>
    public string AppId { get; init; } = "";

    /// <summary>Client secret; a certificate or a managed identity is better.</summary>
    public string AppPassword { get; init; } = "";

    /// <summary>PFX file with the application's certificate; used instead of the secret.</summary>
    public string CertificatePath { get; init; } = "";
    public string CertificatePassword { get; init; } = "";

    /// <summary>The Entra tenant whose people may use the bot; it is linked to the company of this node.</summary>
    public string TenantId { get; init; } = "";
    public TeamsAppType AppType { get; init; } = TeamsAppType.SingleTenant;

    /// <summary>Where the keys of the Bot Connector are announced; another one for the government cloud.</summary>
    public Uri MetadataUrl { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Who signs what Teams sends; the same for every app type.</summary>
    [Required] public string Issuer { get; init; } = "https://api.botframework.com";
    public Uri LoginUrl { get; init; } = new("https://login.microsoftonline.com/");
    [Required] public string Scope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>Hosts that may get our token: exact names, or suffixes that begin with a dot.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> ServiceHosts { get; init; } =
        ["smba.trafficmanager.net", ".botframework.com", ".teams.microsoft.com"];

    /// <summary>
    /// Lets a test client on this machine in without a token. The program stops at start when anything real is
    /// configured beside it, or when it can be reached from outside.
    /// </summary>
    public bool AllowUnsignedDevelopment { get; init; }

    /// <summary>True when the bot is registered with Teams.</summary>
    public bool Configured => AppId.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Configured)
        {
            yield break;
        }

        if (!Guid.TryParse(AppId, out _))
        {
            yield return new ValidationResult("Teams:AppId is not a GUID: copy the application (client) id of the bot.");
        }

        if (AppType == TeamsAppType.SingleTenant && !Guid.TryParse(TenantId, out _))
        {
            yield return new ValidationResult("Teams:TenantId is not a GUID: copy the directory (tenant) id of the bot.");
        }

        if (AppType != TeamsAppType.UserAssignedMsi && AppPassword.Length == 0 && CertificatePath.Length == 0)
        {
            yield return new ValidationResult("Teams:AppPassword or Teams:CertificatePath is needed beside Teams:AppId.");
        }

        if (MetadataUrl.Scheme != Uri.UriSchemeHttps || LoginUrl.Scheme != Uri.UriSchemeHttps)
        {
            yield return new ValidationResult("Teams:MetadataUrl and Teams:LoginUrl must be https addresses.");
        }
    }
}
