using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.WebSearch;

/// <summary>Plugs in the web search.</summary>
public static class WebSearchSetup
{
    public static IServiceCollection AddWebSearch(this IServiceCollection services)
    {
        services.AddSettings<WebSearchOptions>("WebSearch");
        services.AddSingleton<IWebResearch, NoWebResearch>();
        services.AddSingleton<ITool, SearchWebTool>();
        services.AddSingleton<IAgentRules, WebSearchRules>();
        return services;
    }
}
