using System.Text.Json.Serialization;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
internal abstract record CardAction
{
    protected CardAction(string title) => Title = CardRules.Said(title, "button");

    public string Title { get; }

    /// <summary><c>positive</c> or <c>destructive</c>; none for a plain button.</summary>
    public string? Style { get; init; }
}

/// <summary>What a button of ours carries: a token that means nothing to anybody else.</summary>
/// <param name="V">Version of this shape.</param>
internal sealed record PressData(string Token, int V = 1);

/// <summary>A button that is answered at once; clients that do not know it submit the same data.</summary>
internal sealed record ExecuteAction : CardAction
{
    public ExecuteAction(string title, PressData data)
        : base(title) => Data = data;

    public string Verb { get; } = "press";
    public PressData Data { get; }
    public CardAction Fallback => new SubmitAction(Title, Data) { Style = Style };
}

/// <summary>A button that sends its data as a message.</summary>
internal sealed record SubmitAction : CardAction
{
    public SubmitAction(string title, PressData data)
        : base(title) => Data = data;

    public PressData Data { get; }
}

/// <summary>A button that opens a page.</summary>
internal sealed record OpenUrlAction : CardAction
{
    public OpenUrlAction(string title, Uri url)
        : base(title) => Url = CardRules.Link(url);

    public Uri Url { get; }
}
