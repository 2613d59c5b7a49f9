using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace HardE.Agents.State;

/// <summary>
/// Brings the tables up to date at start: numbered scripts in the <c>Schema</c> folders, each applied once, under a lock.
/// A script is <c>0001_name.sql</c>, or <c>.sqlite.sql</c> / <c>.postgres.sql</c> where one text cannot serve both.
/// </summary>
public sealed class SchemaUpdater(Database database, IEnumerable<SchemaSource> sources, TimeProvider clock)
{
    private const long LockNumber = 0x48617264; // "Hard"

    /// <exception cref="SchemaException">The database was made by a newer program.</exception>
    public Task UpdateAsync(CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            if (database.Kind == DatabaseKind.Postgres)
            {
                await db.ExecuteAsync("SELECT pg_advisory_xact_lock(@LockNumber)", new { LockNumber });
            }

            await db.ExecuteAsync(
                """
                CREATE TABLE IF NOT EXISTS schema_script (
                    project TEXT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, applied_at BIGINT NOT NULL,
                    PRIMARY KEY (project, number))
                """);
            foreach (var source in sources)
            {
                await UpdateAsync(db, source);
            }
        },
        ct);

    private async Task UpdateAsync(DbConnection db, SchemaSource source)
    {
        var project = source.Assembly.GetName().Name ?? throw new InvalidOperationException("An assembly without a name.");
        var scripts = Scripts(source.Assembly, project);
        var applied = (await db.QueryAsync<long>(
            "SELECT number FROM schema_script WHERE project = @project", new { project })).ToHashSet();
        var newest = scripts.Count == 0 ? 0 : scripts[^1].Number;
        if (applied.Count > 0 && applied.Max() > newest)
        {
            throw new SchemaException(
                $"The database holds {project} schema {applied.Max()}, this program knows {newest}: start the newer program, or restore the backup that belongs to this one.");
        }

        foreach (var script in scripts.Where(s => !applied.Contains(s.Number)))
        {
            await db.ExecuteAsync(script.Sql());
            await db.ExecuteAsync(
                "INSERT INTO schema_script (project, number, name, applied_at) VALUES (@project, @Number, @Name, @now)",
                new { project, script.Number, script.Name, now = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        }
    }

    private List<Script> Scripts(Assembly assembly, string project)
    {
        var prefix = project + ".Schema.";
        var other = database.Kind == DatabaseKind.Sqlite ? ".postgres.sql" : ".sqlite.sql";
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && !n.EndsWith(other, StringComparison.Ordinal))
            .Select(n => new Script(
                long.Parse(n.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), n[prefix.Length..], () => Read(assembly, n)))
            .OrderBy(s => s.Number)];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Script(long Number, string Name, Func<string> Sql);
}

/// <summary>A project that owns tables.</summary>
public sealed record SchemaSource(Assembly Assembly);

/// <summary>The tables do not fit this program.</summary>
public sealed class SchemaException(string message) : Exception(message);
