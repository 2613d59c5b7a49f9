using System.Text.Json.Nodes;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Rules;

/// <summary>Lists: the pipeline, a stage, somebody's jobs, jobs nobody has touched.</summary>
internal static class ListPlan
{
    public static Decision Next(CrmSteps steps, CrmAsk ask)
    {
        if (steps.ResultOf("find_jobs") is { } found)
        {
            return steps.Reply(found);
        }

        var arguments = new JsonObject();
        Add("stage", ask.Stage);
        Add("rep", ask.Rep);
        Add("trade", ask.Trades.Count > 0 ? ask.Trades[0] : null);
        Add("updated_since", Since(ask.ChangedDays));
        Add("not_updated_since", Since(ask.UntouchedDays));
        return Decision.Tool("find_jobs", arguments);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                arguments[name] = value;
            }
        }

        string? Since(int? days) => days is { } count ? steps.Turn.Now.ToUniversalTime().AddDays(-count).ToString("O") : null;
    }
}
