using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using HardE.Agents.Knowledge;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Bot.Admin.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HardE.Bot.Admin.Pages;

/// <summary>A question that found nothing.</summary>
internal sealed record KnowledgeGap(string Question, DateTimeOffset At);

/// <summary>The documents by base with their age, and the questions that none of them answers.</summary>
internal sealed class KnowledgeModel(KnowledgeLibrary library, Database database, Vault vault, TimeProvider clock) : PageModel
{
    private const int Looked = 300;
    private const int MostGaps = 30;

    public IReadOnlyDictionary<string, IReadOnlyList<KnowledgeDocument>> Bases { get; private set; } = new Dictionary<string, IReadOnlyList<KnowledgeDocument>>();

    public IReadOnlyList<KnowledgeGap> Gaps { get; private set; } = [];

    /// <summary>How many searches were looked at for gaps.</summary>
    public int Asked { get; private set; }

    public bool IsSample { get; private set; }

    public string? Problem { get; private set; }

    public bool IsOld(KnowledgeDocument document) => document.Updated is { } day && day < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-1);

    public async Task OnGetAsync(CancellationToken ct)
    {
        IsSample = library.IsSample;
        try
        {
            var documents = (await library.OpenAsync(ct)).Documents;
            Bases = KnowledgeBases.All.ToDictionary(b => b, b => (IReadOnlyList<KnowledgeDocument>)[.. documents.Where(d => d.Base == b)]);
        }
        catch (ServiceException problem)
        {
            Problem = $"The documents cannot be read: {problem.Message}";
        }

        await FindGapsAsync(User.Admin().Tenant, ct);
    }

    private async Task FindGapsAsync(string tenant, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            async db => (await db.QueryAsync<(string? Request, string? Result, long At)>(
                """
                SELECT request, result, at FROM turn_step
                WHERE tenant = @tenant AND name = 'search_knowledge' AND state = 'done' ORDER BY turn_id DESC LIMIT @Looked
                """,
                new { tenant, Looked = (long)Looked })).ToList(),
            ct);
        Asked = rows.Count;
        Gaps = [.. rows.Where(r => Member(r.Result, "outcome") == "not_found")
            .Select(r => new KnowledgeGap(Member(r.Request, "question") ?? Member(r.Request, "query") ?? "", DateTimeOffset.FromUnixTimeMilliseconds(r.At)))
            .Where(g => g.Question.Length > 0).DistinctBy(g => g.Question).Take(MostGaps)];
    }

    /// <summary>A member of a sealed JSON object; null when it cannot be opened any more.</summary>
    private string? Member(string? stored, string name)
    {
        try
        {
            if (stored is null)
            {
                return null;
            }

            using var json = JsonDocument.Parse(vault.Open(stored));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (Exception problem) when (problem is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
