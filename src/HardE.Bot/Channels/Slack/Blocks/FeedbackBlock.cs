namespace HardE.Bot.Channels.Slack.Blocks;

/// <summary>Thumbs under an answer. What it is about travels as our own id.</summary>
internal sealed record FeedbackBlock : Block
{
    /// <summary>Action id of both thumbs.</summary>
    public const string Action = "feedback";

    public FeedbackBlock(string about) => Elements = [new FeedbackButtons(about)];

    public IReadOnlyList<FeedbackButtons> Elements { get; }

    /// <summary>Nothing to read aloud.</summary>
    public override string ToText() => "";
}

/// <summary>The two thumbs.</summary>
internal sealed record FeedbackButtons
{
    public FeedbackButtons(string about) => (PositiveButton, NegativeButton) = (
        new FeedbackButton(new PlainText("Helpful", 75), $"up:{about}", "This answer helped"),
        new FeedbackButton(new PlainText("Not helpful", 75), $"down:{about}", "This answer did not help"));

    public string Type { get; } = "feedback_buttons";
    public string ActionId { get; } = FeedbackBlock.Action;
    public FeedbackButton PositiveButton { get; }
    public FeedbackButton NegativeButton { get; }
}

/// <summary>One thumb.</summary>
internal sealed record FeedbackButton(PlainText Text, string Value, string AccessibilityLabel);
