using System.Text.Json.Nodes;
using HardE.Simulators;

namespace HardE.Tests.Channels.Slack;

/// <summary>Voice clips: heard, shown, then answered; and everything that may be wrong with one.</summary>
public sealed class SlackClipTests
{
    private static readonly byte[] Sound = [0, 0, 0, 0x18, .. "ftypmp42"u8, .. new byte[4000]];

    [Fact]
    public async Task A_clip_becomes_words_that_are_shown_before_they_are_answered()
    {
        await using var model = await ModelSimulator.StartAsync();
        model.Next(200, """{"text":" Find John Smith. "}""");
        await using var host = await SlackHost.StartAsync(settings: new Dictionary<string, string?> { ["Voice:Hearing:BaseUrl"] = model.Url.ToString() }, openAiKey: "test-key");

        await host.EventAsync(Clip(host.Slack.Serve("a.m4a", "audio/mp4", Sound)));
        await host.SeenAsync(2);
        var seen = await host.SettleAsync();

        seen.Count.ShouldBe(2);
        seen[0]["text"]!.GetValue<string>().ShouldBe("I heard: “Find John Smith.”");
        seen[1]["text"]!.GetValue<string>().ShouldStartWith("You said: Find John Smith.");
        host.Slack.Downloads.ShouldHaveSingleItem().Authorization.ShouldBe($"Bearer {SlackSimulator.BotToken}");
        model.Requests.ShouldHaveSingleItem().ShouldContain("clip.m4a");
    }

    [Fact]
    public async Task The_same_clip_delivered_again_is_heard_once()
    {
        await using var host = await SlackHost.StartAsync();
        var clip = Clip(host.Slack.Serve("a.m4a", "audio/mp4", Sound));

        await host.EventAsync(clip);
        await host.EventAsync(clip.DeepClone().AsObject());
        await host.SeenAsync(1);

        (await host.SettleAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_ears_slacks_own_whole_transcript_will_do()
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.PutFile(new JsonObject
        {
            ["id"] = "F1",
            ["transcription"] = new JsonObject { ["status"] = "complete", ["preview"] = new JsonObject { ["content"] = "what do gutters cost", ["has_more"] = false } },
        });

        await host.EventAsync(Clip(host.Slack.Serve("a.m4a", "audio/mp4", Sound)));
        await host.SeenAsync(2);

        host.Heard.ShouldHaveSingleItem().Text.ShouldBe("what do gutters cost");
    }

    [Fact]
    public async Task Without_ears_and_transcript_the_person_is_asked_to_type()
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.PutFile(new JsonObject { ["id"] = "F1", ["transcription"] = new JsonObject { ["status"] = "processing" } });

        await host.EventAsync(Clip(host.Slack.Serve("a.m4a", "audio/mp4", Sound)));
        var seen = await host.SeenAsync(1);

        seen[0]["text"]!.GetValue<string>().ShouldContain("Please type it");
        host.Heard.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "html", "sign-in page" },
        { "html-as-audio", "sign-in page" },
        { "text", "no sound I know" },
        { "announced-26mb", "over 25 MB" },
        { "sends-26mb", "over 25 MB" },
        { "redirect-private", "Slack's own file host" },
        { "redirect-foreign", "Slack's own file host" },
        { "redirect-forever", "Slack's own file host" },
        { "foreign", "Slack's own file host" },
        { "userinfo", "Slack's own file host" },
        { "not-an-address", "not in this workspace" },
        { "tombstone", "not in this workspace" },
        { "external", "not in this workspace" },
        { "gone", "not in this workspace" },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_bad_clip_gets_a_sentence_and_the_token_goes_nowhere_else(string kind, string sentence)
    {
        await using var other = await SlackSimulator.StartAsync(); // another server on this machine: not on the list
        await using var host = await SlackHost.StartAsync();

        await host.EventAsync(BadClip(kind, host.Slack, other));
        var seen = await host.SeenAsync(1);

        seen[0]["text"]!.GetValue<string>().ShouldContain(sentence);
        other.Downloads.ShouldBeEmpty();
        host.Heard.ShouldBeEmpty();
    }

    private static JsonObject BadClip(string kind, SlackSimulator slack, SlackSimulator other) => kind switch
    {
        "html" => Clip(slack.Serve("x", "text/html", "<!DOCTYPE html><html>"u8.ToArray())),
        "html-as-audio" => Clip(slack.Serve("x", "audio/mp4", "<html><title>Sign in</title>"u8.ToArray())),
        "text" => Clip(slack.Serve("x", "audio/mp4", "just some words here"u8.ToArray())),
        "announced-26mb" => Clip(slack.Serve("x", "audio/mp4", Sound), ("size", 26L << 20)),
        "sends-26mb" => Clip(slack.Serve("x", async http =>
        {
            await http.Response.Body.WriteAsync(Sound);
            for (var mb = 0; mb < 26; mb++)
            {
                await http.Response.Body.WriteAsync(new byte[1 << 20]);
            }
        }), ("size", 1000L)),
        "redirect-private" => Clip(Redirect(slack, "http://10.0.0.1/steal")),
        "redirect-foreign" => Clip(Redirect(slack, $"http://{other.Authority}/files/steal")),
        "redirect-forever" => Clip(Redirect(slack, $"http://{slack.Authority}/files/redirect")),
        "foreign" => Clip($"http://{other.Authority}/files/steal"),
        "userinfo" => Clip($"http://{slack.Authority}@{other.Authority}/files/steal"),
        "not-an-address" => Clip("files/steal"),
        "tombstone" => Clip(slack.Serve("x", "audio/mp4", Sound), ("mode", "tombstone")),
        "external" => Clip(slack.Serve("x", "audio/mp4", Sound), ("is_external", true)),
        _ => Clip($"http://{slack.Authority}/files/nothing-here"),
    };

    private static string Redirect(SlackSimulator slack, string to) => slack.Serve("redirect", http =>
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    });

    private static JsonObject Clip(string address, params (string Name, JsonNode Value)[] more)
    {
        var file = new JsonObject
        {
            ["id"] = "F1",
            ["name"] = "audio_message.m4a",
            ["mimetype"] = "audio/mp4",
            ["subtype"] = "slack_audio",
            ["url_private_download"] = address,
        };
        foreach (var (name, value) in more)
        {
            file[name] = value;
        }

        var said = SlackHost.Direct("", "1700000500.000100");
        said["subtype"] = "file_share";
        said["files"] = new JsonArray(file);
        return said;
    }
}
