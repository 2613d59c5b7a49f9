using System.Data.Common;
using System.Globalization;
using Dapper;
using HardE.Agents.Models;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Turns;

/// <summary>
/// Money of models: reserved before each question, settled after it, refused when a person's day or the company's month is
/// used up. A reservation that a kill left behind stays counted: rather too much than too little.
/// </summary>
public sealed class Budgets(Database database, AgentConfig config, IOptions<CompanyOptions> company, TimeProvider clock)
{
    private const decimal Micros = 1_000_000m;

    /// <summary>Sets money aside for one question; also counts the person's turns in this minute.</summary>
    /// <param name="isFirst">True for the first question of a turn.</param>
    /// <exception cref="BudgetException">There is none left; the message is a sentence for the person.</exception>
    public Task ReserveAsync(TurnRequest request, decimal usd, bool isFirst, CancellationToken ct)
    {
        var limits = config.Limits;
        return database.WriteAsync(
            async db =>
            {
                if (isFirst && !await TakeAsync(db, request.Tenant, Minute(request), 1, limits.User.RunsPerMinute, TimeSpan.FromMinutes(2)))
                {
                    throw new BudgetException($"You have asked the language model {limits.User.RunsPerMinute} times in this minute. Wait a moment, or ask in plainer words: what I know by rules still works.");
                }

                if (!await TakeAsync(db, request.Tenant, Day(request), ToMicros(usd), ToMicros(limits.User.UsdPerDay), TimeSpan.FromDays(2)))
                {
                    throw new BudgetException($"Your language model budget for today ({Money(limits.User.UsdPerDay)}) is used up. What I know by rules still works; an admin can raise limits.user.usd_per_day in agent_config.yaml.");
                }

                if (!await TakeAsync(db, request.Tenant, Month(), ToMicros(usd), ToMicros(limits.Tenant.UsdPerMonth), TimeSpan.FromDays(40)))
                {
                    throw new BudgetException($"The company's language model budget for this month ({Money(limits.Tenant.UsdPerMonth)}) is used up. What I know by rules still works; an admin can raise limits.tenant.usd_per_month in agent_config.yaml.");
                }
            },
            ct);
    }

    /// <summary>Replaces what was set aside by what it cost, and records the question.</summary>
    public Task SettleAsync(TurnRequest request, long seq, string agent, UsageRecord cost, decimal reserved, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var difference = ToMicros(cost.Usd) - ToMicros(reserved);
            if (difference != 0)
            {
                await db.ExecuteAsync(
                    "UPDATE model_budget SET used = used + @difference WHERE tenant = @Tenant AND scope IN (@day, @month)",
                    new { request.Tenant, difference, day = Day(request), month = Month() });
            }

            await db.ExecuteAsync(
                """
                INSERT INTO model_usage (tenant, turn_id, seq, user_id, agent, model, input, output, cached, reasoning, usd_micros, estimated, at)
                VALUES (@Tenant, @Id, @seq, @UserId, @agent, @Model, @Input, @Output, @Cached, @Reasoning, @micros, @guessed, @now)
                ON CONFLICT (tenant, turn_id, seq) DO NOTHING
                """,
                new
                {
                    request.Tenant,
                    request.Id,
                    seq,
                    request.Speaker.UserId,
                    agent,
                    cost.Model,
                    cost.Input,
                    cost.Output,
                    cost.Cached,
                    cost.Reasoning,
                    micros = ToMicros(cost.Usd),
                    guessed = cost.Estimated ? 1L : 0L,
                    now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                });
        },
        ct);

    /// <summary>Share of the month's money that is spent or reserved, 0 and more; 0 for a company without a limit.</summary>
    public Task<double> MonthShareAsync(string tenant, CancellationToken ct) => database.ReadAsync(
        async db => config.Limits.Tenant.UsdPerMonth <= 0 ? 0
            : await db.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(used), 0) FROM model_budget WHERE tenant = @tenant AND scope = @month", new { tenant, month = Month() })
                / (double)ToMicros(config.Limits.Tenant.UsdPerMonth),
        ct);

    /// <returns>False when the period has not that much left; then nothing is counted.</returns>
    private async Task<bool> TakeAsync(DbConnection db, string tenant, string scope, long amount, long limit, TimeSpan kept)
    {
        if (amount == 0)
        {
            return true;
        }

        var now = clock.GetUtcNow();
        return amount <= limit && await db.ExecuteScalarAsync<long?>(
            """
            INSERT INTO model_budget (tenant, scope, used, until) VALUES (@tenant, @scope, @amount, @until)
            ON CONFLICT (tenant, scope) DO UPDATE SET used = model_budget.used + excluded.used WHERE model_budget.used + excluded.used <= @limit
            RETURNING used
            """,
            new { tenant, scope, amount, limit, until = (now + kept).ToUnixTimeMilliseconds() }) is not null;
    }

    private string Month() => "month:" + Local().ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private string Day(TurnRequest request) => $"day:{Local().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:{request.Speaker.UserId}";

    private string Minute(TurnRequest request) => $"minute:{(clock.GetUtcNow().ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture)}:{request.Speaker.UserId}";

    private DateTimeOffset Local() => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), company.Value.Zone);

    private static long ToMicros(decimal usd) => (long)Math.Ceiling(usd * Micros);

    private static string Money(decimal usd) => usd.ToString("$0.00", CultureInfo.InvariantCulture);
}

/// <summary>A person's or the company's money for models is used up; the message is a sentence for the person.</summary>
public sealed class BudgetException(string sentence) : Exception(sentence);
