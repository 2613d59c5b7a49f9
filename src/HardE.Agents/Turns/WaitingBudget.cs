using HardE.Agents.Roster;

namespace HardE.Agents.Turns;

/// <summary>Tells owners and admins when the month's money for models runs out.</summary>
internal sealed class WaitingBudget(Budgets budgets, AgentConfig config, TimeProvider clock) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(WaitingFor who, CancellationToken ct)
    {
        if (who.Speaker.Role is not (Roles.Owner or Roles.Admin))
        {
            return [];
        }

        var share = await budgets.MonthShareAsync(who.Tenant, ct);
        return share < config.Limits.Tenant.WarnAt ? [] :
        [
            new WaitingItem(
                $"The language models have used {share:P0} of this month's {config.Limits.Tenant.UsdPerMonth:$0.00}", clock.GetUtcNow(),
                "raise limits.tenant.usd_per_month in agent_config.yaml, or let the rules do the rest", false),
        ];
    }
}
