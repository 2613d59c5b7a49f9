using HardE.Agents.Turns;

namespace HardE.Tests.Channels.Slack.Blocks;

/// <summary>Replies as agents give them, for the golden files and the pictures in docs/images.</summary>
internal static class SampleReplies
{
    public static readonly IReadOnlyDictionary<string, TurnReply> All = new Dictionary<string, TurnReply>
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
        ["lead"] = new TurnReply("new_clients_agent", "Got it: Sarah Johnson, siding. What is her e-mail, and how did she hear of us?")
        {
            Parts =
            [
                new FactsPart("Draft: Sarah Johnson",
                    [new Fact("First name", "Sarah"), new Fact("Last name", "Johnson"), new Fact("Phone number", "(201) 555-0123"),
                        new Fact("Street address", "12 Maple Ave"), new Fact("City", "Hoboken"), new Fact("Kind of work", "siding"),
                        new Fact("Still missing", "e-mail and how they heard of us")]),
            ],
        },
        ["shared_room"] = new TurnReply("leap_interaction_agent", "I found John Smith.")
        {
            Parts = [new FactsPart("John Smith", [new Fact("Phone", "***-0123"), new Fact("E-mail", "j***@example.com"), new Fact("Address", "Hoboken, NJ")])],
        },
        ["script"] = new TurnReply("scripting_agent", string.Join("\n\n",
            "**Primer script for John Smith, roofing** (version 1: 382 words, 2:33 at 150 words a minute)",
            "Good evening, John. This is Riley from Sample Exteriors. We meet on Thursday at six, and I would like you to know what will happen, so that the hour is worth your time.",
            "First I go up and look at *every* slope, the flashing, the valleys and the gutters, and I take pictures of what I find. You see all of them, good and bad.",
            "Then we sit down for twenty minutes. You get a price in writing, and it stands for thirty days.")),
    };
}
