using System.Text;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>
/// Puts other people's words on a card as words: cards read markdown everywhere, and a customer's name must not become
/// a link.
/// </summary>
internal static class CardText
{
    /// <summary>Plain text for a card, at most <paramref name="most"/> characters.</summary>
    public static string Plain(string text, int most)
    {
        var result = new StringBuilder(text.Length + 8);
        var previous = '\0';
        foreach (var c in Clip(text.Trim(), most))
        {
            if (char.IsControl(c) && c is not ('\n' or '\t'))
            {
                continue;
            }

            if (c is '*' or '_' or '`' or '~' or '\\')
            {
                result.Append('\\');
            }
            else if (c == '(' && previous == ']')
            {
                result.Append(' '); // "[here](http://…)" stays what was written
            }

            result.Append(c);
            previous = c;
        }

        return result.ToString();
    }

    /// <summary>The first characters, never half of a pair, and a mark that more was there.</summary>
    public static string Clip(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>Text that is never empty: cards refuse empty cells.</summary>
    public static string OrDash(string text) => string.IsNullOrWhiteSpace(text) ? "–" : text;
}
