using System.Text.RegularExpressions;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Text for streams. Slack reads it as Markdown; what would ping people or lead to anything but a web page or a mailbox
/// is made literal first, so that the pieces can be cut anywhere.
/// </summary>
internal static partial class SlackStreamText
{
    private const string Fence = "```";

    /// <summary>The same words without live mentions and without links to other than http, https and mail.</summary>
    public static string Quiet(string markdown)
    {
        var text = Special().Replace(markdown, "<\u200b");
        text = OtherLink().Replace(text, "]");
        return OtherAutolink().Replace(text, "<\u200b");
    }

    /// <summary>Foreign words as Markdown that shows them as they are.</summary>
    public static string Literal(string words) => Marks().Replace(words, @"\$0");

    /// <summary>Where the piece that starts at <paramref name="from"/> ends: about <paramref name="size"/> on, after a space or line.</summary>
    public static int NextCut(string text, int from, int size)
    {
        var end = from + size;
        if (end >= text.Length)
        {
            return text.Length;
        }

        var seam = text.LastIndexOfAny([' ', '\n'], end - 1, size);
        if (seam > from + (size / 2))
        {
            return seam + 1;
        }

        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }

    /// <summary>True when a code fence begins in this text and does not end in it.</summary>
    public static bool EndsInCode(string text) => text.Split(Fence).Length % 2 == 0;

    [GeneratedRegex(@"[\\`*_\[\]<>#~|]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex("<(?=[!@#])", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    [GeneratedRegex(@"\]\(\s*<?(?!https?://|mailto:)[^()\s]*(\([^()]*\)[^()\s]*)*(\s+""[^""]*"")?>?\s*\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherLink();

    [GeneratedRegex(@"<(?=(?!https?:|mailto:)[a-z][a-z0-9+.\-]*:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherAutolink();
}
