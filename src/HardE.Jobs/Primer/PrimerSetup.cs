using HardE.Agents.Scripting;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Jobs.Delivery;
using HardE.Jobs.Engine;
using HardE.Jobs.Primer.Steps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer;

/// <summary>Plugs in primer videos: the doors everywhere, the steps on nodes that work.</summary>
public static class PrimerSetup
{
    public static IServiceCollection AddPrimer(this IServiceCollection services, bool works)
    {
        services.AddSettings<PrimerOptions>("Primer");
        services.TryAddSingleton<ScriptWriter>();
        services.AddSingleton<PrimerStore>().AddSingleton<PrimerEffects>().AddSingleton<PrimerLeases>().AddSingleton<PrimerSchedule>();
        services.AddSingleton<CustomerFinder>().AddSingleton<RunFiles>().AddSingleton<PrimerCards>().AddSingleton<PrimerAnswers>();
        services.AddSingleton(p => new PrimerRequests(
            p.GetRequiredService<PrimerStore>(), p.GetRequiredService<CustomerFinder>(), p.GetRequiredService<PrimerSchedule>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<PrimerRequests>>()));
        services.AddSingleton(p => new PrimerActions(
            p.GetRequiredService<PrimerStore>(), p.GetRequiredService<PrimerSchedule>(), p.GetRequiredService<PrimerRestart>(),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PrimerBoard>().AddSingleton<PrimerFigures>();
        services.AddSingleton<PrimerRestart>().AddSingleton<UnsubscribeLinks>();
        services.AddSingleton(p => new PrimerProgress(
            p.GetRequiredService<Database>(), p.GetRequiredService<PrimerStore>(), p.GetRequiredService<PrimerEffects>()));
        services.AddSingleton<ITool, StartPrimerTool>().AddSingleton<ITool, DecidePrimerTool>().AddSingleton<IWaitingWork, WaitingPrimers>();
        return works ? services.AddPrimerSteps() : services;
    }

    private static IServiceCollection AddPrimerSteps(this IServiceCollection services)
    {
        services.AddScoped<IPrimerStep, ReadRequest>().AddScoped<IPrimerStep, FindCustomer>().AddScoped<IPrimerStep, WriteScript>();
        services.AddScoped<IPrimerStep, Speak>().AddScoped<IPrimerStep, EnhanceVoice>().AddScoped<IPrimerStep, Upload>();
        services.AddScoped<IPrimerStep, Assemble>().AddScoped<IPrimerStep, Deliver>().AddScoped<IPrimerStep, Notify>();
        services.AddScoped<IPrimerStep, CleanUp>();
        services.AddScoped<ClientMailPolicy>().AddScoped<JobNote>().AddScoped<HomeownerMail>();
        services.AddScoped(p => new PrimerPipeline(
            p.GetServices<IPrimerStep>(), p.GetRequiredService<PrimerLeases>(), p.GetRequiredService<PrimerCards>(), p.GetRequiredService<TimeProvider>()));
        services.AddScoped<PrimerWorker>().AddScoped<PrimerEnding>().AddScoped<PrimerOutcome>().AddScoped<PrimerJob>();
        return services.AddRecurring<PrimerSweep>("primer_sweep", p => p.GetRequiredService<IOptions<PrimerOptions>>().Value.Sweep);
    }
}
