using System.IO.Compression;
using System.Text.Json;
using HardE.Bot.Commands;
using Spectre.Console;

namespace HardE.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("harde-command-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("people")]
    [InlineData("people", "add")]
    [InlineData("doctor")]
    [InlineData("config")]
    [InlineData("import")]
    [InlineData("login")]
    [InlineData("tenant")]
    [InlineData("tenant", "key")]
    [InlineData("up")]
    [InlineData("chat")]
    [InlineData("say")]
    [InlineData("primer")]
    [InlineData("manifest", "teams")]
    [InlineData("manifest", "slack")]
    [InlineData("demo")]
    [InlineData("init")]
    public async Task Every_command_explains_itself(params string[] words)
    {
        var (code, output) = await RunAsync([.. words, "--help"]);

        code.ShouldBe(0);
        output.ShouldContain($"Usage:\n  ./harde {string.Join(' ', words)}");
    }

    [Theory]
    [InlineData("prmer", "primer")]
    [InlineData("logn", "login")]
    [InlineData("manifst", "manifest")]
    public async Task A_wrong_word_gets_a_suggestion(string wrong, string right)
    {
        var (code, output) = await RunAsync(wrong);

        code.ShouldBe(1);
        output.ShouldContain($"Did you mean one of the following?\n{right}");
    }

    [Fact]
    public async Task A_primer_needs_a_customer_or_a_job()
    {
        var (code, output) = await RunAsync("primer", "--hold");

        code.ShouldBe(1);
        output.ShouldContain("Whose video?");
    }

    [Fact]
    public async Task The_teams_package_carries_the_companys_ids()
    {
        var zip = Path.Combine(folder, "teams.zip");
        var (code, _) = await RunAsync(
            "manifest", "teams", "--app-id", "11111111-2222-3333-4444-555555555555", "--publisher", "Acme Roofing", "--website", "https://acme.example.com", "--out", zip);

        code.ShouldBe(0);
        using var archive = ZipFile.OpenRead(zip);
        archive.Entries.Select(e => e.Name).ShouldBe(["manifest.json", "color.png", "outline.png"]);
        using var manifest = JsonDocument.Parse(archive.Entries[0].Open());
        manifest.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString().ShouldBe("11111111-2222-3333-4444-555555555555");
        manifest.RootElement.GetProperty("developer").GetProperty("name").GetString().ShouldBe("Acme Roofing");
    }

    [Fact]
    public async Task A_refused_teams_package_leaves_no_file()
    {
        var zip = Path.Combine(folder, "teams.zip");
        var (code, output) = await RunAsync("manifest", "teams", "--app-id", "mine", "--website", "https://acme.example.com", "--out", zip);

        (code, File.Exists(zip)).ShouldBe((1, false));
        output.ShouldContain("not a GUID");
        (await RunAsync("manifest", "teams", "--website", "http://acme.example.com")).Output.ShouldContain("--website needs an https address");
    }

    [Fact]
    public async Task The_slack_manifest_has_the_address_or_none()
    {
        (await RunAsync("manifest", "slack", "--url", "https://harde.example.com")).Output.ShouldContain("https://harde.example.com/slack/events");
        var (_, socket) = await RunAsync("manifest", "slack", "--socket");
        socket.ShouldContain("socket_mode_enabled: true");
        socket.ShouldNotContain("https://BOT");
        var (_, json) = await RunAsync("manifest", "slack", "--url", "https://harde.example.com", "--json");
        JsonDocument.Parse(json).RootElement.GetProperty("display_information").GetProperty("name").GetString().ShouldBe("Hard-E");
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] words)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = 160;
        return (await CommandLine.RunAsync(words, null, console, default), output.ToString());
    }
}
