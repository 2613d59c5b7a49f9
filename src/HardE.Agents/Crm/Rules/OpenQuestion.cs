using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Rules;

/// <summary>What the person still has to say.</summary>
internal enum OpenKind { Customer, Job, Staff, Stage, Text, Preview }

/// <summary>One thing to choose; <paramref name="Words"/> are folded and find it.</summary>
internal sealed record Option(string Id, string Label, IReadOnlyList<string> Words);

/// <summary>
/// A question of ours that waits for an answer, or a preview that may still be edited. One a person and conversation; while
/// it exists, leap_interaction_agent hears the person first (it is the agent's state document).
/// </summary>
internal sealed record OpenQuestion(OpenKind Kind, CrmAsk Ask)
{
    /// <summary>Name of the document; agent_config.yaml names it as the agent's state.</summary>
    public const string Document = "crm_open";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>What stands in the way, as a sentence; it is said again when the person gives up.</summary>
    public string? Because { get; init; }

    /// <summary>The call that was previewed.</summary>
    public string? Tool { get; init; }
    public string? Arguments { get; init; }

    public static OpenQuestion? Of(TurnContext turn) => turn.State.Get<OpenQuestion>(turn.Mine(Document));

    public static void Close(TurnContext turn)
    {
        if (turn.State.Has(turn.Mine(Document)))
        {
            turn.State.Remove(turn.Mine(Document));
        }
    }

    public void Save(TurnContext turn) => turn.State.Set(turn.Mine(Document), this, Lifetime);

    public static Option Of(JobRow job) => new(
        job.Number ?? job.JobId,
        job.Number ?? job.JobId,
        [.. Folding.Words($"{job.Customer} {job.City} {job.Stage} {job.Rep} {job.Description} {job.Number} {job.JobId}"), .. job.Trades, .. job.Trades.SelectMany(t => Folding.Words(Trades.Display(t)))]);

    public static Option Of(CustomerRow customer) => new(
        customer.CustomerId, customer.Name, [.. Folding.Words($"{customer.Name} {customer.City} {customer.NewestStage} {Folding.Digits(customer.Phone)} {customer.CustomerId}")]);

    public static Option Of(CrmUser user) => new(user.Id.Value, user.Name, [.. Folding.Words($"{user.Name} {user.Role} {user.Email}")]);
}
