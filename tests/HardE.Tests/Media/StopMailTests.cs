using System.Net;
using HardE.Agents.State;
using HardE.Jobs.Delivery;
using HardE.Jobs.Mail;
using HardE.Tests.Admin;

namespace HardE.Tests.Media;

public sealed class StopMailTests
{
    private const string Homeowner = "john.smith@example.com";

    [Fact]
    public async Task Opening_the_link_asks_and_the_button_stops_all_mail()
    {
        await using var host = await BotHost.StartAsync();
        var link = host.Get<UnsubscribeLinks>().Make(Tenants.Default, Homeowner).PathAndQuery;
        using var browser = host.Browser();

        (await browser.GetAsync(link)).Html.ShouldContain("No more mail from us?");
        (await host.Get<Suppressions>().HasAsync(Tenants.Default, Homeowner, default)).ShouldBeFalse();

        (await browser.SubmitAsync(link)).Html.ShouldContain("You get no more mail");
        (await host.Get<Suppressions>().HasAsync(Tenants.Default, Homeowner, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_mail_programs_one_click_stops_all_mail()
    {
        await using var host = await BotHost.StartAsync();
        using var browser = host.Browser();

        var (status, _) = await browser.PostAsync(
            host.Get<UnsubscribeLinks>().Make(Tenants.Default, Homeowner).PathAndQuery, new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });

        status.ShouldBe(HttpStatusCode.OK);
        (await host.Get<Suppressions>().HasAsync(Tenants.Default, Homeowner, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_changed_link_stops_nothing_and_the_address_cannot_be_read_in_it()
    {
        await using var host = await BotHost.StartAsync();
        var link = host.Get<UnsubscribeLinks>().Make(Tenants.Default, Homeowner).AbsolutePath;
        using var browser = host.Browser();

        link.ShouldNotContain("john", Case.Insensitive);
        (await browser.PostAsync(link[..^4] + "AAAA", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync(UnsubscribeLinks.Path + "/x", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.QueryAsync("SELECT address FROM mail_suppressed")).ShouldBeEmpty();
    }
}
