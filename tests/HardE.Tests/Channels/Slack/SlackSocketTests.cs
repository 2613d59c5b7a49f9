using HardE.Simulators;

namespace HardE.Tests.Channels.Slack;

/// <summary>Socket Mode against the simulator: renewals, cut lines, redelivery.</summary>
public sealed class SlackSocketTests
{
    private static readonly Dictionary<string, string?> Socket = new()
    {
        ["Slack:Mode"] = "socket",
        ["Slack:AppToken"] = SlackSimulator.AppToken,
        ["Slack:SigningSecret"] = "",
    };

    [Fact]
    public async Task A_renewal_opens_the_new_line_first_and_the_old_one_is_still_read()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var host = await SlackHost.StartAsync(settings: Socket);
        var old = await host.Slack.NextLineAsync(patience.Token);

        await old.SendAsync(new { type = "disconnect", reason = "refresh_requested" });
        var fresh = await host.Slack.NextLineAsync(patience.Token);
        await old.DeliverAsync("events_api", SlackHost.Envelope(SlackHost.Direct("on the old line", "1700000001.1")), patience.Token);
        await fresh.DeliverAsync("events_api", SlackHost.Envelope(SlackHost.Direct("on the new line", "1700000001.2")), patience.Token);
        await old.Ended.Task.WaitAsync(patience.Token);
        await fresh.DeliverAsync("events_api", SlackHost.Envelope(SlackHost.Direct("afterwards", "1700000001.3")), patience.Token);

        (await host.SettleAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task After_a_cut_line_it_comes_back_and_a_redelivery_is_not_answered_again()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var host = await SlackHost.StartAsync(settings: Socket);
        var envelope = SlackHost.Envelope(SlackHost.Direct("hello", "1700000001.1"));
        var first = await host.Slack.NextLineAsync(patience.Token);
        await first.DeliverAsync("events_api", envelope.DeepClone(), patience.Token);

        first.Cut();
        var second = await host.Slack.NextLineAsync(patience.Token);
        await second.DeliverAsync("events_api", envelope, patience.Token);

        (await host.SettleAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Noise_on_the_line_is_skipped_and_what_cannot_be_stored_is_not_acknowledged()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var host = await SlackHost.StartAsync(settings: Socket);
        var line = await host.Slack.NextLineAsync(patience.Token);

        await line.SendTextAsync("UNAUTHENTICATED: cache_error");
        await line.SendTextAsync("[]");
        await line.SendAsync(new { type = "from_next_year", envelope_id = "e-unknown" });
        host.Slack.Limit("users.info", 1);
        await line.SendAsync(new { type = "events_api", envelope_id = "e-lost", payload = SlackHost.Envelope(SlackHost.Direct("hello", "1700000001.1")) });
        await line.DeliverAsync("slash_commands", new System.Text.Json.Nodes.JsonObject { ["team_id"] = "T0STRANGER" }, patience.Token);

        host.Slack.Acknowledged.ShouldContain("e-unknown");
        host.Slack.Acknowledged.ShouldNotContain("e-lost");
    }

    [Fact]
    public async Task The_http_addresses_are_closed_in_socket_mode()
    {
        await using var host = await SlackHost.StartAsync(settings: Socket);

        var answer = await host.PostAsync("/slack/events", """{"type":"url_verification","challenge":"x"}""", "application/json");

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
