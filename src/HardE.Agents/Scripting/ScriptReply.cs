using System.Globalization;
using System.Text.RegularExpressions;
using HardE.Agents.Turns;

namespace HardE.Agents.Scripting;

/// <summary>How a script is shown: title, sections, length, what is missing, what can be done next.</summary>
internal static partial class ScriptReply
{
    /// <summary>Start of a button that chooses a customer; the other buttons say words (<c>say:</c>).</summary>
    public const string CustomerToken = "script:customer:";

    public static ToolResult Show(ScriptDraft draft, string? first = null)
    {
        var version = draft.Current!;
        var body = string.Join("\n\n", version.Sections.Select(s => $"**{s.Title}**\n{s.Text}"));
        var parts = new[] { first, Head(draft, version), body, Foot(version) };
        return ToolResult.Done(
            string.Join("\n\n", parts.Where(p => !string.IsNullOrEmpty(p))), Data(draft, version), Buttons(draft, version));
    }

    /// <summary>The words alone, ready to be copied.</summary>
    public static ToolResult Copy(ScriptDraft draft) =>
        ToolResult.Done($"```\n{draft.Current!.Text}\n```", Data(draft, draft.Current), Buttons(draft, draft.Current));

    public static ToolResult Difference(ScriptDraft draft)
    {
        if (draft.Previous is not { } before)
        {
            return ToolResult.Done("This is the first version; there is nothing to compare it with.", Data(draft, draft.Current!));
        }

        var (gone, come) = ScriptEdits.Compare(before, draft.Current!);
        var lines = gone.Select(s => $"- ~~{s}~~").Concat(come.Select(s => $"- **new:** {s}"));
        return ToolResult.Done(
            $"Version {draft.Current!.Number} against version {before.Number} ({draft.Current.Change}):\n{string.Join('\n', lines)}",
            new { gone, come }, Buttons(draft, draft.Current));
    }

    public static string Length(ScriptVersion version) => string.Create(
        CultureInfo.InvariantCulture,
        $"{version.Words} words, {(int)version.ReadingTime.TotalMinutes}:{version.ReadingTime.Seconds:00} at {PrimerScript.WordsPerMinute} words a minute");

    private static string Head(ScriptDraft draft, ScriptVersion version)
    {
        var kind = version.Primer is null ? version.Title : "Primer script";
        var length = version.Standard?.Kind == StandardKinds.Visit ? "twelve steps" : Length(version);
        return $"**{kind} for {draft.For}** (version {version.Number}: {length})";
    }

    private static string Foot(ScriptVersion version)
    {
        if (version.Primer is not null)
        {
            return "_Checked: the right name, no price, no promise, nothing claimed about the house._ Say “shorter”, “warmer”, “new opener”, "
                + "“replace X with Y”, “undo”, “read it aloud” or “start over”.";
        }

        var missing = Missing().Matches(version.Text).Select(m => m.Groups[1].Value).Distinct().ToList();
        return missing.Count == 0
            ? "Say “replace X with Y”, “undo”, “copy” or “read it aloud”."
            : $"Still missing: {string.Join(", ", missing)}. Tell me with “replace missing {missing[0]} with …”, or fill them in on paper.";
    }

    private static object Data(ScriptDraft draft, ScriptVersion version) => new
    {
        script_for = draft.For,
        version = version.Number,
        words = version.Words,
        reading_seconds = (int)version.ReadingTime.TotalSeconds,
        sections = version.Sections,
        title = version.Title,
    };

    private static ButtonsPart Buttons(ScriptDraft draft, ScriptVersion version)
    {
        var buttons = new List<ReplyButton>();
        if (version.Primer is not null)
        {
            buttons.Add(new("Shorter", "say:shorter please"));
            buttons.Add(new("Warmer", "say:make it warmer"));
            buttons.Add(new("New opener", "say:swap the opener"));
        }

        buttons.Add(new("Read it aloud", "say:read it aloud", ButtonStyle.Primary));
        buttons.Add(new("Plain text", "say:copy the script"));
        if (draft.Previous is not null)
        {
            buttons.Add(new("Undo", "say:undo"));
        }

        return new ButtonsPart(buttons);
    }

    [GeneratedRegex(@"\[missing: ([^\]]+)\]")]
    private static partial Regex Missing();
}
