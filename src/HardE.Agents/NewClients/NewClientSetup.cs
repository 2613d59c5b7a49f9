using HardE.Agents.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.NewClients;

/// <summary>Plugs in the intake of new customers.</summary>
public static class NewClientSetup
{
    public static IServiceCollection AddNewClients(this IServiceCollection services) => services
        .AddSingleton<Duplicates>()
        .AddSingleton<Intake>()
        .AddSingleton(provider => new NewClientFields(provider.GetRequiredService<Intake>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IAgentRules, NewClientRules>()
        .AddSingleton<IWaitingWork, WaitingNewClients>()
        .AddSingleton<ITool, FindDuplicatesTool>()
        .AddSingleton<ITool, UpdateNewCustomerTool>()
        .AddSingleton<ITool, ShowNewCustomerTool>()
        .AddSingleton<ITool, SubmitNewCustomerTool>();
}
