using HardE.Agents.Crm.Embedded;
using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.Crm;

/// <summary>Plugs in the customer records and all that works on them.</summary>
public static class CrmSetup
{
    public static IServiceCollection AddCrm(this IServiceCollection services)
    {
        services.AddSettings<CrmOptions>("Crm");
        services.AddSingleton<EmbeddedCrm>().AddSingleton<SeedLoader>().AddSingleton<SampleCrm>();
        services.AddSingleton<ICrm>(provider => provider.GetRequiredService<EmbeddedCrm>());
        return services;
    }
}
