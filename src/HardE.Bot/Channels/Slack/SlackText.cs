using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Bot.Channels.Slack;

/// <summary>Turns Slack's marked-up message text into what the person said.</summary>
internal static partial class SlackText
{
    /// <summary>
    /// Removes mentions of the bot, writes links, phone numbers, channels and dates as the person saw them, and undoes
    /// Slack's escaping once. Mentions of other people stay as <c>&lt;@U…&gt;</c>.
    /// </summary>
    public static string Plain(string text, string? bot)
    {
        var plain = new StringBuilder(text.Length);
        var at = 0;
        foreach (Match token in Token().Matches(text))
        {
            plain.Append(Unescape(text.AsSpan(at, token.Index - at).ToString()));
            plain.Append(Show(token.Groups["what"].Value, token.Groups["label"], bot));
            at = token.Index + token.Length;
        }

        plain.Append(Unescape(text[at..]));
        return Tidy(plain.ToString());
    }

    /// <summary>True when the text mentions this user.</summary>
    public static bool Mentions(string text, string user) =>
        text.Contains($"<@{user}>", StringComparison.Ordinal) || text.Contains($"<@{user}|", StringComparison.Ordinal);

    /// <summary>True when the text mentions any person, group or the whole room.</summary>
    public static bool MentionsAnyone(string text) => Mention().IsMatch(text);

    private static string Show(string what, Group label, string? bot)
    {
        var said = label.Success ? Unescape(label.Value) : null;
        return what switch
        {
            ['@', .. var user] => user == bot ? " " : said is null ? $"<@{user}>" : $"@{said}",
            ['#', .. var channel] => $"#{said ?? channel}",
            ['!', .. var special] => ShowSpecial(special, said),
            _ => ShowLink(Unescape(what), said),
        };
    }

    private static string ShowSpecial(string special, string? said) => special switch
    {
        _ when special.StartsWith("date^", StringComparison.Ordinal) => said ?? "",
        _ when said is not null => said.StartsWith('@') ? said : $"@{said}",
        _ => $"@{special.Split('^')[0]}",
    };

    private static string ShowLink(string address, string? said)
    {
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            return said ?? address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..];
        }

        return said is null || address.Contains(said, StringComparison.OrdinalIgnoreCase) ? said ?? address : $"{said} ({address})";
    }

    private static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Control characters (PostgreSQL refuses NUL) and the comma after a removed mention go.</summary>
    private static string Tidy(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsControl(c) || c is '\n' or '\t')
            {
                kept.Append(c);
            }
        }

        return LeadingPunctuation().Replace(kept.ToString(), "").Trim();
    }

    [GeneratedRegex(@"<(?<what>[@#!]?[^<>|\s][^<>|]*)(\|(?<label>[^<>]*))?>", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"<(@[UW]|!subteam|!here|!channel|!everyone)", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex(@"^\s*[,:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingPunctuation();
}
