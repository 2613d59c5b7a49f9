using Spectre.Console;

namespace HardE.Bot.Commands.Init;

/// <summary>Asks for what no flag gave.</summary>
internal static class InitQuestions
{
    public static InitAnswers Ask(IAnsiConsole console, InitAnswers known)
    {
        console.MarkupLine("[bold]Hard-E becomes yours.[/] Enter keeps what stands in brackets; nothing is written before the end.");
        var company = known with
        {
            Company = Text(console, "Name of the company", known.Company, needed: true),
            Phone = Text(console, "Phone that homeowners call, with area code", known.Phone, needed: true, InitAnswers.CheckPhone),
            Address = Text(console, "Postal address", known.Address, needed: true),
            TimeZone = Text(console, "Time zone", known.TimeZone ?? "America/New_York", needed: true, InitAnswers.CheckTimeZone),
            AreaCode = Text(console, "Area code for numbers without one (empty: none)", known.AreaCode, needed: false, InitAnswers.CheckAreaCode),
            Logo = Text(console, "Logo, a PNG or JPEG file (empty: none)", known.Logo, needed: false, InitAnswers.CheckLogo),
            Director = Person(console, "Sales director, as Name <mail> (empty: later)", known.Director, "--director"),
            Admin = Person(console, "First admin, as Name <mail> (empty: later)", known.Admin, "--admin"),
        };
        return OpenAi(console, Teams(console, Slack(console, company)));
    }

    private static InitAnswers Slack(IAnsiConsole console, InitAnswers known)
    {
        if (known.SlackBotToken is not null || !console.Confirm("Connect Slack now?", defaultValue: false))
        {
            return known;
        }

        var bot = Secret(console, "Bot token (xoxb-…)");
        var socket = Secret(console, "App token for Socket Mode (xapp-…; empty: HTTP)");
        return known with { SlackBotToken = bot, SlackAppToken = socket, SlackSigningSecret = socket is null ? Secret(console, "Signing secret") : null };
    }

    private static InitAnswers Teams(IAnsiConsole console, InitAnswers known) =>
        known.TeamsAppId is not null || !console.Confirm("Connect Teams now?", defaultValue: false)
            ? known
            : known with
            {
                TeamsAppId = Text(console, "Application (client) id", null, needed: true),
                TeamsTenant = Text(console, "Directory (tenant) id", null, needed: true),
                TeamsPassword = Secret(console, "Client secret"),
            };

    private static InitAnswers OpenAi(IAnsiConsole console, InitAnswers known) =>
        known.OpenAiKey is not null || !console.Confirm("Use OpenAI for what the rules leave open?", defaultValue: false)
            ? known
            : known with { OpenAiKey = Secret(console, "API key") };

    private static string? Person(IAnsiConsole console, string question, string? known, string flag) =>
        Text(console, question, known, needed: false, p => InitAnswers.CheckPerson(p, flag));

    private static string? Text(IAnsiConsole console, string question, string? known, bool needed, Func<string?, string?>? check = null)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(question) + ":")
        {
            AllowEmpty = !needed,
            Validator = text => check?.Invoke(text.Trim()) is { } problem ? ValidationResult.Error(Markup.Escape(problem)) : ValidationResult.Success(),
        };
        if (known is { Length: > 0 })
        {
            prompt.DefaultValue(known);
        }

        return console.Prompt(prompt).Trim() is { Length: > 0 } answer ? answer : null;
    }

    private static string? Secret(IAnsiConsole console, string question) =>
        console.Prompt(new TextPrompt<string>(Markup.Escape(question) + ":") { IsSecret = true, AllowEmpty = true }).Trim() is { Length: > 0 } answer ? answer : null;
}
