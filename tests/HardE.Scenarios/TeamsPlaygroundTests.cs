using System.Diagnostics;
using System.Text.Json.Nodes;

namespace HardE.Scenarios;

/// <summary>
/// A real Teams client, Microsoft's Agents Playground, talks to the real program: over its socket and in a browser. The
/// playground is evaluation software: it is installed beside the build, never copied into the product.
/// </summary>
public sealed class TeamsPlaygroundTests
{
    private static readonly Dictionary<string, string> Switch = new() { ["HARDE_Teams__AllowUnsignedDevelopment"] = "true" };

    [Fact]
    public async Task A_conversation_over_the_clients_socket()
    {
        await using var program = await RunningProgram.StartAsync(Switch);

        var result = await PlaygroundDriver.RunAsync(
            program.Url, "--mode", "api",
            "--say", "hello", "--expect", "/work by rules/",
            "--say", "Search for gutter pricing in the Englert catalog", "--expect", "/gutter[\\s\\S]*\\$/i",
            "--say", "What's our standard objection response for price concerns?", "--expect", "/price/i");

        result.Passed.ShouldBeTrue(result.Output + program.Output);
        result.Json["failedExchanges"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_press_in_the_browser_is_answered_with_the_used_card()
    {
        await using var program = await RunningProgram.StartAsync(Switch);

        var result = await PlaygroundDriver.RunAsync(
            program.Url, "--say", "add a note to John Smith's job: call back on Monday", "--expect", "/Yes, do it/",
            "--click", "Yes, do it", "--expect-after", "You pressed: Yes, do it");

        result.Passed.ShouldBeTrue(result.Output + program.Output);
    }

    [Fact]
    public async Task A_mention_in_a_channel_is_answered_in_its_thread()
    {
        await using var program = await RunningProgram.StartAsync(Switch);

        var result = await PlaygroundDriver.RunAsync(
            program.Url, "--chat", "channel", "--say", "Search for gutter pricing in the Englert catalog", "--expect", "/\\$\\d/"); // a price: not in the greeting

        result.Passed.ShouldBeTrue(result.Output + program.Output);
    }

    // The playground records only answers with 2xx: refusals are tried at our own endpoint (HardE.Tests, ActivityTests, InvokeTests).
    [Theory]
    [InlineData("message", "{\"text\":\"hello\"}", 202)]
    [InlineData("invoke", "{\"name\":\"message/submitAction\",\"value\":{\"actionName\":\"feedback\",\"actionValue\":{\"reaction\":\"like\"}}}", 200)]
    public async Task Activities_that_no_client_would_make_get_their_status(string type, string fields, int status)
    {
        await using var program = await RunningProgram.StartAsync(Switch);
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"raw-{Guid.NewGuid():N}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "{{serviceUrl}}",
            ["from"] = new JsonObject { ["id"] = "{{userId}}" },
            ["recipient"] = new JsonObject { ["id"] = "{{botId}}" },
            ["conversation"] = new JsonObject { ["id"] = "{{conversationId}}", ["conversationType"] = "personal", ["tenantId"] = "tenant-1" },
        };
        foreach (var (name, value) in JsonNode.Parse(fields)!.AsObject())
        {
            activity[name] = value?.DeepClone();
        }

        var file = Path.Combine(program.Folder, "raw.json");
        await File.WriteAllTextAsync(file, activity.ToJsonString());

        var result = await PlaygroundDriver.RunAsync(
            program.Url, "--raw", file, "--expect-status", status.ToString(System.Globalization.CultureInfo.InvariantCulture));

        result.Passed.ShouldBeTrue(result.Output + program.Output);
    }
}

/// <summary>What the driver reported.</summary>
internal sealed record PlaygroundResult(bool Passed, JsonNode Json, string Output);

/// <summary>Runs tests/peers/teams-playground in a copy beside the build, where its packages are installed once.</summary>
internal static class PlaygroundDriver
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static async Task<PlaygroundResult> RunAsync(Uri program, params string[] arguments)
    {
        await OneAtATime.WaitAsync();
        try
        {
            var folder = await InstallAsync();
            var (code, output, errors) = await ProcessAsync(
                folder, "node", ["drive.mjs", "--bot", new Uri(program, "/api/messages").AbsoluteUri, "--json", "--timeout", "60000", .. arguments]);
            if (code == 2)
            {
                throw new InvalidOperationException($"The playground could not be set up: {errors}{output}");
            }

            var line = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(l => l.StartsWith('{'));
            return new PlaygroundResult(code == 0, line is null ? new JsonObject() : JsonNode.Parse(line)!, output + errors);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<string> InstallAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "HardE.Bot.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("No repository around the tests.");
        }

        var copy = Directory.CreateDirectory(Path.Combine(root.FullName, "artifacts", "peers", "teams-playground")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root.FullName, "tests", "peers", "teams-playground")))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        }

        if (!File.Exists(Path.Combine(copy, "node_modules", "@microsoft", "m365agentsplayground", "cli.js")))
        {
            var (code, output, errors) = await ProcessAsync(copy, "npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"]);
            if (code != 0)
            {
                throw new InvalidOperationException($"npm could not install the playground: {output}{errors}");
            }
        }

        return copy;
    }

    private static async Task<(int Code, string Output, string Errors)> ProcessAsync(string folder, string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} did not start.");
        using var limit = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took more than {Patience}.");
        }
    }
}
