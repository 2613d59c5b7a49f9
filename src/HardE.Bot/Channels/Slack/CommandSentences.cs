using System.Text.RegularExpressions;

namespace HardE.Bot.Channels.Slack;

/// <summary>What a command means, in the words a person would use.</summary>
internal static partial class CommandSentences
{
    public static string Of(string command, string text) => command switch
    {
        "/primer" => Primer(text),
        "/lead" or SlackCommands.MakeLead => $"Create a new customer: {text}",
        SlackCommands.AddNote => $"Add a note: {text}",
        _ => text.Length == 0 ? "help" : text,
    };

    /// <summary><c>/primer customer [hold] [note]</c>: the note comes behind "hold", behind "note", or behind a dash or semicolon.</summary>
    private static string Primer(string text)
    {
        if (text.Length == 0)
        {
            return "Produce a primer video";
        }

        var parts = Parts().Match(text);
        var who = parts.Groups["who"].Value.Trim(' ', ',');
        var hold = parts.Groups["hold"].Success ? ", hold" : "";
        var note = parts.Groups["note"].Value.Trim(' ', ',', ':', '-', '–', '—', ';');
        return note.Length == 0 ? $"Produce primer video for {who}{hold}" : $"Produce primer video for {who}{hold}. Note: {note}";
    }

    [GeneratedRegex(
        @"^(?<who>.+?)(?:[,;]?\s+(?<hold>hold)\b)?(?:(?:\s*[;–—:]\s*|\s+-+\s+|,?\s+note\b:?\s*|(?<=\bhold)[\s,:.]+)(?<note>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Parts();
}
