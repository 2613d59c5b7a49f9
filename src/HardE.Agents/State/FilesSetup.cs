using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.State;

/// <summary>Plugs in the file store.</summary>
public static class FilesSetup
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSettings<FilesOptions>("Files");
        services.AddSingleton<IFileStore, FolderFileStore>();
        return services;
    }
}
