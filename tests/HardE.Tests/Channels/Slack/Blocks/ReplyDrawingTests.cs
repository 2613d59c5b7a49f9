using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack;
using HardE.Bot.Channels.Slack.Blocks;
using HardE.Simulators;

namespace HardE.Tests.Channels.Slack.Blocks;

/// <summary>Replies drawn as blocks: what they look like, and that no content makes one that Slack refuses.</summary>
public sealed class ReplyDrawingTests
{
    private static readonly JsonSerializerOptions Shown =
        new(SlackJson.Options) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Samples => [.. SampleReplies.All.Keys];

    [Theory, MemberData(nameof(Samples))]
    public void Replies_look_as_shown_in_their_files(string name)
    {
        var drafts = ReplyDrawing.Draw(SampleReplies.All[name], DrawingStyle.Rich, Extras(SampleReplies.All[name]));

        Golden.Check(
            Path.Combine(Golden.Folder, $"{name}.json"),
            JsonSerializer.Serialize(drafts.Select(d => new { d.Text, d.Blocks, Audio = d.Audio?.Name }), Shown) + "\n");
    }

    [Fact]
    public async Task Official_types_accept_what_is_drawn()
    {
        var peer = await SlackPeer.FindAsync();
        var blocks = SampleReplies.All.Values.SelectMany(r => ReplyDrawing.Draw(r, DrawingStyle.Rich, Extras(r))).Where(d => d.Blocks.Count > 0);
        foreach (var draft in blocks)
        {
            var file = Path.GetTempFileName();
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(draft.Blocks, SlackJson.Options));
            var (_, output) = await peer.RunAsync("--check-blocks", file);
            File.Delete(file);
            output.ShouldEndWith("1 passed, 0 failed");
        }
    }

    [Fact]
    public void No_content_breaks_a_limit_or_pings_anyone() => Prop.ForAll(
        Gen.Choose(0, 4000).SelectMany(size => ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => Stretch(s.Get, size))).ToArbitrary(),
        Gen.Choose(0, 130).ToArbitrary(),
        Gen.Elements(DrawingStyle.Rich, DrawingStyle.Plain, DrawingStyle.Text).ToArbitrary(),
        (text, count, style) =>
        {
            foreach (var draft in ReplyDrawing.Draw(Wild(text, count), style, Extras(Wild(text, count))).Where(d => d.Audio is null))
            {
                draft.Text.Length.ShouldBeInRange(1, 4000);
                draft.Text.ShouldNotContain("<!");
                JsonSerializer.Serialize(draft.Blocks, Shown).ShouldNotContain("<!");
                Walk(JsonSerializer.SerializeToNode(draft.Blocks, SlackJson.Options)!.AsArray());
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_script_arrives_whole_in_several_messages()
    {
        var script = string.Join("\n\n", Enumerable.Range(1, 400).Select(i => $"Paragraph {i}: " + new string('w', 90)));

        var drafts = ReplyDrawing.Draw(new TurnReply("scripting_agent", script), DrawingStyle.Rich, []);

        drafts.Count.ShouldBeGreaterThan(2);
        var shown = string.Concat(drafts.SelectMany(d => d.Blocks).Select(b => b.ToText() + "\n"));
        Enumerable.Range(1, 400).ShouldAllBe(i => shown.Contains($"Paragraph {i}:"));
    }

    [Fact]
    public void Two_tables_are_two_messages_and_a_long_one_keeps_every_row()
    {
        var table = new TablePart("Prices", ["Item", "Price"], [.. Enumerable.Range(1, 250).Select(i => new[] { $"row {i}", "$1" })]);

        var drafts = ReplyDrawing.Draw(new TurnReply("pricing_agent", "Here.") { Parts = [table, table] }, DrawingStyle.Rich, []);

        drafts.Count.ShouldBe(6);
        drafts.Take(3).SelectMany(d => d.Blocks.OfType<TableBlock>()).Sum(t => t.Rows.Count - 1).ShouldBe(250);
    }

    [Fact]
    public void Every_kind_of_block_has_a_rule_of_size() => typeof(Block).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Block)) && !t.IsAbstract)
        .Select(t => typeof(Block).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
            .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Single(a => a.DerivedType == t).TypeDiscriminator!.ToString()!)
        .ShouldAllBe(kind => Rules.ContainsKey(kind));

    private static IReadOnlyList<Block> Extras(TurnReply reply) =>
        SlackExtras.Of(new OutgoingMessage("01a2030c550a000d183fd26de74", new ReplyAddress("slack", "T1", "C1", "1.2"), reply, null, MaybeSent: false));

    private static string Stretch(string text, int size) =>
        text.Length == 0 ? new string('<', size) : string.Concat(Enumerable.Repeat($"{text} <!channel> & ", (size / (text.Length + 14)) + 1));

    private static TurnReply Wild(string text, int count)
    {
        var facts = Enumerable.Repeat(new Fact(text, text), count % 25).ToArray();
        return new TurnReply("x", text)
        {
            Parts =
            [
                new ReceiptPart(text, facts, new Uri("https://example.com"), "undo"),
                new FactsPart(text, facts),
                new TablePart(text, [.. Enumerable.Repeat(text, (count % 22) + 1)], [.. Enumerable.Repeat<string[]>([text, "", "7"], count)]),
                new ButtonsPart([.. Enumerable.Repeat(new ReplyButton(text, "token"), count % 40)]),
                new CitationsPart([.. Enumerable.Repeat(new Citation("1", text, text), count % 12)]),
                new LinkPart(text, new Uri("ftp://example.com/" + new string('a', count))),
                new ProgressPart(text, [.. Enumerable.Repeat(new ProgressStep(text, text, text), count % 9)]),
            ],
        };
    }

    /// <summary>The table of sizes in slack.md 3, read against the JSON that is sent.</summary>
    private static readonly Dictionary<string, Action<JsonObject>> Rules = new()
    {
        ["header"] = b => Length(b["text"], 150),
        ["divider"] = b => b.Count.ShouldBe(1),
        ["section"] = b =>
        {
            (b["text"] is null).ShouldBe(b["fields"] is not null);
            Length(b["text"], 3000);
            Items(b["fields"], 10, f => Length(f, 2000));
        },
        ["context"] = b => Items(b["elements"], 10, e => Length(e["text"], 3000)),
        ["actions"] = b =>
        {
            Items(b["elements"], 25, Pressed);
            b["elements"]!.AsArray().Select(e => e!["action_id"]!.GetValue<string>()).ShouldBeUnique();
        },
        ["context_actions"] = b => Items(b["elements"], 5, e =>
        {
            Length(e["positive_button"]!["text"], 75);
            Length(e["negative_button"]!["text"], 75);
            e["negative_button"]!["value"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(2000);
        }),
        ["table"] = b => Items(b["rows"], 100, row => row.AsArray().Count.ShouldBeInRange(1, 20)),
        ["input"] = b =>
        {
            Length(b["label"], 2000);
            (b["element"]!["initial_value"]?.GetValue<string>().Length ?? 0).ShouldBeLessThanOrEqualTo(b["element"]!["max_length"]!.GetValue<int>());
            b["element"]!["max_length"]!.GetValue<int>().ShouldBeInRange(1, 3000);
        },
    };

    private static void Pressed(JsonNode button)
    {
        Length(button["text"], 75);
        (button["value"]?.GetValue<string>().Length ?? 0).ShouldBeLessThanOrEqualTo(2000);
        (button["url"]?.GetValue<string>().Length ?? 0).ShouldBeLessThanOrEqualTo(3000);
        button["action_id"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(255);
    }

    private static void Walk(JsonArray blocks)
    {
        blocks.Count.ShouldBeLessThanOrEqualTo(50);
        blocks.Count(b => b!["type"]!.GetValue<string>() == "table").ShouldBeLessThanOrEqualTo(1);
        foreach (var block in blocks.Select(b => b!.AsObject()))
        {
            Rules[block["type"]!.GetValue<string>()](block);
        }
    }

    private static void Items(JsonNode? list, int most, Action<JsonNode> check)
    {
        if (list is JsonArray items)
        {
            items.Count.ShouldBeInRange(1, most);
            items.ToList().ForEach(i => check(i!));
        }
    }

    private static void Length(JsonNode? text, int most) => (text switch
    {
        JsonObject o => o["text"]!.GetValue<string>().Length,
        JsonValue v => v.GetValue<string>().Length,
        _ => 1,
    }).ShouldBeInRange(1, most);
}
