using HardE.Agents.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.Scripting;

/// <summary>Plugs in the scripts.</summary>
public static class ScriptingSetup
{
    public static IServiceCollection AddScripting(this IServiceCollection services)
    {
        services.AddSingleton<ScriptWriter>().AddSingleton<ScriptDesk>().AddSingleton<ScriptCustomers>();
        services.AddSingleton<ITool, WritePrimerScriptTool>().AddSingleton<ITool, WriteStandardScriptTool>();
        services.AddSingleton<ITool, ReviseScriptTool>().AddSingleton<ITool, ReadAloudTool>();
        services.AddSingleton<IAgentRules, ScriptingRules>().AddSingleton<IWaitingWork, WaitingScripts>();
        return services;
    }
}
