using System.Text;
using System.Text.Json;
using HardE.Agents.Knowledge;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Agents.WebSearch;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands.Eval;

/// <summary>
/// What one host shows to the case that runs: its time, its area code, its extra documents, its pages of the web. Set before
/// each case; cases run one after the other.
/// </summary>
internal sealed class CaseSurroundings : TimeProvider, IOptions<CompanyOptions>, IWebResearch
{
    private DateTimeOffset now = EvalCase.DefaultNow;
    private IReadOnlyList<WebSource> pages = [];

    /// <summary>Documents of the case, by path below the knowledge folder.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; private set; } = new Dictionary<string, string>();

    /// <summary>Agents whose rules were unsure since the case began: a model would be asked.</summary>
    public List<string> Unsure { get; } = [];

    public CompanyOptions Value { get; private set; } = new();

    public bool IsConfigured => pages.Count > 0;

    public string HowToConfigure => "Eval cases have only the pages of their fixture.";

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void Enter(EvalCase next)
    {
        now = next.Now;
        Value = new CompanyOptions { DefaultAreaCode = next.AreaCode };
        Documents = Items(next, "documents").ToDictionary(d => d.GetProperty("path").GetString()!, d => d.GetProperty("text").GetString()!);
        pages = [.. Items(next, "web").Select(p => new WebSource(
            p.GetProperty("title").GetString()!, new Uri(p.GetProperty("url").GetString()!), p.GetProperty("text").GetString()!, null))];
        Unsure.Clear();
    }

    public Task<WebAnswer> SearchAsync(string question, CancellationToken ct) =>
        Task.FromResult(new WebAnswer(string.Join("\n\n", pages.Select(p => p.Excerpt)), pages));

    private static IEnumerable<JsonElement> Items(EvalCase of, string member) =>
        of.Fixture is { } fixture && fixture.TryGetProperty(member, out var list) ? list.EnumerateArray() : [];
}

/// <summary>The knowledge folder and the documents of the case that runs.</summary>
internal sealed class CaseKnowledge(IKnowledgeSource folder, CaseSurroundings surroundings) : IKnowledgeSource
{
    public bool IsSample => folder.IsSample;

    public async Task<IReadOnlyList<KnowledgeFile>> ListAsync(CancellationToken ct) =>
    [
        .. (await folder.ListAsync(ct)).Where(f => !surroundings.Documents.ContainsKey(f.Path)),
        .. surroundings.Documents.Select(d => new KnowledgeFile(d.Key, Encoding.UTF8.GetByteCount(d.Value), $"case-{d.Value.GetHashCode(StringComparison.Ordinal)}")),
    ];

    public async Task<byte[]?> ReadAsync(string path, CancellationToken ct) =>
        surroundings.Documents.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : await folder.ReadAsync(path, ct);
}

/// <summary>Rules that note when they leave a turn to the model.</summary>
internal sealed class WatchedRules(IAgentRules rules, CaseSurroundings surroundings) : IAgentRules
{
    public string Agent => rules.Agent;

    public async ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct)
    {
        var decision = await rules.DecideAsync(turn, ct);
        if (decision is Decision.Unsure)
        {
            surroundings.Unsure.Add(Agent);
        }

        return decision;
    }
}
