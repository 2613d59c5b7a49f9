using System.Text.Json.Serialization;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
internal abstract record CardAction(string title)
{
    public string Title { get; } = CardRules.Said(title, "button");

    /// <summary><c>positive</c> or <c>destructive</c>; none for a plain button.</summary>
    public string? Style { get; init; }
}

/// <summary>What a button of ours carries: a token that means nothing to anybody else.</summary>
/// <param name="V">Version of this shape.</param>
internal sealed record PressData(string Token, int V = 1);

/// <summary>A button that is answered at once; clients that do not know it submit the same data.</summary>
internal sealed record ExecuteAction(string title, PressData data) : CardAction(title)
{
    public string Verb => "press";
    public PressData Data { get; } = data;
    public SubmitAction Fallback => new(Title, Data) { Style = Style };
}

/// <summary>A button that sends its data as a message.</summary>
internal sealed record SubmitAction(string title, PressData data) : CardAction(title)
{
    // The discriminator is only written where the declared type is CardAction; as a fallback it stands alone.
    [JsonPropertyOrder(-1), JsonPropertyName("type")] public string Kind => "Action.Submit";
    public PressData Data { get; } = data;
}

/// <summary>A button that opens a page.</summary>
internal sealed record OpenUrlAction(string title, Uri url) : CardAction(title)
{
    public Uri Url { get; } = CardRules.Link(url);
}
