using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.Knowledge;

/// <summary>Plugs in the knowledge base.</summary>
public static class KnowledgeSetup
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSettings<KnowledgeOptions>("Knowledge");
        services.AddSingleton<IKnowledgeSource, FolderKnowledge>().AddSingleton<KnowledgeLibrary>();
        services.AddSingleton<ITool, SearchKnowledgeTool>().AddSingleton<ITool, ReadDocumentTool>();
        services.AddSingleton<IAgentRules, KnowledgeRules>();
        return services;
    }
}
