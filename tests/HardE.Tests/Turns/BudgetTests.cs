using HardE.Agents.Models;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Tests.State;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Turns;

public sealed class BudgetTests
{
    private static readonly AgentConfig Config = new()
    {
        Limits = new LimitsEntry
        {
            User = new UserLimits { UsdPerDay = 1m, RunsPerMinute = 2 },
            Tenant = new TenantLimits { UsdPerMonth = 2m, WarnAt = 0.8 },
        },
    };

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_days_money_is_reserved_settled_and_then_refused(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var budgets = Budgets(test);

        await budgets.ReserveAsync(A.Request("a"), 0.9m, isFirst: false, default);
        var refused = await Should.ThrowAsync<BudgetException>(budgets.ReserveAsync(A.Request("b"), 0.2m, isFirst: false, default));
        await budgets.SettleAsync(A.Request("a"), 1, "triage_agent", new UsageRecord("main", 100, 20, 0, 0, 0.1m, false), 0.9m, default);
        await budgets.ReserveAsync(A.Request("b"), 0.2m, isFirst: false, default);

        refused.Message.ShouldContain("$1.00");
        (await budgets.MonthShareAsync("main", default)).ShouldBe(0.15, 0.0001);
    }

    [Fact]
    public async Task A_refused_reservation_takes_nothing_from_the_other_period()
    {
        await using var test = await TestDatabase.CreateAsync();
        var budgets = Budgets(test);
        await budgets.ReserveAsync(A.Request("a", speaker: A.Rep("U1")), 1m, false, default);
        await budgets.ReserveAsync(A.Request("b", speaker: A.Rep("U2")), 0.9m, false, default);

        var refused = await Should.ThrowAsync<BudgetException>(budgets.ReserveAsync(A.Request("c", speaker: A.Rep("U3")), 0.5m, false, default));
        await budgets.ReserveAsync(A.Request("d", speaker: A.Rep("U3")), 0.1m, false, default);

        refused.Message.ShouldContain("company's");
        (await budgets.MonthShareAsync("main", default)).ShouldBe(1, 0.0001);
    }

    [Fact]
    public async Task Turns_that_ask_a_model_are_counted_by_the_minute()
    {
        await using var test = await TestDatabase.CreateAsync();
        var budgets = Budgets(test);
        await budgets.ReserveAsync(A.Request("a"), 0, isFirst: true, default);
        await budgets.ReserveAsync(A.Request("a"), 0, isFirst: false, default);
        await budgets.ReserveAsync(A.Request("b"), 0, isFirst: true, default);

        (await Should.ThrowAsync<BudgetException>(budgets.ReserveAsync(A.Request("c"), 0, isFirst: true, default))).Message.ShouldContain("2 times");
        await budgets.ReserveAsync(A.Request("c", speaker: A.Rep("U2")), 0, isFirst: true, default);
    }

    [Fact]
    public async Task Owners_are_told_when_the_month_runs_out()
    {
        await using var test = await TestDatabase.CreateAsync();
        var budgets = Budgets(test);
        var waiting = new WaitingBudget(budgets, Config, TimeProvider.System);
        await budgets.ReserveAsync(A.Request("a"), 1m, false, default);
        (await waiting.OfAsync(new WaitingFor("main", A.Rep(role: Roles.Owner), null), default)).ShouldBeEmpty();
        await budgets.ReserveAsync(A.Request("a", speaker: A.Rep("U2")), 0.7m, false, default);

        (await waiting.OfAsync(new WaitingFor("main", A.Rep(role: Roles.Owner), null), default)).ShouldHaveSingleItem().What.ShouldContain("85");
        (await waiting.OfAsync(new WaitingFor("main", A.Rep(), null), default)).ShouldBeEmpty();
    }

    private static Budgets Budgets(TestDatabase test) => new(test.Database, Config, Options.Create(new CompanyOptions()), TimeProvider.System);
}
