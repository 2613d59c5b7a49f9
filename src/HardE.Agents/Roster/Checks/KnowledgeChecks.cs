namespace HardE.Agents.Roster;

/// <summary>Rule 10: knowledge bases name agents that exist, and an agent that searches has one to search.</summary>
internal static class KnowledgeChecks
{
    private const string SearchTool = "search_knowledge";

    public static void Run(ConfigReport report)
    {
        var (config, knowledge) = (report.Config, report.Config.Knowledge);
        foreach (var (name, part) in knowledge.Bases)
        {
            var path = $"knowledge.bases.{name}";
            if (!part.Prefix.EndsWith('/') || part.Prefix.StartsWith('/') || part.Prefix.Contains("..", StringComparison.Ordinal))
            {
                report.Error($"{path}.prefix", $"'{part.Prefix}' is no prefix", "a folder name that ends with /");
            }

            for (var i = 0; i < part.Agents.Count; i++)
            {
                report.Knows($"{path}.agents[{i}]", "agent", part.Agents[i], [.. config.Agents.Keys]);
            }

            if (part.MaxResults is < 1 or > 50)
            {
                report.Error($"{path}.max_results", "is from 1 to 50");
            }
        }

        foreach (var (id, _) in config.Agents.Where(a => a.Value.Tools.Contains(SearchTool)))
        {
            if (!knowledge.Bases.Values.Any(b => b.Agents.Contains(id)))
            {
                report.Error($"agents.{id}.tools", $"it has {SearchTool}, but no knowledge base lists it", "knowledge.bases.….agents");
            }
        }

        Index(report, knowledge.Index);
    }

    private static void Index(ConfigReport report, KnowledgeIndexEntry index)
    {
        if (index.ChunkTokens < 50 || index.Overlap < 0 || index.Overlap >= index.ChunkTokens)
        {
            report.Error("knowledge.index", "chunk_tokens is at least 50, overlap less than chunk_tokens");
        }

        if (index.EmbeddingModel is not { } name
            || !report.Knows("knowledge.index.embedding_model", "model", name, [.. report.Config.Models.Keys]))
        {
            return;
        }

        var dimensions = report.Config.Models[name].Capabilities.Dimensions;
        if (dimensions is not > 0)
        {
            report.Error("knowledge.index.embedding_model", $"'{name}' says no dimensions", "capabilities: { dimensions: 1536 }");
        }
        else if (report.Around.StoredDimensions is { } stored && stored != dimensions)
        {
            report.Error("knowledge.index.embedding_model", $"the stored index has vectors of {stored}, '{name}' makes {dimensions}", "index again or name the old model");
        }
    }
}
