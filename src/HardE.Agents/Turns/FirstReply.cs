using HardE.Agents.Models;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Turns;

/// <summary>Says once in a conversation which world this is and whether a model helps.</summary>
public sealed class FirstReply(AgentRoster roster, ModelStage model, IOptions<CompanyOptions> company)
{
    public TurnReply Complete(TurnWork work, TurnReply reply)
    {
        if (!work.Record.FirstInConversation)
        {
            return reply;
        }

        var notes = new List<string>();
        notes.Add(company.Value.Demo ? "customers and prices here are samples" : $"these are the live records of {company.Value.Name}");

        if (!roster.All.Any(model.CanServe))
        {
            notes.Add("I work by rules, without a language model: plain requests work best");
        }

        return reply with { Text = $"{reply.Text}\n\n_Good to know: {string.Join("; ", notes)}._" };
    }
}
