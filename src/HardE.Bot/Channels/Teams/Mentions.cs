using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Turns a message's text into what the person said: our own mentions removed, those of others as plain names. Who is
/// mentioned is told by the entities; the visible text proves nothing, since a sender can edit it.
/// </summary>
internal static partial class Mentions
{
    /// <summary>True when the message names the bot.</summary>
    public static bool NameUs(Activity activity) => Ours(activity).Any();

    /// <summary>What was said, spaces put in order; empty when nothing is left.</summary>
    public static string Said(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in Ours(activity))
        {
            text = Remove(text, mention);
        }

        foreach (var other in (activity.Entities ?? []).Where(e => e is { IsMention: true } && !IsUs(e, activity)))
        {
            text = ShowName(text, other);
        }

        return Tidy(text);
    }

    private static IEnumerable<ActivityEntity> Ours(Activity activity) =>
        (activity.Entities ?? []).Where(e => e is { IsMention: true } && IsUs(e, activity));

    private static bool IsUs(ActivityEntity entity, Activity activity) =>
        string.Equals(entity.Mentioned?.Id, activity.Recipient.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>One entity stands for one place in the text: the first that is left.</summary>
    private static string Remove(string text, ActivityEntity mention)
    {
        var piece = mention.Piece is { Length: > 0 } given ? given : $"<at>{WebUtility.HtmlEncode(mention.Mentioned?.Name ?? "")}</at>";
        var at = text.IndexOf(piece, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), " ", text.AsSpan(at + piece.Length));
    }

    private static string ShowName(string text, ActivityEntity mention)
    {
        if (mention.Piece is not { Length: > 0 } piece)
        {
            return text;
        }

        var at = text.IndexOf(piece, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), AtTag().Replace(piece, ""), text.AsSpan(at + piece.Length));
    }

    private static string Tidy(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (c is '\n' or '\t' || !char.IsControl(c))
            {
                plain.Append(c is '\u00a0' or '\u202f' or '\t' ? ' ' : c);
            }
        }

        var decoded = plain.ToString();
        decoded = decoded.Contains('&') ? WebUtility.HtmlDecode(decoded).Replace('\u00a0', ' ') : decoded;
        return BlankBeforeEnd().Replace(Blanks().Replace(decoded, " "), "\n").Trim();
    }

    [GeneratedRegex("</?at[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex AtTag();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(" ?\n ?")]
    private static partial Regex BlankBeforeEnd();
}
