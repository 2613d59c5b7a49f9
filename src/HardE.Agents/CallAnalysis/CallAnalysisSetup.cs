using HardE.Agents.CallAnalysis.Recorded;
using HardE.Agents.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.CallAnalysis;

/// <summary>Plugs in the analysis of calls. Needs the knowledge base.</summary>
public static class CallAnalysisSetup
{
    public static IServiceCollection AddCallAnalysis(this IServiceCollection services)
    {
        services.AddSingleton<CallLibrary>().AddSingleton<RecordedCalls>();
        services.AddSingleton<ITool, ListCallsTool>().AddSingleton<ITool, GetCallTool>();
        services.AddSingleton<ITool, CountObjectionsTool>().AddSingleton<ITool, CompareCallsTool>();
        services.AddSingleton<ITool, ScoreCallsTool>();
        services.AddSingleton<IAgentRules, AnalysisRules>();
        return services;
    }
}
