namespace HardE.Bot.Channels.Slack.Blocks;

/// <summary>A large line of plain text; at most 150 characters.</summary>
internal sealed record HeaderBlock : Block
{
    public HeaderBlock(string text) => Text = new PlainText(text, 150);

    public PlainText Text { get; }
    public override string ToText() => $"*{Mrkdwn.Escape(Text.Text)}*";
}

/// <summary>A paragraph of mrkdwn (at most 3,000 characters, shown in full), or labelled values in two columns.</summary>
internal sealed record SectionBlock : Block
{
    /// <summary>Characters that one paragraph holds.</summary>
    public const int Most = 3000;

    /// <summary>Labelled values that one block holds.</summary>
    public const int MostFields = 10;

    public SectionBlock(string mrkdwn) => (Text, Expand) = (new MrkdwnText(mrkdwn, Most), true);

    /// <exception cref="ArgumentException">There are no fields.</exception>
    public SectionBlock(IEnumerable<(string Label, string Value)> fields)
    {
        Fields =
        [
            .. fields.Take(MostFields).Select(f => new MrkdwnText(
                $"*{Mrkdwn.Escape(BlockText.Cut(f.Label, 200))}*\n{Splitter.Clip(BlockText.Some(Mrkdwn.Escape(f.Value)), 900)}", 2000)),
        ];
        if (Fields.Count == 0)
        {
            throw new ArgumentException("A section needs text or fields.", nameof(fields));
        }
    }

    public MrkdwnText? Text { get; }
    public bool? Expand { get; }
    public IReadOnlyList<MrkdwnText>? Fields { get; }

    public override string ToText() =>
        Text?.Text ?? string.Join('\n', Fields!.Select(f => f.Text.Replace("*\n", "*: ", StringComparison.Ordinal)));
}

/// <summary>Small print; at most ten pieces.</summary>
internal sealed record ContextBlock : Block
{
    /// <summary>What one block holds.</summary>
    public const int Most = 10;

    public ContextBlock(IEnumerable<string> mrkdwn) => Elements = [.. mrkdwn.Take(Most).Select(m => new MrkdwnText(m, 1000))];

    public IReadOnlyList<MrkdwnText> Elements { get; }
    public override string ToText() => string.Join('\n', Elements.Select(e => e.Text));
}

/// <summary>Up to 25 buttons; each has its own action id in the block.</summary>
internal sealed record ActionsBlock : Block
{
    /// <summary>What one block holds.</summary>
    public const int Most = 25;

    public ActionsBlock(IEnumerable<Button> buttons) => Elements = [.. buttons.Take(Most)];

    public IReadOnlyList<Button> Elements { get; }
    public override string ToText() => string.Join(" · ", Elements.Select(b => $"[{Mrkdwn.Escape(b.Text.Text)}]"));
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

    /// <summary>A button of ours that no agent knows: the channel itself does what the action says.</summary>
    /// <exception cref="ArgumentException">The value is empty or over 2,000 characters.</exception>
    public static Button Do(string action, string label, string value) => value.Length is > 0 and <= 2000
        ? new Button(label, action) { Value = value }
        : throw new ArgumentException("A button's value has 1 to 2,000 characters.", nameof(value));

    /// <returns>The button; null for an address that Slack would not take.</returns>
    public static Button? Open(int number, string label, Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "http" or "https" } && address.AbsoluteUri.Length <= 3000
            ? new Button(label, $"{SlackPresses.Link}{number}") { Url = address.AbsoluteUri }
            : null;
}

/// <summary>A line between paragraphs.</summary>
internal sealed record DividerBlock : Block
{
    public override string ToText() => "";
}
