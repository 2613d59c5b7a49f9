using HardE.Agents.Turns;

namespace HardE.Tests.Channels.Teams;

/// <summary>Replies as agents give them; each has a golden card. Everybody in them is made up.</summary>
internal static class SampleReplies
{
    public static readonly ButtonsPart YesNo =
        new([new ReplyButton("Yes, do it", "ok:018f", ButtonStyle.Primary), new ReplyButton("No", "no:018f")]);

    public static IReadOnlyDictionary<string, TurnReply> All { get; } = new Dictionary<string, TurnReply>
    {
        ["receipt"] = new("leap_interaction_agent", "John Smith's roof job is now at Sold.")
        {
            Parts =
            [
                new ReceiptPart(
                    "Moved John Smith's roof replacement to Sold",
                    [new Fact("Before", "Proposal"), new Fact("After", "Sold"), new Fact("Asked by", "Riley Rep")],
                    new Uri("https://crm.example.com/jobs/1042"), "undo:018f"),
            ],
        },
        ["preview"] = new("leap_interaction_agent", "I would create this customer. Shall I?")
        {
            Parts =
            [
                new FactsPart("New customer",
                [
                    new Fact("Name", "Sarah Johnson"), new Fact("Phone", "(201) 555-0123"), new Fact("Interest", "Siding"),
                    new Fact("Note", "Prefers *mornings*; see [her page](https://example.com)"),
                ]),
                YesNo,
            ],
        },
        ["prices"] = new("pricing_agent", "Three gutters match.")
        {
            Parts =
            [
                new TablePart("Englert gutters", ["Item", "Unit", "Price"],
                [
                    ["5 in. K-style aluminum, .027", "foot", "$6.85"],
                    ["6 in. K-style aluminum, .032", "foot", "$8.40"],
                    ["6 in. half-round copper", "foot", "$31.20"],
                ]),
                new LinkPart("Open the catalog", new Uri("https://example.com/catalog")),
            ],
        },
        ["wide-table"] = new("analysis_agent", "Two calls compared.")
        {
            Parts =
            [
                new TablePart("Calls", ["Call", "Objections", "Talk share", "Next step", "Result"],
                    [["Roof, price", "3", "61 %", "Proposal", "won"], ["Windows, spouse", "5", "72 %", "Second visit", "open"]]),
            ],
        },
        ["knowledge"] = new("knowledge_agent", "Acknowledge, then compare the whole cost [1].")
        {
            Parts =
            [
                new CitationsPart(
                [
                    new Citation("price", "Objection handling: price", "Never defend the price before you know what it is compared with."),
                    new Citation("method", "The four-step method", "Listen, restate, answer, ask.", new Uri("https://example.com/k/method")),
                ]),
            ],
        },
        ["progress"] = new("leap_interaction_agent", "The primer video for John Smith is being made.")
        {
            Slot = "primer-1",
            Parts =
            [
                new ProgressPart("Primer video for John Smith",
                [
                    new ProgressStep("Read the request", "done"), new ProgressStep("Find the customer", "done"),
                    new ProgressStep("Write the script", "running", "about 20 s left"), new ProgressStep("Speak", "waiting"),
                    new ProgressStep("Change the voice", "skipped"), new ProgressStep("Assemble", "failed", "ffmpeg is missing"),
                ]),
            ],
        },
        ["audio"] = new("scripting_agent", "Here is the script, read aloud.")
        {
            Parts = [new AudioPart("audio/1.mp3", "primer-smith.mp3", 83.4, "Hello John, this is Dana from Sample Exteriors.")],
        },
    };
}
