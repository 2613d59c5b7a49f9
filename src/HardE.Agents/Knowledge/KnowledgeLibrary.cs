using HardE.Agents.Services;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Knowledge;

/// <summary>
/// The company's documents, indexed. Looks for changed files when it is asked and the last look is older than
/// <see cref="KnowledgeOptions.RefreshEvery"/>; answers from what it has while the source cannot be read.
/// </summary>
public sealed partial class KnowledgeLibrary(
    IKnowledgeSource source, IOptions<KnowledgeOptions> options, TimeProvider clock, ILogger<KnowledgeLibrary> log) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Dictionary<string, (string Stamp, KnowledgeDocument? Document)> read = new(StringComparer.Ordinal);
    private SearchIndex? index;
    private DateTimeOffset looked = DateTimeOffset.MinValue;

    /// <summary>True while the documents are the samples.</summary>
    public bool IsSample => source.IsSample;

    /// <summary>The index of what the source holds now, at most <see cref="KnowledgeOptions.RefreshEvery"/> old.</summary>
    /// <exception cref="ServiceException">The source cannot be read, and never could.</exception>
    public async Task<SearchIndex> OpenAsync(CancellationToken ct)
    {
        if (index is { } fresh && clock.GetUtcNow() - looked < options.Value.RefreshEvery)
        {
            return fresh;
        }

        await oneAtATime.WaitAsync(ct);
        try
        {
            if (index is null || clock.GetUtcNow() - looked >= options.Value.RefreshEvery)
            {
                index = await RefreshAsync(ct);
                looked = clock.GetUtcNow();
            }

            return index;
        }
        catch (ServiceException problem) when (index is not null)
        {
            LogStale(log, problem);
            looked = clock.GetUtcNow();
            return index;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>A document by its id, path, or file name; null when there is none.</summary>
    public async Task<KnowledgeDocument?> FindAsync(string name, CancellationToken ct)
    {
        var documents = (await OpenAsync(ct)).Documents;
        var wanted = name.Trim().TrimStart('/');
        wanted = wanted.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? wanted[..^3] : wanted;
        return documents.FirstOrDefault(d => Same(d.Id) || Same(d.Path))
            ?? documents.FirstOrDefault(d => Same(d.Path[(d.Path.LastIndexOf('/') + 1)..]) || Same(d.Title));

        bool Same(string other) => other.Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<SearchIndex> RefreshAsync(CancellationToken ct)
    {
        var files = await source.ListAsync(ct);
        var changed = index is null;
        foreach (var gone in read.Keys.Except(files.Select(f => f.Path)).ToList())
        {
            changed |= read.Remove(gone);
        }

        foreach (var file in files.Where(f => read.GetValueOrDefault(f.Path).Stamp != f.Stamp && InABase(f.Path)))
        {
            var bytes = file.Bytes > DocumentParser.MaxBytes ? [] : await source.ReadAsync(file.Path, ct) ?? [];
            var document = DocumentParser.Parse(file.Path, bytes);
            if (document is null)
            {
                LogUnread(log, file.Path, file.Bytes);
            }

            read[file.Path] = (file.Stamp, document);
            changed = true;
        }

        return changed ? Build() : index!;
    }

    private SearchIndex Build()
    {
        var documents = read.Values.Select(r => r.Document).OfType<KnowledgeDocument>()
            .OrderBy(d => d.Path, StringComparer.Ordinal).ToList();
        LogIndexed(log, documents.Count);
        return new SearchIndex(documents);
    }

    private static bool InABase(string path) => KnowledgeBases.All.Contains(path.Split('/')[0]) && path.Contains('/', StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Information, Message = "Knowledge: {Documents} documents indexed")]
    private static partial void LogIndexed(ILogger log, int documents);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Knowledge: {Path} was left out ({Bytes} bytes: empty, too large, or not UTF-8)")]
    private static partial void LogUnread(ILogger log, string path, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Knowledge: the source cannot be read; answering from what was read before")]
    private static partial void LogStale(ILogger log, Exception problem);
}
