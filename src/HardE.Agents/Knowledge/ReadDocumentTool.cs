using System.ComponentModel;
using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Agents.Knowledge;

/// <summary>Shows one document as it stands, or the list of all.</summary>
internal sealed class ReadDocumentTool(KnowledgeLibrary library) : Tool<ReadDocumentTool.Input>
{
    private const int MaxCharacters = 6000;

    public sealed record Input(
        [property: Description("Id or path, for example obj-price or OBJECTION_HANDLING/price; null lists all documents.")] string? Document = null);

    public override string Name => "read_document";
    public override string Description => "Shows one knowledge document in full, or lists them all.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.KnowledgeRead];
    public override bool UntrustedOutput => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (input.Document is not { Length: > 0 } name)
        {
            return List((await library.OpenAsync(ct)).Documents);
        }

        if (await library.FindAsync(name, ct) is not { } document)
        {
            return ToolResult.NotFound($"There is no document '{name}'.", "Ask which documents there are.");
        }

        var body = document.Body.Trim();
        var shown = body.Length > MaxCharacters ? body[..MaxCharacters] + "\n\n(The rest is left out.)" : body;
        var updated = document.Updated is { } day ? $", updated {day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}" : "";
        return ToolResult.Done(
            $"**{document.Title}** ({document.Path}{updated})\n\n{shown}",
            new { document.Id, document.Path, document.Title, updated = document.Updated?.ToString("O", CultureInfo.InvariantCulture), text = shown },
            new CitationsPart([new Citation(document.Id, $"{document.Path}: {document.Title}", document.Summary)]));
    }

    private static ToolResult List(IReadOnlyList<KnowledgeDocument> documents)
    {
        if (documents.Count == 0)
        {
            return ToolResult.NotFound("The knowledge base is empty.", "`./harde import knowledge FOLDER` fills it.");
        }

        var counts = documents.GroupBy(d => d.Base).Select(g => $"{g.Key} ({g.Count()})");
        return ToolResult.Done(
            $"There are {documents.Count} documents: {string.Join(", ", counts)}. Name one to read it.",
            documents.Select(d => new { d.Id, d.Path, d.Title }),
            new TablePart("Documents", ["Document", "Title", "Id"], [.. documents.Select(d => (IReadOnlyList<string>)[d.Path, d.Title, d.Id])]));
    }
}
