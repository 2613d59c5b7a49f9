using HardE.Agents.Roster;
using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Voice;

/// <summary>Plugs in the voices: speech, the studio stage, narration and reading aloud.</summary>
public static class VoiceSetup
{
    public static IServiceCollection AddVoice(this IServiceCollection services)
    {
        services.AddSettings<FliteOptions>("Voice:Flite");
        services.TryAddSingleton<ChildProcess>();
        services.AddSingleton<Ffmpeg>();
        services.AddSingleton<ISpeech, FliteSpeech>();
        services.AddSingleton<IVoiceChanger, StudioVoice>();
        services.AddSingleton<Narration>();
        services.AddSingleton<ReadAloud>();
        return services.AddHearing();
    }

    /// <summary>Speech to text alone.</summary>
    public static IServiceCollection AddHearing(this IServiceCollection services)
    {
        services.AddSettings<HearingOptions>("Voice:Hearing");
        services.AddSingleton(p => new Hearing(Hearing.Choose(p.GetRequiredService<IOptions<HearingOptions>>(), p.GetRequiredService<SecretReference>())));
        return services;
    }
}
