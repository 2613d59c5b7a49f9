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

    public static TheoryData<string> Samples => [.. Replies.Keys];

    [Theory, MemberData(nameof(Samples))]
    public void Replies_look_as_shown_in_their_files(string name)
    {
        var drafts = ReplyDrawing.Draw(Replies[name], DrawingStyle.Rich, []);

        Golden.Check(Path.Combine(Golden.Folder, $"{name}.json"), JsonSerializer.Serialize(drafts.Select(d => new { d.Text, d.Blocks }), Shown) + "\n");
    }

    [Fact]
    public async Task Official_types_accept_what_is_drawn()
    {
        var peer = await SlackPeer.FindAsync();
        var blocks = Replies.Values.SelectMany(r => ReplyDrawing.Draw(r, DrawingStyle.Rich, [])).Where(d => d.Blocks.Count > 0);
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
            foreach (var draft in ReplyDrawing.Draw(Wild(text, count), style, []).Where(d => d.Audio is null))
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

    private static readonly Dictionary<string, TurnReply> Replies = new()
    {
        ["answer"] = new TurnReply("knowledge_agent", "We hear that **a lot** [1].\n\n- Ask what they compare\n- Name the *warranty*")
        {
            Parts = [new CitationsPart([new Citation("obj-1", "Objections & answers", "Ask what the other price includes.", new Uri("https://docs.example.com/obj"))])],
        },
        ["receipt"] = new TurnReply("leap_interaction_agent", "The job is sold now.")
        {
            Parts =
            [
                new ReceiptPart(
                    "Moved job 'Garcia siding' to Sold", [new Fact("Before", "Proposal"), new Fact("After", "Sold"), new Fact("Asked by", "Riley Rep")],
                    new Uri("https://crm.example.com/jobs/7"), "undo:7"),
            ],
        },
        ["preview"] = new TurnReply("new_clients_agent", "I would create this customer. Is it right?")
        {
            Parts =
            [
                new FactsPart("New customer", [new Fact("Name", "Sarah Johnson"), new Fact("Phone", "201-555-0123"), new Fact("Interest", "Siding")]),
                new ButtonsPart([new ReplyButton("Yes, create", "ok:1", ButtonStyle.Primary), new ReplyButton("No", "no:1", ButtonStyle.Danger)]),
            ],
        },
        ["table"] = new TurnReply("pricing_agent", "Three rows match 'gutter' in the Englert catalog.")
        {
            Parts =
            [
                new TablePart("Englert", ["Item", "Unit", "Price"],
                    [["5 in K-style gutter", "ft", "$3.10"], ["6 in K-style gutter", "ft", "$4.25"], ["Gutter <guard> & screen", "ft", "$2.00"]]),
                new LinkPart("Open the catalog", new Uri("https://example.com/catalog")),
            ],
        },
        ["progress"] = new TurnReply("triage_agent", "The video for John Smith is on its way.")
        {
            Parts =
            [
                new ProgressPart("Primer video",
                    [new ProgressStep("write_script", "done"), new ProgressStep("speak", "running", "40 %"), new ProgressStep("assemble", "waiting"),
                        new ProgressStep("deliver", "failed", "no address"), new ProgressStep("notify", "skipped")]),
                new AudioPart("audio/1.mp3", "script.mp3", 72, "Hello."),
            ],
        },
    };

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
    private static void Walk(JsonArray blocks)
    {
        blocks.Count.ShouldBeLessThanOrEqualTo(50);
        blocks.Count(b => b!["type"]!.GetValue<string>() == "table").ShouldBeLessThanOrEqualTo(1);
        foreach (var block in blocks.Select(b => b!.AsObject()))
        {
            Length(block["text"], 3000);
            Items(block["fields"], 10, f => Length(f, 2000));
            Items(block["rows"], 100, row => row.AsArray().Count.ShouldBeInRange(1, 20));
            var elements = block["type"]!.GetValue<string>() == "actions" ? 25 : 10;
            Items(block["elements"], elements, e =>
            {
                Length(e["text"], e["type"]!.GetValue<string>() == "button" ? 75 : 3000);
                (e["value"]?.GetValue<string>().Length ?? 0).ShouldBeLessThanOrEqualTo(2000);
            });
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
