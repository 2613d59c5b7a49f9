using HardE.Agents.Turns;
using HardE.Bot.Channels.Terminal;
using Spectre.Console;

namespace HardE.Bot.Commands.Demo;

/// <summary>The four example requests of the product, through inbox, triage, agents, tools and outbox.</summary>
internal sealed class DemoTalk(HostAddress host, DemoTranscript transcript)
{
    /// <summary>What the rep answers, whatever is asked next; the last word is the yes.</summary>
    private static readonly string[] IntakeAnswers =
    [
        "the area code is 201, it's her cell",
        "12 Maple Ave, Hoboken NJ 07030. The vinyl siding is 25 years old and cracked on the north side, she wants the whole house done",
        "sarah.johnson@example.com, she found us on Google",
        "leave the rep unassigned, and she'd rather we call to schedule",
        "yes",
    ];

    private const string Script = "demo-script";
    private const string Lead = "demo-lead";
    private const string Objection = "demo-objection";
    private const string Catalog = "demo-catalog";

    /// <summary>The terminal conversations, in the order they are held.</summary>
    public static readonly IReadOnlyList<string> Conversations = [Script, Lead, Objection, Catalog];

    /// <returns>True when each request came to the end it should come to.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        using var client = new TerminalClient(host);
        var script = await AskAsync(client, Script, "Generate a primer script for John Smith's roof replacement job", ct);
        var lead = await AskAsync(client, Lead, "Create a new customer: Sarah Johnson, 555-0123, interested in siding", ct);
        var asksForAreaCode = lead.Text.Contains("area code", StringComparison.OrdinalIgnoreCase);
        foreach (var answer in IntakeAnswers)
        {
            if (!lead.Parts.OfType<ReceiptPart>().Any())
            {
                lead = await AskAsync(client, Lead, answer, ct);
            }
        }

        var objection = await AskAsync(client, Objection, "What's our standard objection response for price concerns?", ct);
        var catalog = await AskAsync(client, Catalog, "Search for gutter pricing in the Englert catalog", ct);
        (string What, bool Good)[] results =
        [
            ("the script is written", script.Agent == "scripting_agent" && script.Text.Length > 1000),
            ("the area code was asked for", asksForAreaCode),
            ("the customer is created, with a receipt", lead.Parts.OfType<ReceiptPart>().Any()),
            ("the objection answer is cited", objection.Parts.OfType<CitationsPart>().Any(c => c.Sources.Count > 0)),
            ("the catalog rows have prices", catalog.Parts.OfType<TablePart>().Any(t => t.Rows.Count > 0)),
        ];
        foreach (var (what, good) in results)
        {
            AnsiConsole.MarkupLine(good ? $"[green]✔[/] {what}" : $"[red]✘ not true: {what}[/]");
        }

        return results.All(r => r.Good);
    }

    private async Task<TurnReply> AskAsync(TerminalClient client, string conversation, string text, CancellationToken ct)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[green]rep>[/] {Markup.Escape(text)}");
        transcript.Said("rep", text);
        var reply = await client.AskAsync(new TerminalMessage(Guid.NewGuid().ToString("N"), conversation, text, null, "Riley Rep", Roles.Rep), ct);
        AnsiConsole.Write(ReplyView.Of(reply));
        transcript.Answered(reply);
        return reply;
    }
}
