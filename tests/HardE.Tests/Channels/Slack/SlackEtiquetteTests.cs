using System.Text.Json.Nodes;
using HardE.Bot.Channels.Slack;
using HardE.Simulators;

namespace HardE.Tests.Channels.Slack;

/// <summary>Forty threads as people write them, each line labelled with whether Hard-E is to answer.</summary>
public sealed class SlackEtiquetteTests
{
    private static readonly Dictionary<string, string> People = new()
    {
        ["anna"] = SlackSimulator.Rep,
        ["bob"] = "U0SIMBOB0",
        ["mike"] = "U0SIMMIKE",
    };

    [Fact]
    public async Task Forty_threads_without_a_butt_in_or_a_missed_word()
    {
        await using var host = await SlackHost.StartAsync();
        foreach (var (name, at) in new[] { "Anna Alvarez", "Bob Brown", "Mike Miller", "Priya Patel" }.Index().Select(n => (n.Item, n.Index)))
        {
            await host.SaveStaffAsync(name, $"{at}@example.com", "rep");
        }

        var threads = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Golden.Folder, "..", "threads.json")))!.AsArray();
        var expected = new List<string>();
        foreach (var (at, thread) in threads.Index())
        {
            expected.AddRange(await PlayAsync(host, at, thread!));
        }

        await host.SettleAsync();
        var heard = host.Heard.Select(r => $"{r.ReplyTo.Thread} {r.Text}").ToHashSet();
        threads.Count.ShouldBe(40);
        heard.Except(expected).ShouldBeEmpty("butt-ins");
        expected.Except(heard).ShouldBeEmpty("missed");
    }

    [Theory]
    [InlineData("Priya, please print this", true)]
    [InlineData("ok Mike", true)]
    [InlineData("Bob's on it", true)]
    [InlineData("can one of you check the attic?", true)]
    [InlineData("see you at 5", true)]
    [InlineData("nice work everyone", true)]
    [InlineData("let me ask Bob", true)]
    [InlineData("I told him already", true)]
    [InlineData("who wants coffee?", true)]
    [InlineData("cool, thx", true)]
    [InlineData("@channel read this", true)]
    [InlineData("Mike \u2014 thoughts?", true)]
    [InlineData("hmm", true)]
    [InlineData("and what about the Reed job?", false)]
    [InlineData("make it two stories", false)]
    [InlineData("his email is tom@example.com", false)]
    [InlineData("cancel", false)]
    [InlineData("undo", false)]
    [InlineData("show me the second one", false)]
    [InlineData("mike@example.com", false)]
    [InlineData("Bob Jones, 201-555-0188", false)]
    [InlineData("use 6 inch instead", false)]
    [InlineData("why?", false)]
    [InlineData("yes please", false)]
    [InlineData("thanks, now move it to sold", false)]
    [InlineData("great, write the script", false)]
    [InlineData("Anna will be there at noon", true)] // this line and those after it: a second fresh set
    [InlineData("can you two sort this out?", true)]
    [InlineData("good catch", true)]
    [InlineData("I spoke with her yesterday", true)]
    [InlineData("Mike's truck is in the shop", true)]
    [InlineData("+1", true)]
    [InlineData("brb, customer on the phone", true)]
    [InlineData("ask John Smith for his e-mail? no, leave it", false)]
    [InlineData("call it a lead from Google", false)]
    [InlineData("with gutters too", false)]
    [InlineData("who is the sales rep?", false)]
    [InlineData("add a note: told Bob Jones we come on Monday", false)]
    [InlineData("one of the windows is broken", false)]
    public void Single_lines_after_an_answer(string text, bool forOthers) =>
        SlackEtiquette.IsForOthers(text, ["Anna Alvarez", "Anna", "Bob Brown", "Bob", "Mike Miller", "Mike", "Priya Patel", "Priya"]).ShouldBe(forOthers);

    [Theory]
    [InlineData("mute", "mute", false)]
    [InlineData("Mute this thread, please.", "mute", false)]
    [InlineData("be quiet in this channel", "mute", true)]
    [InlineData("only when mentioned", "mention", false)]
    [InlineData("answer only when you are mentioned in the whole channel", "mention", true)]
    [InlineData("unmute", "off", false)]
    [InlineData("you can speak again", "off", false)]
    public void Wishes_for_quiet_are_understood(string text, string mode, bool channel)
    {
        var wish = SlackQuiet.Read(text).ShouldNotBeNull();

        wish.Mode.ToString().ShouldBe(mode, StringCompareShould.IgnoreCase);
        wish.WholeChannel.ShouldBe(channel);
    }

    [Theory]
    [InlineData("mute the customer's phone number")]
    [InlineData("add a note: mute button is broken")]
    [InlineData("I will only answer when I am asked about gutters")]
    [InlineData("quiet neighbourhood, two stories")]
    public void Other_sentences_are_no_wish_for_quiet(string text) => SlackQuiet.Read(text).ShouldBeNull();

    [Fact]
    public async Task A_muted_thread_hears_only_unmute()
    {
        await using var host = await SlackHost.StartAsync();
        var bot = $"<@{SlackSimulator.BotUser}> ";

        await SayAsync(host, bot + "hello", 1);
        await SayAsync(host, bot + "mute", 2);
        await SayAsync(host, "anything?", 3);
        await SayAsync(host, bot + "anything?", 4);
        await SayAsync(host, bot + "unmute", 5);
        await SayAsync(host, bot + "back?", 6);
        await host.SettleAsync();

        host.Heard.Select(r => r.Text).ShouldBe(["hello", "back?"]);
        host.Slack.Seen.Count.ShouldBe(4); // two answers, two confirmations
    }

    [Fact]
    public async Task A_quiet_channel_is_set_by_command_and_a_thread_may_differ()
    {
        await using var host = await SlackHost.StartAsync();
        var bot = $"<@{SlackSimulator.BotUser}> ";
        var told = await host.FormAsync("/slack/commands", new Dictionary<string, string>
        {
            ["command"] = "/harde",
            ["text"] = "only when mentioned",
            ["team_id"] = SlackSimulator.Team,
            ["channel_id"] = SlackHost.Channel,
            ["user_id"] = SlackSimulator.Rep,
            ["trigger_id"] = "1.2.q",
            ["response_url"] = "",
        });

        await SayAsync(host, bot + "hello", 1);
        await SayAsync(host, "more?", 2);
        await SayAsync(host, bot + "speak again here", 3);
        await SayAsync(host, "and now?", 4);
        await host.SettleAsync();

        (await told.Content.ReadAsStringAsync()).ShouldContain("only when I am mentioned");
        host.Heard.Select(r => r.Text).ShouldBe(["hello", "and now?"]);
    }

    private static Task SayAsync(SlackHost host, string text, int at) => host.EventAsync(
        SlackHost.Said("message", text, $"1700000700.{at:000000}", at == 1 ? null : "1700000700.000001"));

    /// <returns>What Hard-E is to hear of this thread.</returns>
    private static async Task<IReadOnlyList<string>> PlayAsync(SlackHost host, int number, JsonNode thread)
    {
        var root = $"17001{number:00000}.000100";
        var heard = new List<string>();
        foreach (var (at, line) in thread["say"]!.AsArray().Index())
        {
            var (who, text) = (People[line![0]!.GetValue<string>()], line[1]!.GetValue<string>());
            var mention = text.StartsWith("@bot ", StringComparison.Ordinal);
            var said = SlackHost.Said(
                mention ? "app_mention" : "message", mention ? $"<@{SlackSimulator.BotUser}> {text[5..]}" : text,
                at == 0 ? root : $"17001{number:00000}.{at + 200:000000}", at == 0 ? null : root, who);
            (await host.EventAsync(said)).EnsureSuccessStatusCode();
            if (line[2]!.GetValue<int>() == 1)
            {
                heard.Add($"{root} {(mention ? text[5..] : text)}");
            }
        }

        return heard;
    }
}
