using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HardE.Agents.Triage;

/// <summary>Plugs the router in.</summary>
public static class TriageSetup
{
    /// <summary>Needs <c>AddRoster</c>. The classifier is trained once, right after the start.</summary>
    public static IServiceCollection AddTriage(this IServiceCollection services)
    {
        services.AddSettings<TriageOptions>("Triage");
        services.AddSingleton(p => new Lazy<UtteranceClassifier>(() => UtteranceClassifier.Train(p.GetRequiredService<AgentRoster>())));
        services.AddSingleton<HelpTexts>();
        services.AddSingleton<IAgentRules, TriageRules>();
        services.AddHostedService<WarmUp>();
        return services;
    }

    /// <summary>Trains the classifier while the host is already serving, so that neither the start nor a person waits for it.</summary>
    private sealed class WarmUp(Lazy<UtteranceClassifier> classifier) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            _ = classifier.Value;
        }
    }
}
