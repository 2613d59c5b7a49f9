namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>A field the person fills in; comes back beside the button's data under its id.</summary>
internal abstract record CardInput : CardElement
{
    protected CardInput(string id, string label)
    {
        Id = CardRules.FieldId(id);
        Label = CardRules.Said(label, "label");
    }

    public string Id { get; }
    public string Label { get; }
    public string? Value { get; init; }
    public bool? IsRequired { get; init; }

    /// <summary>Shown where a required field is empty.</summary>
    public string? ErrorMessage { get; init; }
}

internal sealed record TextInput : CardInput
{
    public TextInput(string id, string label)
        : base(id, label)
    {
    }

    public string? Placeholder { get; init; }
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
}

internal sealed record ChoiceInput : CardInput
{
    public ChoiceInput(string id, string label, IReadOnlyList<CardChoice> choices)
        : base(id, label) => Choices = CardRules.Some(choices, "choices");

    public IReadOnlyList<CardChoice> Choices { get; }

    /// <summary><c>compact</c> is a list that opens, <c>expanded</c> shows all.</summary>
    public string Style { get; init; } = "compact";
    public bool? IsMultiSelect { get; init; }
    public bool Wrap { get; } = true;
}

internal sealed record CardChoice
{
    public CardChoice(string title, string value)
    {
        Title = CardRules.Said(title, "choice");
        Value = CardRules.Said(value, "choice value");
    }

    public string Title { get; }
    public string Value { get; }
}
