using HardE.Agents.CallAnalysis.Recorded;
using HardE.Agents.Knowledge;
using HardE.Agents.Turns;

namespace HardE.Agents.CallAnalysis;

/// <summary>The calls of the knowledge base, read once for each index, and those that were brought in with consent.</summary>
internal sealed class CallLibrary(KnowledgeLibrary knowledge, RecordedCalls recorded)
{
    private (SearchIndex Index, IReadOnlyList<Transcript> Calls)? read;

    /// <summary>All calls, as the one who asks may see them.</summary>
    public async Task<IReadOnlyList<Transcript>> ListAsync(TurnContext turn, CancellationToken ct)
    {
        var brought = (await recorded.ListAsync(turn.Tenant, ct)).Where(c => c.Consent != CallConsent.Unknown).Select(Read).OfType<Transcript>();
        return CallAudience.Of(turn, [.. await FromKnowledgeAsync(ct), .. brought]);
    }

    private static Transcript? Read(RecordedCall call) => Transcript.Read(
        new KnowledgeDocument(call.Id, $"recorded/{call.Id}", KnowledgeBases.Calls, call.Title, call.Title, call.Body)
        {
            Trade = call.Trade,
            Labels = new Dictionary<string, string> { ["rep"] = call.Rep, ["lead"] = call.Lead },
        });

    private async Task<IReadOnlyList<Transcript>> FromKnowledgeAsync(CancellationToken ct)
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
    public async Task<Transcript?> FindAsync(TurnContext turn, string name, CancellationToken ct)
    {
        var calls = await ListAsync(turn, ct);
        var wanted = name.Trim();
        var number = new string([.. wanted.Where(char.IsAsciiDigit)]).TrimStart('0');
        return calls.FirstOrDefault(c => c.Id.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? calls.FirstOrDefault(c => number.Length > 0 && c.Id.StartsWith("call-", StringComparison.Ordinal) && c.Id[5..].TrimStart('0') == number)
            ?? calls.FirstOrDefault(c => c.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase));
    }
}
