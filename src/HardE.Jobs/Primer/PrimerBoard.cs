using Dapper;
using HardE.Agents.Crm;
using HardE.Agents.State;

namespace HardE.Jobs.Primer;

/// <summary>What to look for among the runs; empty members are not looked at.</summary>
public sealed record PrimerFilter
{
    /// <summary>Words of customer, job number or asker, or the end of a run's id.</summary>
    public string Text { get; init; } = "";

    /// <summary>One state, or <c>waiting</c> for all that wait for a person.</summary>
    public string State { get; init; } = "";

    /// <summary>Name of the step that comes next.</summary>
    public string Step { get; init; } = "";

    /// <summary>Words of the reason why it failed or waits.</summary>
    public string Error { get; init; } = "";

    /// <summary>First and last day of the order, UTC.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}

/// <summary>A line of the list.</summary>
public sealed record PrimerLine(
    string Id, PrimerState State, int StepsDone, string Customer, string? Job, string Asker, string? Reason, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt)
{
    /// <summary>The step that comes next; null when all are done.</summary>
    public string? Step => StepsDone < PrimerPipeline.Order.Count ? PrimerPipeline.Order[StepsDone] : null;
}

/// <summary>A page of the list, newest first.</summary>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record PrimerPage(IReadOnlyList<PrimerLine> Lines, string? Next);

/// <summary>Lists of runs for the dashboard: by key, never by offset, so that page 2,000 is as quick as the first.</summary>
public sealed class PrimerBoard(Database database)
{
    /// <summary>States in which somebody has to say something.</summary>
    public static readonly IReadOnlyList<PrimerState> Waiting = [PrimerState.Asking, PrimerState.Held];

    /// <param name="after">Where the page before ended; null for the first.</param>
    public async Task<PrimerPage> ListAsync(string tenant, PrimerFilter filter, string? after, int size, CancellationToken ct)
    {
        var values = new DynamicParameters(new { tenant, most = (long)size + 1 });
        var conditions = new List<string> { "tenant = @tenant" };
        AddState(filter, conditions, values);
        AddWords(filter, conditions, values);
        AddTimes(filter, after, conditions, values);
        var where = string.Join(" AND ", conditions);

        // The inner query walks an index; only the lines of the page are read whole.
        var rows = await database.ReadAsync(
            async db => (await db.QueryAsync<Row>(
                $"""
                SELECT r.id, r.state, r.steps_done, r.customer, r.job, r.asker, r.reason, r.created_at, r.ended_at FROM primer_run r
                JOIN (SELECT id AS found FROM primer_run WHERE {where} ORDER BY created_at DESC, id DESC LIMIT @most) page ON page.found = r.id
                WHERE r.tenant = @tenant ORDER BY r.created_at DESC, r.id DESC
                """,
                values)).ToList(),
            ct);
        var lines = rows.Take(size).Select(r => r.ToLine()).ToList();
        return new PrimerPage(lines, rows.Count > size ? FormattableString.Invariant($"{rows[size - 1].CreatedAt}_{rows[size - 1].Id}") : null);
    }

    /// <summary>How many runs are in each state.</summary>
    public Task<IReadOnlyDictionary<PrimerState, long>> CountsAsync(string tenant, CancellationToken ct) => database.ReadAsync<IReadOnlyDictionary<PrimerState, long>>(
        async db => (await db.QueryAsync<(string State, long Count)>("SELECT state, COUNT(*) FROM primer_run WHERE tenant = @tenant GROUP BY state", new { tenant }))
            .ToDictionary(c => PrimerRows.State(c.State), c => c.Count),
        ct);

    /// <summary>Changes whenever a run of the company does, or this one: what a page that follows along looks at.</summary>
    public Task<string> StampAsync(string tenant, string? run, CancellationToken ct) => database.ReadAsync(
        async db => FormattableString.Invariant($"{await db.ExecuteScalarAsync<long?>(
            run is null
                ? "SELECT MAX(updated_at) FROM primer_run WHERE tenant = @tenant"
                : "SELECT version FROM primer_run WHERE tenant = @tenant AND id = @run",
            new { tenant, run })}"),
        ct);

    private static void AddState(PrimerFilter filter, List<string> conditions, DynamicParameters values)
    {
        if (filter.State == "waiting")
        {
            conditions.Add($"state IN ({string.Join(", ", Waiting.Select(s => $"'{PrimerRows.Word(s)}'"))})");
        }
        else if (Enum.TryParse<PrimerState>(filter.State, ignoreCase: true, out var state))
        {
            conditions.Add("state = @state");
            values.Add("state", PrimerRows.Word(state));
        }

        if (PrimerPipeline.Order.ToList().IndexOf(filter.Step) is >= 0 and var step)
        {
            conditions.Add("steps_done = @step");
            values.Add("step", (long)step);
        }
    }

    private static void AddWords(PrimerFilter filter, List<string> conditions, DynamicParameters values)
    {
        if (filter.Text.Trim() is { Length: > 0 } text)
        {
            values.Add("text", $"%{Literal(Folding.Fold(text))}%");
            var isId = text.Length >= 6 && text.All(char.IsAsciiHexDigitLower);
            conditions.Add(isId ? "(search LIKE @text ESCAPE '!' OR id LIKE @ending)" : "search LIKE @text ESCAPE '!'");
            values.Add("ending", $"%{(isId ? text : "")}");
        }

        if (filter.Error.Trim() is { Length: > 0 } error)
        {
            conditions.Add("LOWER(reason) LIKE @error ESCAPE '!'");
            values.Add("error", $"%{Literal(error)}%");
        }
    }

    private static void AddTimes(PrimerFilter filter, string? after, List<string> conditions, DynamicParameters values)
    {
        if (filter.From is { } from)
        {
            conditions.Add("created_at >= @from");
            values.Add("from", Midnight(from));
        }

        if (filter.To is { } to)
        {
            conditions.Add("created_at < @to");
            values.Add("to", Midnight(to.AddDays(1)));
        }

        if (after?.Split('_') is [var at, var id] && long.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var time))
        {
            conditions.Add("(created_at < @time OR (created_at = @time AND id < @id))");
            conditions.Add("created_at <= @time"); // the same in a form that an index can begin at
            values.Add("time", time);
            values.Add("id", id);
        }
    }

    private static long Midnight(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The words themselves: their signs are no wildcards.</summary>
    private static string Literal(string text) =>
        text.ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string State { get; init; } = "";
        public long StepsDone { get; init; }
        public string Customer { get; init; } = "";
        public string? Job { get; init; }
        public string Asker { get; init; } = "";
        public string? Reason { get; init; }
        public long CreatedAt { get; init; }
        public long? EndedAt { get; init; }

        public PrimerLine ToLine() => new(
            Id, PrimerRows.State(State), (int)StepsDone, Customer, Job, Asker, Reason, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            EndedAt is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null);
    }
}
