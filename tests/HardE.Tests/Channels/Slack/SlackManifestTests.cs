using System.Text.Json.Nodes;
using HardE.Bot.Channels.Slack;
using HardE.Simulators;

namespace HardE.Tests.Channels.Slack;

/// <summary>The manifests in the repository are what Slack's own types allow, and one source makes both.</summary>
public sealed class SlackManifestTests
{
    private static readonly string Folder = Path.Combine(Golden.Root, "manifests", "slack");

    [Fact]
    public void The_socket_manifest_is_made_from_the_http_one() =>
        Golden.Check(Path.Combine(Folder, "manifest.socket.yaml"), SlackManifest.ForSocket(Source()));

    [Fact]
    public void A_public_address_stands_in_every_place()
    {
        var manifest = SlackManifest.ForHttp(Source(), new Uri("https://harde.example.com/"));

        manifest[manifest.IndexOf("_metadata", StringComparison.Ordinal)..].ShouldNotContain("https://BOT");
        manifest.ShouldContain("request_url: https://harde.example.com/slack/events");
        Should.Throw<ArgumentException>(() => SlackManifest.ForHttp(Source(), new Uri("http://harde.example.com")));
    }

    [Fact]
    public async Task Official_types_accept_both()
    {
        var peer = await SlackPeer.FindAsync();
        string[] manifests = [SlackManifest.ForHttp(Source(), new Uri("https://harde.example.com")), SlackManifest.ForSocket(Source())];

        foreach (var manifest in manifests)
        {
            var file = Path.GetTempFileName();
            await File.WriteAllTextAsync(file, SlackManifest.ToJson(manifest));
            var (_, output) = await peer.RunAsync("--check-manifest", file);
            File.Delete(file);
            output.ShouldEndWith("1 passed, 0 failed");
        }
    }

    [Fact]
    public void Json_keeps_numbers_and_flags()
    {
        var json = JsonNode.Parse(SlackManifest.ToJson(Source()))!;

        json["_metadata"]!["major_version"]!.GetValue<int>().ShouldBe(2);
        json["settings"]!["interactivity"]!["is_enabled"]!.GetValue<bool>().ShouldBeTrue();
        json["display_information"]!["background_color"]!.GetValue<string>().ShouldBe("#12304a");
    }

    private static string Source() => File.ReadAllText(Path.Combine(Folder, "manifest.yaml"));
}
