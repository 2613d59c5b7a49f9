using System.Text.Json;
using System.Text.Json.Nodes;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Teams;
using HardE.Bot.Channels.Teams.Cards;

namespace HardE.Tests.Channels.Teams;

/// <summary>Cards keep to version 1.5, to 24 KB, and to being words where others wrote them.</summary>
public sealed class CardTests
{
    private static readonly JsonSerializerOptions Pretty = new(TeamsJson.Options) { WriteIndented = true };

    public static TheoryData<string> Goldens => [.. SampleReplies.All.Keys];

    [Theory, MemberData(nameof(Goldens))]
    public void A_reply_draws_the_card_that_was_looked_at(string name)
    {
        var cards = CardDrawing.Draw(SampleReplies.All[name]);
        var drawn = JsonSerializer.Serialize(cards.ShouldHaveSingleItem(), Pretty) + "\n";

        drawn.ShouldBe(Golden.Read(name, drawn));
    }

    [Theory, MemberData(nameof(Goldens))]
    public void Every_card_is_well_formed(string name)
    {
        foreach (var card in CardDrawing.Draw(SampleReplies.All[name]))
        {
            var json = JsonNode.Parse(card.ToJson())!;
            json["type"]!.GetValue<string>().ShouldBe("AdaptiveCard");
            json["version"]!.GetValue<string>().ShouldBe("1.5");
            json["fallbackText"]!.GetValue<string>().ShouldNotBeEmpty();
            (card.ToJson().Length * 2).ShouldBeLessThanOrEqualTo(24 * 1024);
            foreach (var node in Nodes(json).OfType<JsonObject>())
            {
                Check(node);
            }
        }
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(100, 2)]
    [InlineData(5_000, 3)]
    public void Long_tables_are_cut_into_cards_that_fit(int rows, int atLeast)
    {
        var table = new TablePart("Prices", ["Item", "Unit", "Price"], [.. Enumerable.Range(0, rows)
            .Select(i => (IReadOnlyList<string>)[$"Gutter number {i} 👷 of aluminum", "foot", $"${i}.50"])]);

        var cards = CardDrawing.Draw(new TurnReply("pricing_agent", "Prices.") { Parts = [table, SampleReplies.YesNo] });

        cards.Count.ShouldBeInRange(atLeast, 6);
        cards.ShouldAllBe(c => c.ToJson().Length * 2 <= 24 * 1024);
        cards[^1].ToJson().ShouldContain("Yes, do it"); // the buttons are never cut off
    }

    [Fact]
    public void Huge_values_are_clipped_and_fit()
    {
        var facts = new FactsPart("A record", [.. Enumerable.Range(0, 40).Select(i => new Fact($"Field {i}", new string('w', 50_000)))]);
        var receipt = new ReceiptPart(new string('t', 50_000), facts.Facts);
        var audio = new AudioPart("f", "a.mp3", 60, string.Concat(Enumerable.Repeat("😀", 20_000)));

        var cards = CardDrawing.Draw(new TurnReply("a", new string('x', 50_000)) { Parts = [facts, receipt, audio] });

        cards.ShouldAllBe(c => c.ToJson().Length * 2 <= 24 * 1024);
    }

    [Fact]
    public void Empty_values_make_no_invalid_card()
    {
        var reply = new TurnReply("a", "")
        {
            Parts =
            [
                new FactsPart("", [new Fact("", "")]), new TablePart("", [], []), new TablePart("T", ["A", "B"], [["1"], [], ["1", "2", "3"]]),
                new ButtonsPart([]), new CitationsPart([]), new ReceiptPart("", []), new ProgressPart("", []),
                new LinkPart("", new Uri("https://example.com/")), new AudioPart("", "", -1, ""), new ButtonsPart([new ReplyButton("", "t")]),
            ],
        };

        CardDrawing.Draw(reply).ShouldHaveSingleItem().FallbackText.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("[Pay here](https://evil.example.com)", "[Pay here] (https://evil.example.com)")]
    [InlineData("2*4*8 _soon_", "2\\*4\\*8 \\_soon\\_")]
    [InlineData("`code` ~no~ \\", "\\`code\\` \\~no\\~ \\\\")]
    [InlineData("a\u0000b\u0007c", "abc")]
    public void What_others_wrote_stays_words(string text, string onTheCard) => CardText.Plain(text, 100).ShouldBe(onTheCard);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("msteams://x")]
    [InlineData("https://user:pw@example.com/")]
    public void A_link_that_opens_no_page_is_left_out(string address)
    {
        var link = new Uri(address);
        var reply = new TurnReply("a", "x")
        {
            Parts = [new LinkPart("Open", link), new ReceiptPart("Done", [], link), new CitationsPart([new Citation("1", "T", "Q", link)])],
        };

        CardDrawing.Draw(reply).ShouldAllBe(c => !c.ToJson().Contains("OpenUrl", StringComparison.Ordinal));
    }

    [Fact]
    public void An_invalid_piece_cannot_be_made()
    {
        Should.Throw<ArgumentException>(() => new TextBlock(" "));
        Should.Throw<ArgumentException>(() => new FactSet([]));
        Should.Throw<ArgumentException>(() => new Container([]));
        Should.Throw<ArgumentException>(() => new ColumnSet([]));
        Should.Throw<ArgumentException>(() => new ActionSet([]));
        Should.Throw<ArgumentException>(() => new ActionSet([.. Enumerable.Range(0, 7).Select(i => new SubmitAction($"b{i}", new PressData("t")))]));
        Should.Throw<ArgumentException>(() => new OpenUrlAction("Open", new Uri("javascript:alert(1)")));
        Should.Throw<ArgumentException>(() => new TextInput("Not An Id", "Name"));
        Should.Throw<ArgumentException>(() => new ChoiceInput("kind", "Kind", []));
        Should.Throw<ArgumentException>(() => new Table([1, 1], [["only one"]]));
        Should.Throw<ArgumentException>(() => new AdaptiveCard("x", []));
        Should.Throw<ArgumentException>(() => new AdaptiveCard("x", [new TextInput("a", "A"), new Container([new TextInput("a", "B")])]));
        Should.Throw<ArgumentException>(() => new AdaptiveCard("x", [new TextBlock(new string('x', 13_000))]));
    }

    [Fact]
    public void Execute_has_a_submit_of_the_same_data_behind_it()
    {
        var json = JsonNode.Parse(new AdaptiveCard("x", [new ActionSet([new ExecuteAction("Yes", new PressData("ok:1"))])]).ToJson())!;

        var action = json["body"]![0]!["actions"]![0]!;
        action["type"]!.GetValue<string>().ShouldBe("Action.Execute");
        action["verb"]!.GetValue<string>().ShouldBe("press");
        action["data"]!.ToJsonString().ShouldBe("""{"token":"ok:1","v":1}""");
        action["fallback"]!["type"]!.GetValue<string>().ShouldBe("Action.Submit");
        action["fallback"]!["data"]!.ToJsonString().ShouldBe(action["data"]!.ToJsonString());
    }

    [Fact]
    public void Fields_are_drawn_as_version_1_5_has_them()
    {
        var card = new AdaptiveCard("x",
        [
            new TextInput("customer_name", "Customer name") { IsRequired = true, ErrorMessage = "Please write a name.", MaxLength = 80 },
            new ChoiceInput("kind", "Kind", [new CardChoice("Roof", "roof")]) { Value = "roof" },
            new ColumnSet([new Column("auto", [new TextBlock("a")])]) { Fallback = new TextBlock("a") },
        ]);

        card.ToJson().ShouldBe(
            """
            {"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","fallbackText":"x","body":[{"type":"Input.Text","maxLength":80,"id":"customer_name","label":"Customer name","isRequired":true,"errorMessage":"Please write a name."},{"type":"Input.ChoiceSet","choices":[{"title":"Roof","value":"roof"}],"style":"compact","wrap":true,"id":"kind","label":"Kind","value":"roof"},{"type":"ColumnSet","columns":[{"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"a","wrap":true}]}],"fallback":{"type":"TextBlock","text":"a","wrap":true}}]}
            """);
    }

    private static void Check(JsonObject node)
    {
        switch (node["type"]?.GetValue<string>())
        {
            case "TextBlock":
                node["text"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
                node["wrap"]!.GetValue<bool>().ShouldBeTrue();
                break;
            case "Action.Execute":
                node["fallback"]!["type"]!.GetValue<string>().ShouldBe("Action.Submit");
                break;
            case "ActionSet":
                node["actions"]!.AsArray().Count.ShouldBeInRange(1, 6);
                break;
            case "Table":
                node["rows"]!.AsArray().ShouldAllBe(r => r!["cells"]!.AsArray().Count == node["columns"]!.AsArray().Count);
                node["fallback"].ShouldNotBeNull();
                break;
        }
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject members => members.Select(m => m.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        _ => [node],
    };
}
