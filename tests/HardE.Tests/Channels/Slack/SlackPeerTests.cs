using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Channels.Slack;

/// <summary>
/// The Slack folder against a Slack that nobody here wrote the judges of: official packages check signatures, calls and
/// blocks. The agent is scripted so that each scenario gets what it looks for.
/// </summary>
public sealed class SlackPeerTests
{
    [Fact]
    public async Task Every_scenario_passes_over_http()
    {
        var peer = await SlackPeer.FindAsync();
        await using var host = await SlackHost.StartAsync(Answer, Settings(peer));
        await SaveAudioAsync(host);

        var (_, output) = await peer.PlayAsync(
            host.Http.BaseAddress!, SlackHost.Secret,
            "all");

        output.ShouldEndWith("0 failed");
    }

    [Fact]
    public async Task Presses_of_our_own_buttons_pass()
    {
        var peer = await SlackPeer.FindAsync();
        await using var host = await SlackHost.StartAsync(Answer, Settings(peer));

        var (_, output) = await peer.PlayAsync(host.Http.BaseAddress!, SlackHost.Secret, "button", "--action", "press_0", "--value", "ok:1");

        output.ShouldEndWith("0 failed");
    }

    [Fact]
    public async Task Socket_mode_passes()
    {
        var peer = await SlackPeer.FindAsync();
        var settings = new Dictionary<string, string?>(Settings(peer))
        {
            ["Slack:Mode"] = "socket",
            ["Slack:AppToken"] = SlackPeer.AppToken,
            ["Slack:SigningSecret"] = "",
        };
        await using var host = await SlackHost.StartAsync(Answer, settings);

        var (_, output) = await peer.RunAsync(
            "--scenario", "socket", "--api-port", peer.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        output.ShouldEndWith("0 failed");
    }

    private static Dictionary<string, string?> Settings(SlackPeer peer) => new()
    {
        ["Slack:BotToken"] = SlackPeer.BotToken,
        ["Slack:ApiBase"] = peer.ApiBase,
        ["Slack:FileHosts:0"] = peer.Authority,
        ["Slack:ResponseHosts:0"] = peer.Authority,
    };

    private static TurnReply Answer(TurnContext turn) => turn.Text.Contains("long story", StringComparison.Ordinal)
        ? new TurnReply("knowledge_agent", string.Join(
            "\n\n", Enumerable.Range(1, 20).Select(i => $"Chapter {i}. The gutters ran **along** the roof & past `<!channel>`, and [home](javascript:x) again.")))
        { Parts = EveryPart }
        : turn.Text.Contains("audio", StringComparison.Ordinal)
        ? new TurnReply("scripting_agent", "Here it is.") { Parts = [new AudioPart("audio/script.mp3", "script.mp3", 2, "Hello.")] }
        : new TurnReply("triage_agent", $"You said: {turn.Text}") { Parts = EveryPart };

    private static readonly ReplyPart[] EveryPart =
    [
        new ReceiptPart("Note added", [new Fact("Job", "R&D <roof>"), new Fact("Owner", "Riley")], new Uri("https://crm.example.com/1"), "undo:1"),
        new FactsPart("Customer", [.. Enumerable.Range(1, 12).Select(i => new Fact($"Field {i}", $"Value {i}"))]),
        new TablePart("Gutters", ["Item", "Unit", "Price"], [["Aluminum <5 in>", "ft", "$4.20"], ["<!channel>", "", "$1,200.00"]]),
        new ButtonsPart([new ReplyButton("Yes", "ok:1", ButtonStyle.Primary), new ReplyButton("No", "no:1", ButtonStyle.Danger)]),
        new CitationsPart([new Citation("d1", "Objections & answers", "We hear <price> a lot", new Uri("https://docs.example.com/d1"))]),
        new LinkPart("Watch the video", new Uri("https://example.com/v/1")),
        new ProgressPart("Primer video", [new ProgressStep("write_script", "done"), new ProgressStep("speak", "running", "40 %")]),
    ];

    private static async Task SaveAudioAsync(SlackHost host)
    {
        using var sound = new MemoryStream([.. "ID3"u8, .. new byte[4000]]);
        await host.Services.GetRequiredService<IFileStore>().SaveAsync(Tenants.Default, "audio/script.mp3", sound, default);
    }
}
