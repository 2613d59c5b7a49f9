using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HardE.Scenarios;

/// <summary>The dashboard as a person uses it, in a real browser, while real videos are made.</summary>
public sealed class DashboardTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 90_000 };

    [Fact]
    public async Task A_video_appears_and_goes_to_its_end_without_a_reload_and_is_found_and_played()
    {
        var page = await host.LoggedInAsync();
        await page.EvaluateAsync("window.stayed = true");

        await host.OrderAsync("2603-101-01");
        await Expect(page.Locator("#list")).ToContainTextAsync("John Smith", Patient);
        await Expect(page.Locator("#list tr", new() { HasText = "John Smith" }).First).ToContainTextAsync("10 of 10", Patient);
        (await page.EvaluateAsync<bool>("window.stayed")).ShouldBeTrue(); // the page itself was never loaded again

        await page.GetByLabel("Customer, job, asker").FillAsync("smith");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "John Smith" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Primer video for John Smith");
        await Expect(page.Locator("#steps .state.done")).ToHaveCountAsync(10);
        (await page.Locator("video").EvaluateAsync<double>(
            "v => new Promise((done, bad) => { v.onloadedmetadata = () => done(v.duration); v.onerror = () => bad(v.error); v.load(); })")).ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_held_video_is_released_with_a_reason_and_its_page_follows_it_to_the_end()
    {
        var id = await host.OrderAsync("2603-104-01", hold: true);
        var page = await host.LoggedInAsync();
        await page.GotoAsync($"{host.Url}jobs/{id}");
        await Expect(page.Locator("#head")).ToContainTextAsync("waits for a yes", Patient);
        await Expect(page.Locator("#acts")).ToContainTextAsync("Send to the homeowner", Patient);

        await page.GetByText("Send to the homeowner").First.ClickAsync();
        await page.Locator("form[action*=Release] input[name=reason]").FillAsync("watched it, fine");
        await page.Locator("form[action*=Release] button").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("goes to the homeowner");
        await Expect(page.Locator("#head .state").First).ToHaveTextAsync("done", new() { Timeout = 90_000 });
        await Expect(page.Locator("#log")).ToContainTextAsync("watched it, fine");
    }

    [Fact]
    public async Task A_finished_video_is_made_again_from_the_words()
    {
        var id = await host.OrderAsync("2603-106-01");
        var page = await host.LoggedInAsync();
        await page.GotoAsync($"{host.Url}jobs/{id}");
        await Expect(page.Locator("#acts")).ToContainTextAsync("Re-run from", Patient);

        await page.GetByText("Re-run from").First.ClickAsync();
        await page.GetByLabel("Step").SelectOptionAsync("write_script");
        await page.Locator("form[action*=From] input[name=reason]").Last.FillAsync("new opener");
        await page.Locator("form[action*=From] button").Last.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("goes on from step write script");
        await Expect(page.Locator("#head .state").First).ToHaveTextAsync("done", new() { Timeout = 90_000 });
        await Expect(page.Locator("#log")).ToContainTextAsync("again from write script");
    }

    [Fact]
    public async Task A_viewer_looks_and_an_outsider_does_not_even_that()
    {
        var id = await host.OrderAsync("2603-101-01");
        await host.CommandAsync("people", "add", "Olga Office", "olga@example.com", "office");
        var page = await host.LoggedInAsync("olga@example.com");
        await page.GotoAsync($"{host.Url}jobs/{id}");

        await Expect(page.Locator("#steps")).ToBeVisibleAsync();
        (await page.Locator("form[action*=handler]").CountAsync()).ShouldBe(0);
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" })).Not.ToContainTextAsync("Conversations");

        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await page.GotoAsync($"{host.Url}jobs/{id}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Log in");
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Every_page_fits_its_window_and_breaks_no_rule_of_its_own(int width, ColorScheme scheme)
    {
        var id = await host.OrderAsync("2603-101-01");
        var page = await host.LoggedInAsync(width: width);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : Array.Empty<string>());

        foreach (var path in new[] { "jobs", $"jobs/{id}", "approvals", "conversations", "people", "knowledge", "costs", "audit", "" })
        {
            await page.GotoAsync($"{host.Url}{path}");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, path);
        }

        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_key_leads_past_the_menu_and_acts_can_be_reached_by_keys_alone()
    {
        var id = await host.OrderAsync("2603-101-01");
        var page = await host.LoggedInAsync();
        await page.GotoAsync($"{host.Url}jobs/{id}");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(":focus")).ToHaveTextAsync("Skip to content");
        await page.Locator("#acts summary").Last.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.name")).ShouldBeOneOf("step", "reason");
    }
}
