using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>The record that was last shown or chosen: what "her job" and "that one" mean. One a person and conversation.</summary>
public sealed record CrmFocus(string CustomerId, string Customer, string? JobId, string? JobNumber)
{
    private const string Document = "crm_focus";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static CrmFocus? Of(TurnContext turn) => turn.State.Get<CrmFocus>(turn.Mine(Document));

    public static void Set(TurnContext turn, CustomerData c)
    {
        var open = c.Jobs.Where(j => j.Open).ToList();
        var only = open is [var job] ? job : null;
        var before = Of(turn);
        Set(turn, only is null && before?.CustomerId == c.CustomerId ? before : new CrmFocus(c.CustomerId, c.Name, only?.JobId, only?.Number));
    }

    public static void Set(TurnContext turn, JobRow job) =>
        Set(turn, new CrmFocus(job.CustomerId, job.Customer, job.JobId, job.Number));

    private static void Set(TurnContext turn, CrmFocus focus) => turn.State.Set(turn.Mine(Document), focus, Lifetime);
}
