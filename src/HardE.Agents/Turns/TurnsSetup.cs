using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.Turns;

/// <summary>Plugs in the loop that turns a message into an answer.</summary>
internal static class TurnsSetup
{
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<TurnRunner>().AddSingleton<TurnDecisions>().AddSingleton<AgentLoop>().AddSingleton<ModelDecisions>().AddSingleton<AgentDecisions>().AddSingleton<TurnAnswers>().AddSingleton<WaitingList>()
        .AddSingleton<FirstReply>().AddSingleton<ToolRunner>().AddSingleton<TurnSteps>().AddSingleton<Approvals>()
        .AddSingleton<Budgets>().AddSingleton<ModelRules>().AddSingleton<ToolPolicy>().AddSingleton<Guardrails>()
        .AddSingleton<StandingAnswers>().AddSingleton<StopOrders>().AddSingleton<RunningTurns>().AddSingleton<IWaitingWork, WaitingQuestions>().AddSingleton<IWaitingWork, WaitingBudget>();
}
