using System.CommandLine;

namespace HardE.Bot.Commands.Init;

/// <summary>How init goes about it.</summary>
/// <param name="Yes">Asks nothing.</param>
/// <param name="LiveCheck">Tries the services whose keys were given.</param>
internal sealed record InitMode(bool Yes, bool LiveCheck);

/// <summary>The flags of <c>./harde init</c>.</summary>
internal sealed class InitFlags
{
    private readonly Option<string?> company = Text("--company", "Name of the company.");
    private readonly Option<string?> phone = Text("--phone", "Phone number that homeowners call.");
    private readonly Option<string?> address = Text("--address", "Postal address; mail to customers carries it.");
    private readonly Option<string?> timeZone = Text("--time-zone", "IANA name, such as America/New_York.");
    private readonly Option<string?> areaCode = Text("--area-code", "Proposed for phone numbers without one.");
    private readonly Option<string?> logo = Text("--logo", "PNG or JPEG for cards and videos.");
    private readonly Option<string?> director = Text("--director", "Sales director: \"Name <mail>\".");
    private readonly Option<string?> admin = Text("--admin", "First admin: \"Name <mail>\".");
    private readonly Option<string?> slackBot = Text("--slack-bot-token", "Slack bot token, xoxb-…");
    private readonly Option<string?> slackApp = Text("--slack-app-token", "Slack app token for Socket Mode, xapp-…");
    private readonly Option<string?> slackSecret = Text("--slack-signing-secret", "Slack signing secret, for HTTP.");
    private readonly Option<string?> teamsApp = Text("--teams-app-id", "Application id of the Teams bot.");
    private readonly Option<string?> teamsPassword = Text("--teams-password", "Client secret of the Teams bot.");
    private readonly Option<string?> teamsTenant = Text("--teams-tenant", "Entra tenant of the company.");
    private readonly Option<string?> openAi = Text("--openai-key", "OpenAI API key.");
    private readonly Option<bool> yes = new("--yes") { Description = "Ask nothing; what no flag gives stays as it is." };
    private readonly Option<bool> noLiveCheck = new("--no-live-check") { Description = "Do not try the services." };

    public IReadOnlyList<Option> All =>
    [
        company, phone, address, timeZone, areaCode, logo, director, admin, slackBot, slackApp, slackSecret,
        teamsApp, teamsPassword, teamsTenant, openAi, yes, noLiveCheck,
    ];

    public InitAnswers Read(ParseResult parsed) => new()
    {
        Company = parsed.GetValue(company),
        Phone = parsed.GetValue(phone),
        Address = parsed.GetValue(address),
        TimeZone = parsed.GetValue(timeZone),
        AreaCode = parsed.GetValue(areaCode),
        Logo = parsed.GetValue(logo),
        Director = parsed.GetValue(director),
        Admin = parsed.GetValue(admin),
        SlackBotToken = parsed.GetValue(slackBot),
        SlackAppToken = parsed.GetValue(slackApp),
        SlackSigningSecret = parsed.GetValue(slackSecret),
        TeamsAppId = parsed.GetValue(teamsApp),
        TeamsPassword = parsed.GetValue(teamsPassword),
        TeamsTenant = parsed.GetValue(teamsTenant),
        OpenAiKey = parsed.GetValue(openAi),
    };

    public InitMode ReadMode(ParseResult parsed) => new(parsed.GetValue(yes), !parsed.GetValue(noLiveCheck));

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };
}
