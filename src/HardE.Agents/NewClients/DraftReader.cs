using HardE.Agents.NewClients.Reading;

namespace HardE.Agents.NewClients;

/// <summary>Hears one message about a draft: reads it, merges it, and says what it understood.</summary>
internal static class DraftReader
{
    /// <summary>The draft after the message, and the findings that were made.</summary>
    public static (NewClientDraft Draft, IReadOnlyList<Finding> Heard) Hear(NewClientDraft draft, Said said, ReadingContext context)
    {
        var found = LeadReader.Read(said, context);
        var form = FormMerge.Apply(draft.Form, found, Corrections.IsCorrection(said.Text));
        return (found.Count == 0 ? draft : draft.With(form), found);
    }

    /// <summary>What is to be read: the rows of a pasted table, else the message as it is.</summary>
    public static IReadOnlyList<Said> Parts(string message, string text)
    {
        var rows = CsvLead.Rows(text);
        return rows.Count == 0 ? [new Said(message, text)] : [.. rows.Select(pieces => new Said(message, text, pieces))];
    }
}
