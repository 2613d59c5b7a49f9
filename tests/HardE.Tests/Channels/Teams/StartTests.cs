using System.Net;
using System.Text;
using HardE.Agents.Services;
using HardE.Bot.Channels;
using HardE.Bot.Channels.Teams;
using HardE.Jobs.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Channels.Teams;

/// <summary>The switch for test clients: it starts on a laptop that has nothing real, and nowhere else.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Development", "http://127.0.0.1:0", null, null)]
    [InlineData("Development", "http://127.0.0.1:0", "http://localhost:3978", null)]
    [InlineData("Production", "http://127.0.0.1:0", null, "HARDE_ENV=production")]
    [InlineData("Staging", "http://127.0.0.1:0", null, "HARDE_ENV=production")]
    [InlineData("Development", "http://127.0.0.1:0", "https://harde.example.com", "Host:PublicUrl")]
    [InlineData("Development", "http://0.0.0.0:0", null, "loopback")]
    [InlineData("Development", "http://*:0", null, "loopback")]
    [InlineData("Development", "http://127.0.0.1:0;http://[::]:0", null, "loopback")]
    public async Task The_switch_starts_only_on_a_closed_laptop(string environment, string urls, string? publicUrl, string? refused)
    {
        var settings = new Dictionary<string, string?> { ["Teams:AllowUnsignedDevelopment"] = "true" };
        if (publicUrl is not null)
        {
            settings["Host:PublicUrl"] = publicUrl;
        }

        await using var app = Build(environment, urls, settings);

        if (refused is null)
        {
            await app.StartAsync();
            await app.StopAsync();
        }
        else
        {
            (await Should.ThrowAsync<SettingsException>(app.StartAsync())).Message.ShouldContain(refused);
        }
    }

    [Fact]
    public async Task The_switch_does_not_start_beside_a_configured_channel()
    {
        await using var app = Build(
            "Development", "http://127.0.0.1:0", new() { ["Teams:AllowUnsignedDevelopment"] = "true" }, new ChannelInUse("slack", true));
        await using var registered = Build(
            "Development", "http://127.0.0.1:0", new(TeamsHost.Registered) { ["Teams:AllowUnsignedDevelopment"] = "true" });

        (await Should.ThrowAsync<SettingsException>(app.StartAsync())).Message.ShouldContain("slack");
        (await Should.ThrowAsync<SettingsException>(registered.StartAsync())).Message.ShouldContain("msteams");
    }

    [Fact]
    public async Task Without_the_switch_any_address_is_fine()
    {
        await using var app = Build("Production", "http://0.0.0.0:0", []);

        await app.StartAsync();
        await app.StopAsync();
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("x-forwarded-host", "harde.example.com")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Origin", "https://evil.example.com")]
    public async Task Under_the_switch_a_proxy_or_a_web_page_stays_outside(string header, string value)
    {
        await using var teams = await TeamsHost.StartAsync(TeamsHost.Unsigned);
        var request = new HttpRequestMessage(HttpMethod.Post, teams.Url)
        {
            Content = new StringContent(Local().ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        var forwarded = await teams.SendAsync(request);
        var direct = await teams.PostAsync(Local().ToJsonString(), null);

        forwarded.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        direct.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Under_the_switch_a_service_address_elsewhere_is_refused()
    {
        await using var teams = await TeamsHost.StartAsync(TeamsHost.Unsigned);
        var activity = Local();
        activity["serviceUrl"] = "http://192.0.2.1/_connector";

        (await teams.PostAsync(activity.ToJsonString(), null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Teams:AppId", "no-guid", "Teams:AppId")]
    [InlineData("Teams:TenantId", "", "Teams:TenantId")]
    [InlineData("Teams:AppPassword", "", "Teams:AppPassword")]
    [InlineData("Teams:MetadataUrl", "http://login.botframework.com/", "https")]
    [InlineData("Teams:AppType", "Other", "AppType")]
    public async Task Half_a_registration_stops_the_start_and_says_what_is_missing(string setting, string value, string told)
    {
        await using var app = Build("Development", "http://127.0.0.1:0", new(TeamsHost.Registered) { [setting] = value });

        (await Should.ThrowAsync<Exception>(app.StartAsync())).ToString().ShouldContain(told);
    }

    private static System.Text.Json.Nodes.JsonObject Local()
    {
        var activity = An.Message("hello");
        activity["serviceUrl"] = "http://127.0.0.1:9/_connector";
        activity["conversation"]!["tenantId"] = "00000000-0000-0000-0000-0000000000001"; // 37 characters, as the playground has it
        activity["channelData"]!["tenant"]!["id"] = "00000000-0000-0000-0000-0000000000001";
        return activity;
    }

    /// <summary>Only what decides about the start: settings, the switch, the addresses.</summary>
    private static WebApplication Build(string environment, string urls, Dictionary<string, string?> settings, params ChannelInUse[] others)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls(urls.Split(';'));
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSettings<TeamsOptions>("Teams");
        builder.Services.AddSettings<PublicAddressOptions>("Host");
        builder.Services.AddSingleton(p => new ChannelInUse("msteams", p.GetRequiredService<IOptions<TeamsOptions>>().Value.Configured));
        foreach (var other in others)
        {
            builder.Services.AddSingleton(other);
        }

        builder.Services.AddHostedService<TeamsStart>();
        return builder.Build();
    }
}
