namespace HardE.Bot.Channels.Slack.Blocks;

/// <summary>One field of a form: a line or a paragraph of text; its block id is the field's name.</summary>
internal sealed record InputBlock : Block
{
    public InputBlock(FormField field)
    {
        BlockId = field.Name;
        Label = new PlainText(field.Label, 2000);
        Optional = !field.Required;
        Hint = field.Hint is null ? null : new PlainText(field.Hint, 2000);
        Element = new TextInput(field);
    }

    /// <summary>Action id inside each block.</summary>
    public const string Action = "value";

    public string BlockId { get; }
    public PlainText Label { get; }
    public bool Optional { get; }
    public PlainText? Hint { get; }
    public TextInput Element { get; }

    public override string ToText() => Mrkdwn.Escape(Label.Text);
}

/// <summary>Where text is typed.</summary>
internal sealed record TextInput
{
    public TextInput(FormField field) =>
        (InitialValue, Multiline, MaxLength) = (string.IsNullOrWhiteSpace(field.Value) ? null : BlockText.Cut(field.Value, field.Most), field.Long, field.Most);

    public string Type { get; } = "plain_text_input";
    public string ActionId { get; } = InputBlock.Action;
    public string? InitialValue { get; }
    public bool Multiline { get; }
    public int MaxLength { get; }
}

/// <summary>A field of a form as we think of it.</summary>
/// <param name="Name">Comes back with what was typed.</param>
/// <param name="Label">What the person reads.</param>
/// <param name="Value">What stands there at first.</param>
/// <param name="Required">Slack itself refuses an empty one.</param>
/// <param name="Long">Several lines.</param>
/// <param name="Hint">Small print under the field.</param>
/// <param name="Most">Longest text, 1 to 3,000.</param>
internal sealed record FormField(
    string Name, string Label, string? Value = null, bool Required = false, bool Long = false, string? Hint = null, int Most = 300);

/// <summary>A window with fields.</summary>
internal sealed record ModalView
{
    public ModalView(string callback, string title, string submit, string metadata, IEnumerable<Block> blocks) =>
        (CallbackId, Title, Submit, PrivateMetadata, Blocks) = (callback, new PlainText(title, 24), new PlainText(submit, 24), metadata, [.. blocks.Take(100)]);

    public string Type { get; } = "modal";
    public string CallbackId { get; }
    public PlainText Title { get; }
    public PlainText Submit { get; }
    public PlainText Close { get; } = new("Cancel", 24);
    public string PrivateMetadata { get; }
    public IReadOnlyList<Block> Blocks { get; }
}
