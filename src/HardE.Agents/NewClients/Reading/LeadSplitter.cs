using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Splits a paste into leads: rows of a table, blocks with an empty line between, or lines with a person and a number each.</summary>
internal static partial class LeadSplitter
{
    /// <summary>More are not taken in one message.</summary>
    public const int Most = 50;

    /// <summary>One reading a lead; a single one when the message is about one customer.</summary>
    public static IReadOnlyList<Said> Split(string message, string text)
    {
        var rows = CsvLead.Rows(text);
        if (rows.Count > 0)
        {
            return [.. rows.Take(Most).Select(pieces => new Said(message, text, pieces))];
        }

        foreach (var pattern in new[] { Block, Numbered, Line })
        {
            var parts = pattern.Matches(text).Select(m => new Said(message, text, [new TextPiece(m.Index, m.Length)])).ToList();
            var leads = parts.Count < 2 ? [] : parts.Where(IsLead).ToList();
            if (leads.Count > 1 && leads.Select(NameOf).Distinct().Count() == leads.Count && (pattern != Line || leads.Count * 2 > parts.Count))
            {
                return [.. leads.Take(Most).Select(l => new Said(message, text, [PieceOf(l, text)]))];
            }
        }

        return [new Said(message, text)];
    }

    private static bool IsLead(Said part) => Phone.IsMatch(part.Text) && NameOf(part).Length > 0;

    private static TextPiece PieceOf(Said part, string text)
    {
        var at = text.IndexOf(part.Span(0, part.Text.Length).Words, StringComparison.Ordinal);
        return new TextPiece(at, part.Span(0, part.Text.Length).Words.Length);
    }

    /// <summary>First and last name of the lead; empty when the part names nobody.</summary>
    private static string NameOf(Said part)
    {
        var copy = new Said(part.Message, part.Text);
        var found = LeadReader.Read(copy, new ReadingContext(NewClientForm.Empty, [], DateOnly.MinValue.AddYears(2000)));
        var first = found.FirstOrDefault(f => f.Slot == Slots.FirstName)?.Text;
        var last = found.FirstOrDefault(f => f.Slot == Slots.LastName)?.Text;
        return first is null || last is null ? "" : $"{first} {last}".ToLowerInvariant();
    }

    [GeneratedRegex(@"(?:[^\n]*\S[^\n]*(?:\n|$))+")]
    private static partial Regex Block { get; }

    [GeneratedRegex(@"(?ms)^\s*(?:\d{1,2}[.)]|[-\u2022*])\s+.*?(?=^\s*(?:\d{1,2}[.)]|[-\u2022*])\s+|\z)")]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"[^\n]*\S[^\n]*")]
    private static partial Regex Line { get; }

    [GeneratedRegex(@"(?<!\d)\(?\d{3}\)?[ .\-/]{0,2}\d{3}[ .\-/]?\d{4}(?!\d)|[\w.+\-]+@[\w\-]+\.\w+")]
    private static partial Regex Phone { get; }
}
