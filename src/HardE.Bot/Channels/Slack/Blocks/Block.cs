using System.Text.Json.Serialization;

namespace HardE.Bot.Channels.Slack.Blocks;

/// <summary>
/// A piece of a Slack message. Each kind cuts what it is given to Slack's sizes (slack.md 3), so a block that exists
/// is a block that Slack takes.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(InputBlock), "input")]
[JsonDerivedType(typeof(FeedbackBlock), "context_actions")]
internal abstract record Block
{
    /// <summary>The same for notifications and screen readers, as mrkdwn.</summary>
    public abstract string ToText();

    /// <summary>Characters it adds to the message.</summary>
    public virtual int Size() => ToText().Length;
}

/// <summary>Formatted text. It is sent as it is: nothing in it turns into a link or a mention by itself.</summary>
internal sealed record MrkdwnText
{
    public MrkdwnText(string text, int most) => Text = BlockText.Some(Splitter.Clip(text, most));

    public string Type { get; } = "mrkdwn";
    public string Text { get; }
    public bool Verbatim { get; } = true;
}

/// <summary>Unformatted text.</summary>
internal sealed record PlainText
{
    public PlainText(string text, int most) => Text = BlockText.Some(BlockText.Cut(BlockText.Quiet(text), most));

    public string Type { get; } = "plain_text";
    public string Text { get; }
    public bool Emoji { get; } = true;
}

/// <summary>Rules for text in blocks.</summary>
internal static class BlockText
{
    /// <summary>Slack refuses empty text objects.</summary>
    public static string Some(string text) => string.IsNullOrWhiteSpace(text) ? "–" : text;

    /// <summary>Literal text stays literal even for a reader that looks for mentions everywhere.</summary>
    public static string Quiet(string text) => text.Replace("<!", "<\u200b!", StringComparison.Ordinal);

    /// <summary>Cuts literal text without halving a character.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var at = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..at] + "…";
    }
}
