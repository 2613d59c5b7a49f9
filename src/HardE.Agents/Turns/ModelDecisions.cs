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
public sealed class ModelDecisions(AgentRoster roster, ModelStage model, ToolRunner tools, TurnSteps steps, StopOrders stops, ILogger<ModelDecisions> log)
{
    private const int MostCalls = 12;

    public bool CanServe(AgentDefinition agent) => model.CanServe(agent);

    /// <summary>True once the model has taken over for this agent in this turn: it sees its own tool results first.</summary>
    public static bool Drives(AgentDefinition agent, TurnWork work) => work.ModelAgents.Contains(agent.Id);

    public async Task<Decision> DecideAsync(AgentDefinition agent, TurnWork work, CancellationToken ct)
    {
        work.ModelAgents.Add(agent.Id);
        try
        {
            var answer = work.TakeRecordedAnswer() ?? await AskAsync(agent, work, ct);
            return Decide(agent, answer, work);
        }
        catch (ServiceException problem)
        {
            Log.ModelFailed(log, problem, work.Context.TurnId, problem.Failure);
            return new Decision.Reply(new TurnReply(agent.Id, Sentence(problem, work)));
        }
    }

    private async Task<ModelAnswer> AskAsync(AgentDefinition agent, TurnWork work, CancellationToken ct)
    {
        await stops.CheckAsync(work.Context.Request, ct);
        var handoffs = agent.Handoffs.Where(roster.Has).Select(id => roster[id]).ToList();
        var toolsOff = ++work.ModelCalls >= MostCalls;
        var answer = await model.AskAsync(agent, work.Context, tools.Of(agent), handoffs, toolsOff, ct);
        await steps.NoteAsync(work, "model", agent.Id, agent.Model, answer.RequestHash, TurnJson.Write(answer), durable: true, ct);
        return answer;
    }

    private Decision Decide(AgentDefinition agent, ModelAnswer answer, TurnWork work)
    {
        if (answer.Calls.Count > 0)
        {
            return new Decision.Call(answer.Calls);
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

        return new Decision.Reply(new TurnReply(agent.Id, reply.Text));
    }

    private static string Sentence(ServiceException problem, TurnWork work) => problem.Failure switch
    {
        Failure.Refused => $"The language model refuses our key or our request. An admin can see why with ./harde doctor --live. {ToolRunner.Reference(work.Context)}",
        _ => $"The language model does not answer at the moment, so I could not finish this. Please ask again in a minute. {ToolRunner.Reference(work.Context)}",
    };
}
