namespace HardE.Bot.Channels.Slack.Blocks;

/// <summary>A large line of plain text; at most 150 characters.</summary>
internal sealed record HeaderBlock : Block
{
    public HeaderBlock(string text) => Text = new PlainText(text, 150);

    public PlainText Text { get; }
    public override string Fallback => $"*{Mrkdwn.Escape(Text.Text)}*";
}

/// <summary>A paragraph of mrkdwn; at most 3,000 characters, shown in full.</summary>
internal sealed record SectionBlock : Block
{
    /// <summary>What one section holds.</summary>
    public const int Most = 3000;

    public SectionBlock(string mrkdwn) => Text = new MrkdwnText(mrkdwn, Most);

    public MrkdwnText Text { get; }
    public bool Expand { get; } = true;
    public override string Fallback => Text.Text;
}

/// <summary>Labelled values in two columns; at most ten, each at most 2,000 characters.</summary>
internal sealed record FieldsBlock : Block
{
    /// <summary>What one block holds.</summary>
    public const int Most = 10;

    public FieldsBlock(IEnumerable<(string Label, string Value)> fields) => Fields =
    [
        .. fields.Take(Most).Select(f => new MrkdwnText(
            $"*{Mrkdwn.Escape(BlockText.Cut(f.Label, 200))}*\n{Splitter.Clip(Mrkdwn.Escape(f.Value), 1600)}", 2000)),
    ];

    public IReadOnlyList<MrkdwnText> Fields { get; }
    public override string Fallback => string.Join('\n', Fields.Select(f => f.Text.Replace("*\n", "*: ", StringComparison.Ordinal)));
}

/// <summary>Small print; at most ten pieces.</summary>
internal sealed record ContextBlock : Block
{
    /// <summary>What one block holds.</summary>
    public const int Most = 10;

    public ContextBlock(IEnumerable<string> mrkdwn) => Elements = [.. mrkdwn.Take(Most).Select(m => new MrkdwnText(m, 1000))];

    public IReadOnlyList<MrkdwnText> Elements { get; }
    public override string Fallback => string.Join('\n', Elements.Select(e => e.Text));
}

/// <summary>Up to 25 buttons; each has its own action id in the block.</summary>
internal sealed record ActionsBlock : Block
{
    /// <summary>What one block holds.</summary>
    public const int Most = 25;

    public ActionsBlock(IEnumerable<Button> buttons) => Elements = [.. buttons.Take(Most)];

    public IReadOnlyList<Button> Elements { get; }
    public override string Fallback => string.Join(" · ", Elements.Select(b => $"[{Mrkdwn.Escape(b.Text.Text)}]"));
}

/// <summary>A button: a token for us, or a link for the person.</summary>
internal sealed record Button
{
    private Button(string label, string actionId) => (Text, ActionId) = (new PlainText(label, 75), actionId);

    public string Type { get; } = "button";
    public PlainText Text { get; }
    public string ActionId { get; }
    public string? Value { get; private init; }
    public string? Url { get; private init; }
    public string? Style { get; private init; }

    /// <exception cref="ArgumentException">The token is empty or over 2,000 characters: ours never are.</exception>
    public static Button Press(int number, string label, string token, string? style) => token.Length is > 0 and <= 2000
        ? new Button(label, $"{SlackPresses.Token}{number}") { Value = token, Style = style }
        : throw new ArgumentException("A button's token has 1 to 2,000 characters.", nameof(token));

    /// <returns>The button; null for an address that Slack would not take.</returns>
    public static Button? Open(int number, string label, Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "http" or "https" } && address.AbsoluteUri.Length <= 3000
            ? new Button(label, $"{SlackPresses.Link}{number}") { Url = address.AbsoluteUri }
            : null;
}
