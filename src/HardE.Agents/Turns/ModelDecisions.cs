using HardE.Agents.Models;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.Turns.Numbers;
using Microsoft.Extensions.Logging;

namespace HardE.Agents.Turns;

/// <summary>
/// The model's part of the loop. Each answer is on disk before anything is done with it, so a restart goes on with the
/// same answer instead of paying for another.
/// </summary>
public sealed class ModelDecisions(AgentRoster roster, ModelStage model, ToolRunner tools, ModelRules rules, ILogger<ModelDecisions> log)
{

    public bool CanServe(AgentDefinition agent) => model.CanServe(agent);

    /// <summary>True once the model has taken over for this agent in this turn: it sees its own tool results first.</summary>
    public static bool Drives(AgentDefinition agent, TurnWork work) => work.ModelAgents.Contains(agent.Id);

    public async Task<Decision> DecideAsync(AgentDefinition agent, TurnWork work, CancellationToken ct)
    {
        work.ModelAgents.Add(agent.Id);
        try
        {
            var recorded = work.TakeRecordedAnswer();
            var answer = recorded ?? await AskAsync(agent, work, ct);
            work.Usd += answer.Usage.Usd;
            return Decide(agent, answer, work);
        }
        catch (BudgetException spent)
        {
            return new Decision.Reply(new TurnReply(agent.Id, spent.Message));
        }
        catch (ServiceException problem)
        {
            Log.ModelFailed(log, problem, work.Context.TurnId, problem.Failure);
            return new Decision.Reply(new TurnReply(agent.Id, Sentence(problem, work)));
        }
    }

    private async Task<ModelAnswer> AskAsync(AgentDefinition agent, TurnWork work, CancellationToken ct)
    {
        var handoffs = agent.Handoffs.Where(roster.Has).Select(id => roster[id]).ToList();
        var mustAnswer = rules.MustAnswer(work);
        var question = model.Prepare(agent, work.Context, tools.Of(agent), handoffs, mustAnswer);
        await rules.AdmitAsync(work, question.MostUsd, ct);
        work.ModelCalls++;
        var answer = await model.AskAsync(question, ct);
        await rules.RecordAsync(work, agent, answer, question.MostUsd);
        return answer;
    }

    private Decision Decide(AgentDefinition agent, ModelAnswer answer, TurnWork work)
    {
        if (answer.Calls.Count > 0)
        {
            return new Decision.Call(answer.Calls, answer.HandOver);
        }

        if (answer.HandOver is { } other)
        {
            return new Decision.HandOver(other);
        }

        if (string.IsNullOrWhiteSpace(answer.Text))
        {
            return new Decision.Unsure();
        }

        var reply = NumberRule.Check(answer.Text, work.Context);
        if (reply.Dropped > 0)
        {
            Log.NumbersDropped(log, work.Context.TurnId, reply.Dropped);
        }

        return new Decision.Reply(new TurnReply(agent.Id, rules.Clean(reply.Text, work)));
    }

    private static string Sentence(ServiceException problem, TurnWork work) => problem.Failure switch
    {
        Failure.Refused => $"The language model refuses our key or our request. An admin can see why with ./harde doctor --live. {ToolRunner.Reference(work.Context)}",
        _ => $"The language model does not answer at the moment, so I could not finish this. Please ask again in a minute. {ToolRunner.Reference(work.Context)}",
    };
}
