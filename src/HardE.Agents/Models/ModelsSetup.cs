using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace HardE.Agents.Models;

/// <summary>Plugs the language models in.</summary>
public static class ModelsSetup
{
    /// <summary>Needs <c>AddRoster</c>. Without a key nothing is asked and nothing is connected to.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddSettings<ModelOptions>("Models");
        services.AddSingleton<ModelRoster>();
        services.TryAddSingleton<ModelStage>();
        services.AddSingleton<IHostedService, ModelsStart>();
        return services;
    }
}
