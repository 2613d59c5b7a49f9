namespace HardE.Agents.Knowledge;

/// <summary>One document, cut into sections that can be found and quoted on their own.</summary>
/// <param name="Id">From the front matter (<c>obj-price</c>); the path without extension where it has none.</param>
/// <param name="Path">Base and file without extension: <c>OBJECTION_HANDLING/price</c>.</param>
/// <param name="Base">One of <see cref="KnowledgeBases.All"/>.</param>
public sealed record KnowledgeDocument(string Id, string Path, string Base, string Title, string Summary, string Body)
{
    public string Trade { get; init; } = "any";

    public DateOnly? Updated { get; init; }

    public IReadOnlyList<KnowledgeSection> Sections { get; init; } = [];

    /// <summary>What else the front matter says; lists are joined with <c>|</c>. A label, never a proof.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}

/// <summary>A labelled piece of a document, without Markdown marks.</summary>
/// <param name="Label">Its bold words or heading; empty where it has none.</param>
/// <param name="Sentences">What it says, in order; each can be found in the document as it stands.</param>
/// <param name="IsList">The sentences are list items or table rows.</param>
public sealed record KnowledgeSection(string Label, IReadOnlyList<string> Sentences, bool IsList = false)
{
    public string Text => string.Join(' ', Sentences);
}
