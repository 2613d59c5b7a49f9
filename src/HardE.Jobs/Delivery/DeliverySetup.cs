using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Jobs.Delivery;

/// <summary>Plugs in delivery and the links to media.</summary>
public static class DeliverySetup
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddSettings<LinkOptions>("Delivery");
        services.AddSettings<PublicAddressOptions>("Host");
        services.AddSingleton<LinkKey>();
        services.AddSingleton<MediaLinks>();
        services.AddSingleton<MediaShelf>();
        services.AddSingleton<LinkDelivery>();
        services.AddSingleton<IDelivery>(provider => provider.GetRequiredService<LinkDelivery>());
        return services;
    }
}
