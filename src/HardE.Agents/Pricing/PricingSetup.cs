using HardE.Agents.Pricing.Feed;
using HardE.Agents.Pricing.Gutters;
using HardE.Agents.Pricing.Money;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Siding;
using HardE.Agents.Pricing.Versions;
using HardE.Agents.Pricing.Windows;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Pricing;

/// <summary>Plugs in catalogs and prices.</summary>
internal static class PricingSetup
{
    public static IServiceCollection AddPricing(this IServiceCollection services)
    {
        services.AddSettings<PricingOptions>("Pricing").AddSettings<PriceFeedOptions>("Pricing:Feed");
        services.AddHttpClient(nameof(PriceFeed));
        services.AddSingleton(p => new PriceFeed(
            p.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(PriceFeed)), p.GetRequiredService<IOptions<PriceFeedOptions>>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<PriceFeed>>()));
        services.AddSingleton<CatalogVersions>().AddSingleton<Catalog>().AddSingleton<CatalogLoader>();
        services.AddSingleton<RoofEstimateTool>().AddSingleton<SidingEstimateTool>().AddSingleton<GutterEstimateTool>().AddSingleton<WindowEstimateTool>();
        services.AddSingleton<ITool>(p => p.GetRequiredService<RoofEstimateTool>()).AddSingleton<ITool>(p => p.GetRequiredService<SidingEstimateTool>());
        services.AddSingleton<ITool>(p => p.GetRequiredService<GutterEstimateTool>()).AddSingleton<ITool>(p => p.GetRequiredService<WindowEstimateTool>());
        services.AddSingleton<ITool, SearchCatalogTool>().AddSingleton<ITool, PriceItemTool>().AddSingleton<ITool, MaterialQuantityTool>();
        services.AddSingleton<ITool, MarginCheckTool>().AddSingleton<ITool, DiscountCheckTool>().AddSingleton<ITool, LoanPaymentTool>();
        services.AddSingleton<ITool, CompareOptionsTool>().AddSingleton<ITool, ConvertMeasureTool>().AddSingleton<ITool, ShowQuoteTool>().AddSingleton<ITool, CatalogStatusTool>();
        services.AddSingleton<IAgentRules, PricingAgentRules>();
        return services;
    }
}
