namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>A field the person fills in; comes back beside the button's data under its id.</summary>
internal abstract record CardInput(string id, string label) : CardElement
{
    public string Id { get; } = CardRules.FieldId(id);
    public string Label { get; } = CardRules.Said(label, "label");
    public string? Value { get; init; }
    public bool? IsRequired { get; init; }

    /// <summary>Shown where a required field is empty.</summary>
    public string? ErrorMessage { get; init; }
}

internal sealed record TextInput(string id, string label) : CardInput(id, label)
{
    public string? Placeholder { get; init; }
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
}

internal sealed record ChoiceInput(string id, string label, IReadOnlyList<CardChoice> choices) : CardInput(id, label)
{
    public IReadOnlyList<CardChoice> Choices { get; } = CardRules.Some(choices, "choices");

    /// <summary><c>compact</c> is a list that opens, <c>expanded</c> shows all.</summary>
    public string Style { get; init; } = "compact";
    public bool? IsMultiSelect { get; init; }
    public bool Wrap => true;
}

internal sealed record CardChoice(string title, string value)
{
    public string Title { get; } = CardRules.Said(title, "choice");
    public string Value { get; } = CardRules.Said(value, "choice value");
}
