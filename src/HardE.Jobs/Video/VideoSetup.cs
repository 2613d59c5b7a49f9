using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Jobs.Video;

/// <summary>Plugs in the making and checking of films.</summary>
public static class VideoSetup
{
    public static IServiceCollection AddVideo(this IServiceCollection services)
    {
        services.AddSettings<VideoOptions>("Video");
        services.AddSingleton<LogoReader>();
        services.AddSingleton<IVideoAssembler, FfmpegAssembler>();
        services.AddSingleton<FilmCheck>();
        return services;
    }
}
