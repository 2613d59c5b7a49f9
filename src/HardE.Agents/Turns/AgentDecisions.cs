using HardE.Agents.Roster;

namespace HardE.Agents.Turns;

/// <summary>Who decides for an agent: its rules first, a model, if there is one, what they leave open.</summary>
public sealed class AgentDecisions(IEnumerable<IAgentRules> rules, ModelDecisions models)
{
    private readonly Dictionary<string, IAgentRules> rulesOf = rules.ToDictionary(r => r.Agent, StringComparer.Ordinal);

    public async Task<Decision> DecideAsync(AgentDefinition agent, TurnWork work, CancellationToken ct)
    {
        if (!ModelDecisions.Drives(agent, work) && rulesOf.TryGetValue(agent.Id, out var own))
        {
            var decision = await own.DecideAsync(work.Context, ct);
            if (decision is not Decision.Unsure || !models.CanServe(agent))
            {
                return decision;
            }
        }

        return models.CanServe(agent) ? await models.DecideAsync(agent, work, ct) : new Decision.Unsure();
    }
}
