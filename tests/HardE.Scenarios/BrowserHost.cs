using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using HardE.Bot.Api;
using HardE.Bot.Commands;
using Microsoft.Playwright;

namespace HardE.Scenarios;

/// <summary>The real program, and Debian's chromium looking at its pages; shared by the tests of a class.</summary>
public sealed partial class BrowserHost : IAsyncLifetime
{
    private IPlaywright driver = null!;
    private IBrowser browser = null!;

    internal RunningProgram Program { get; private set; } = null!;

    public Uri Url => Program.Url;

    public async Task InitializeAsync()
    {
        Program = await RunningProgram.StartAsync(new Dictionary<string, string> { ["HARDE_Primer__MaxSentences"] = "1" });
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        driver.Dispose();
        await Program.DisposeAsync();
    }

    /// <summary>A window of its own, logged in through a link and its button.</summary>
    /// <param name="email">Whose link; null for the owner of the machine.</param>
    internal async Task<IPage> LoggedInAsync(string? email = null, int width = 1280)
    {
        var link = LoginLink().Match(await CommandAsync(email is null ? ["login"] : ["login", email])).Value;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Log in" }).ClickAsync();
        await page.WaitForURLAsync("**/jobs");
        return page;
    }

    internal async Task<string> CommandAsync(params string[] words)
    {
        var host = HostFile.Find(Program.Folder) ?? throw new InvalidOperationException("No host file.");
        using var http = new HttpClient { BaseAddress = new Uri(host.Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
        using var answer = await http.PostAsJsonAsync("owner/commands", new OwnerCommand(words));
        return (await answer.Content.ReadFromJsonAsync<OwnerCommandResult>())!.Output;
    }

    /// <returns>The run's id.</returns>
    internal async Task<string> OrderAsync(string job, bool hold = false)
    {
        using var client = new PrimerClient(HostFile.Find(Program.Folder) ?? throw new InvalidOperationException("No host file."));
        var answer = await client.OrderAsync(new PrimerOrderBody { Job = job, Hold = hold }, Guid.NewGuid().ToString("N"), default);
        return answer.Taken?.Id ?? throw new InvalidOperationException(answer.Problem);
    }

    [GeneratedRegex(@"http://\S+/login/[0-9a-f]+")]
    private static partial Regex LoginLink();
}
