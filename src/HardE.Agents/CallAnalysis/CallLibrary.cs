using HardE.Agents.Knowledge;

namespace HardE.Agents.CallAnalysis;

/// <summary>The calls in the knowledge base, read once for each index.</summary>
internal sealed class CallLibrary(KnowledgeLibrary knowledge)
{
    private (SearchIndex Index, IReadOnlyList<Transcript> Calls)? read;

    public async Task<IReadOnlyList<Transcript>> ListAsync(CancellationToken ct)
    {
        var index = await knowledge.OpenAsync(ct);
        if (read is { } last && ReferenceEquals(last.Index, index))
        {
            return last.Calls;
        }

        IReadOnlyList<Transcript> calls =
        [
            .. index.Documents.Where(d => d.Base == KnowledgeBases.Calls).Select(Transcript.Read).OfType<Transcript>()
                .OrderBy(c => c.Id, StringComparer.Ordinal),
        ];
        read = (index, calls);
        return calls;
    }

    /// <summary>A call by id (<c>call-06</c>), number (<c>6</c>) or title; null when there is none.</summary>
    public async Task<Transcript?> FindAsync(string name, CancellationToken ct)
    {
        var calls = await ListAsync(ct);
        var wanted = name.Trim();
        var number = new string([.. wanted.Where(char.IsAsciiDigit)]).TrimStart('0');
        return calls.FirstOrDefault(c => c.Id.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? calls.FirstOrDefault(c => number.Length > 0 && c.Id.StartsWith("call-", StringComparison.Ordinal) && c.Id[5..].TrimStart('0') == number)
            ?? calls.FirstOrDefault(c => c.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase));
    }
}
