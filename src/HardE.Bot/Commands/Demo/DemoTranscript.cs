using System.Text;
using HardE.Agents.Turns;

namespace HardE.Bot.Commands.Demo;

/// <summary>What the demo showed, as Markdown: the examples in docs are made of it.</summary>
internal sealed class DemoTranscript
{
    private readonly StringBuilder text = new();

    public void Heading(string words) => text.AppendLine().Append("## ").AppendLine(words);

    public void Said(string who, string words) => text.AppendLine().Append("**").Append(who).Append(":** ").AppendLine(words);

    public void Answered(TurnReply reply)
    {
        Said(reply.Agent, reply.Text);
        foreach (var part in reply.Parts)
        {
            Write(part);
        }
    }

    public void Line(string words) => text.AppendLine(words);

    public override string ToString() => text.ToString().TrimStart();

    private void Write(ReplyPart part)
    {
        switch (part)
        {
            case ReceiptPart receipt:
                text.AppendLine().Append("> ✔ **").Append(receipt.Title).AppendLine("**");
                receipt.Facts.ToList().ForEach(f => text.Append("> ").Append(f.Label).Append(": ").AppendLine(f.Value));
                break;
            case FactsPart facts:
                text.AppendLine().Append("> **").Append(facts.Title).AppendLine("**");
                facts.Facts.ToList().ForEach(f => text.Append("> ").Append(f.Label).Append(": ").AppendLine(f.Value));
                break;
            case TablePart table:
                text.AppendLine().Append("| ").AppendJoin(" | ", table.Columns).AppendLine(" |");
                text.Append('|').AppendJoin("", table.Columns.Select(_ => " --- |")).AppendLine();
                table.Rows.ToList().ForEach(r => text.Append("| ").AppendJoin(" | ", r).AppendLine(" |"));
                break;
            case CitationsPart citations:
                text.AppendLine();
                citations.Sources.Select((c, i) => $"[{i + 1}] {c.Title} ({c.Id})").ToList().ForEach(l => text.AppendLine(l + "  "));
                break;
        }
    }
}
