using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.Services;

/// <summary>Registration of settings: one options class a section, checked before the first request.</summary>
public static class Settings
{
    /// <summary>Binds a section; the host refuses to start when a value is missing or silly.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section) where T : class
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(new SettingsSection(section, typeof(T)));
        return services;
    }
}

/// <summary>A section that exists; a setting outside all of them is misspelt.</summary>
public sealed record SettingsSection(string Name, Type Type);
