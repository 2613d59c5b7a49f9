using HardE.Agents.Models;
using HardE.Agents.Roster;

namespace HardE.Agents.Turns;

/// <summary>What a model is held to, by code: stop, limits of the run, budgets, clean answers.</summary>
public sealed class ModelRules(AgentConfig config, Budgets budgets, StopOrders stops, Guardrails guardrails, TurnSteps steps)
{
    private const int MostRepeats = 2;
    private readonly RunLimits limits = config.Limits.Run;

    /// <summary>True when this question has to be the last: tools are off, the model says what is done and what is open.</summary>
    public bool MustAnswer(TurnWork work) =>
        work.ModelCalls + 1 >= limits.ModelCalls
        || work.Usd >= limits.Usd
        || work.Repeats >= MostRepeats
        || work.Context.Steps.Count >= limits.ToolCalls
        || work.Elapsed >= TimeSpan.FromMinutes(limits.Minutes);

    /// <summary>Lets the question pass, with money set aside.</summary>
    /// <exception cref="TurnStoppedException">The person has said stop meanwhile.</exception>
    /// <exception cref="BudgetException">No money is left, or the last answer of the run was given.</exception>
    public async Task AdmitAsync(TurnWork work, decimal mostUsd, CancellationToken ct)
    {
        await stops.CheckAsync(work.Context.Request, ct);
        if (work.ModelCalls >= limits.ModelCalls)
        {
            throw new BudgetException($"This message has used its {limits.ModelCalls} questions to the language model. Please say the rest in smaller steps.");
        }

        await budgets.ReserveAsync(work.Context.Request, mostUsd, work.ModelCalls == 0, ct);
    }

    /// <summary>Stores the answer before anything is done with it, and books what it cost; finished also when the person says stop meanwhile.</summary>
    public async Task RecordAsync(TurnWork work, AgentDefinition agent, ModelAnswer answer, decimal reserved)
    {
        var seq = await steps.NoteAsync(work, "model", agent.Id, agent.Model, answer.RequestHash, TurnJson.Write(answer), durable: true, work.Lifetime);
        await budgets.SettleAsync(work.Context.Request, seq, agent.Id, answer.Usage, reserved, work.Lifetime);
    }

    public string Clean(string text, TurnWork work) => guardrails.Clean(text, work.Context);
}
