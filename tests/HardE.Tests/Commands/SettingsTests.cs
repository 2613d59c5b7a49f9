using System.Text.RegularExpressions;
using HardE.Agents.Services;
using HardE.Bot.Commands;
using HardE.Bot.Commands.Settings;

namespace HardE.Tests.Commands;

public sealed partial class SettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("harde-settings-").FullName;

    private string Env => Path.Combine(folder, ".env");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Env_file_is_read_with_comments_quotes_and_line_numbers()
    {
        File.WriteAllText(Env, "# a comment\n\nHARDE_Company__Name=\"Acme Roofing\"\nA='x=y'\nnonsense\n");

        EnvFile.Read(Env).ShouldBe([new EnvLine("HARDE_Company__Name", "Acme Roofing", 3), new EnvLine("A", "x=y", 4)]);
    }

    [Fact]
    public void Update_replaces_its_own_lines_and_keeps_all_others()
    {
        File.WriteAllText(Env, "# mine\nFOREIGN=1\nHARDE_Company__Name=Old\n\nHARDE_Slack__BotToken=xoxb-old\n");

        EnvFile.Update(Env, new Dictionary<string, string> { ["SLACK_BOT_TOKEN"] = "xoxb-new", ["HARDE_Company__Name"] = "New Name", ["HARDE_MASTER_KEY"] = "k" });

        File.ReadAllLines(Env).ShouldBe(
            ["# mine", "FOREIGN=1", "HARDE_Company__Name=\"New Name\"", "", "SLACK_BOT_TOKEN=xoxb-new", "HARDE_MASTER_KEY=k"]);
    }

    [Fact]
    public void Update_makes_the_file_private()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(Env, "A=1\n");
        File.SetUnixFileMode(Env, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        EnvFile.Update(Env, new Dictionary<string, string> { ["OPENAI_API_KEY"] = "sk-1" });

        File.GetUnixFileMode(Env).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(folder).ShouldBe([Env]);
    }

    [Fact]
    public void Update_writes_values_that_read_back_as_they_were()
    {
        string[] values = ["plain", "with space", "\"quoted\"", "it's", "a=b#c"];

        EnvFile.Update(Env, values.Index().ToDictionary(v => $"V{v.Index}", v => v.Item));

        EnvFile.Read(Env).Select(l => l.Value).ShouldBe(values);
    }

    [Fact]
    public void Update_refuses_a_value_of_two_lines() =>
        Should.Throw<ArgumentException>(() => EnvFile.Update(Env, new Dictionary<string, string> { ["A"] = "1\nB=2" }));

    [Theory]
    [InlineData("SLACK_BOT_TOKEN", "Slack:BotToken")]
    [InlineData("MicrosoftAppPassword", "Teams:AppPassword")]
    [InlineData("HARDE_ENV", "Environment")]
    [InlineData("HARDE_Mail__Folder__Path", "Mail:Folder:Path")]
    public void Names_of_vendors_and_our_own_fill_settings(string variable, string setting) =>
        SettingsSources.Understand(variable, "v", "here").ShouldBe(new GivenSetting(setting, "v", "here", variable));

    [Fact]
    public void A_file_variable_gives_the_content_of_its_file()
    {
        var secret = Path.Combine(folder, "secret");
        File.WriteAllText(secret, "s3cret\n");

        var setting = SettingsSources.Understand("SLACK_SIGNING_SECRET_FILE", secret, "here").ShouldNotBeNull();

        (setting.Name, setting.Value).ShouldBe(("Slack:SigningSecret", "s3cret"));
    }

    [Fact]
    public void Other_programs_variables_are_left_alone() => SettingsSources.Understand("PATH", "/bin", "here").ShouldBeNull();

    [Fact]
    public void The_last_of_a_setting_counts()
    {
        GivenSetting[] given = [new("Company:Name", "File", ".env line 1", "a"), new("company:name", "Environment", "environment", "a")];

        SettingsSources.Values(given)["Company:Name"].ShouldBe("Environment");
    }

    [Fact]
    public async Task A_misspelt_setting_is_told_with_line_and_hint()
    {
        await using var app = Program.Compose(Shape());
        GivenSetting[] given = [new("Company:Nmae", "x", ".env line 7", "HARDE_Company__Nmae"), new("Environment", "prod", ".env line 8", "HARDE_ENV")];

        var problems = Should.Throw<SettingsException>(() => SettingsCheck.Run(app.Services, given)).Problems;

        problems.Count.ShouldBe(2);
        problems[0].ShouldBe(".env line 7: there is no setting 'HARDE_Company__Nmae'. Did you mean HARDE_Company__Name?");
        problems[1].ShouldContain("development or production");
    }

    [Fact]
    public async Task Every_setting_stands_in_the_example_and_nothing_else_does()
    {
        await using var app = Program.Compose(Shape());
        var known = SettingsCheck.Known(app.Services);
        var root = Root();
        string[] variables = [.. File.ReadLines(Path.Combine(root, ".env.example")).Select(l => ExampleLine().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value)];
        string[] referred = [.. AgentFileVariable().Matches(await File.ReadAllTextAsync(Path.Combine(root, "agent_config.yaml"))).Select(m => m.Groups[1].Value), "OPENAI_BASE_URL"];
        string[] shown = [.. variables.Select(v => SettingsSources.Understand(v, "", "")?.Name).OfType<string>()];

        known.Where(k => !shown.Any(s => SettingsCheck.Fits(k, s))).ShouldBeEmpty();
        shown.Where(s => !known.Any(k => SettingsCheck.Fits(k, s))).ShouldBeEmpty();
        SettingsSources.VendorNames.Keys.Except(variables).ShouldBeEmpty();
        variables.Where(v => SettingsSources.Understand(v, "", "")?.Name is null).Except(referred).ShouldBeEmpty();
        referred.Except(variables).ShouldBeEmpty();
    }

    [Fact]
    public async Task Show_masks_secrets_and_says_where_values_come_from()
    {
        await using var app = Program.Compose(Shape());
        GivenSetting[] given = [new("Slack:BotToken", "xoxb-1", ".env line 3", "SLACK_BOT_TOKEN")];

        var settings = KnownSettings.List(app.Services, given).ToDictionary(s => s.Name);

        (settings["Slack:BotToken"].Shown, settings["Slack:BotToken"].Origin).ShouldBe(("********", ".env line 3"));
        (settings["Mail:Folder:TrustUnsigned"].Shown, settings["Mail:Folder:TrustUnsigned"].Origin).ShouldBe(("true", "default"));
        settings["Security:MasterKey"].Shown.ShouldBe("");
    }

    private HostShape Shape() => new("http://127.0.0.1:0")
    {
        UsesMachineSettings = false,
        Quiet = true,
        Overrides = new Dictionary<string, string?> { ["Data:Folder"] = folder },
    };

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "HardE.Bot.sln")))
        {
            at = at.Parent!;
        }

        return at.FullName;
    }

    [GeneratedRegex("^#?([A-Za-z_][A-Za-z0-9_]*)=")]
    private static partial Regex ExampleLine();

    [GeneratedRegex("env:([A-Z_]+)")]
    private static partial Regex AgentFileVariable();
}
