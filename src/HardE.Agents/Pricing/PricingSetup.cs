using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.Pricing;

/// <summary>Plugs in catalogs and prices.</summary>
internal static class PricingSetup
{
    public static IServiceCollection AddPricing(this IServiceCollection services)
    {
        services.AddSettings<PricingOptions>("Pricing");
        services.AddSingleton<Catalog>();
        services.AddSingleton<ITool, SearchCatalogTool>();
        services.AddSingleton<IAgentRules, PricingAgentRules>();
        return services;
    }
}
