using System.Globalization;
using HardE.Simulators;

namespace HardE.Scenarios;

/// <summary>The real program, in a process of its own, against the Slack that official packages judge.</summary>
public sealed class SlackPeerTests
{
    private const string Secret = "scenario-signing-secret";

    /// <summary>By rules alone this is a long answer; with sound it is a file as well.</summary>
    private const string Script = "Generate a primer script for John Smith's roof replacement job";

    [Fact]
    public async Task The_program_passes_every_scenario_over_http()
    {
        var peer = await SlackPeer.FindAsync();
        await using var program = await RunningProgram.StartAsync(Settings(peer, ("SLACK_SIGNING_SECRET", Secret)));

        var (_, output) = await peer.PlayAsync(
            program.Url, Secret, "all", "--wait", "60000", "--upload-text", Script + ", with audio", "--stream-text", Script);

        output.ShouldEndWith("0 failed", customMessage: program.Output);
    }

    [Fact]
    public async Task The_program_passes_socket_mode_without_a_public_address()
    {
        var peer = await SlackPeer.FindAsync();
        await using var program = await RunningProgram.StartAsync(
            Settings(peer, ("SLACK_APP_TOKEN", SlackPeer.AppToken), ("HARDE_Slack__Mode", "socket")));

        var (_, output) = await peer.RunAsync("--scenario", "socket", "--api-port", peer.Port.ToString(CultureInfo.InvariantCulture));

        output.ShouldEndWith("0 failed", customMessage: program.Output);
    }

    private static Dictionary<string, string> Settings(SlackPeer peer, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["SLACK_BOT_TOKEN"] = SlackPeer.BotToken,
            ["HARDE_Slack__ApiBase"] = peer.ApiBase,
            ["HARDE_Slack__FileHosts__0"] = peer.Authority,
            ["HARDE_Slack__ResponseHosts__0"] = peer.Authority,
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return settings;
    }
}
