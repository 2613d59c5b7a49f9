using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using HardE.Agents.State;

namespace HardE.Agents.CallAnalysis.Recorded;

/// <summary>What those who were recorded agreed to.</summary>
public enum CallConsent
{
    /// <summary>Nobody knows; the call is kept and takes part in nothing.</summary>
    Unknown,

    /// <summary>One party knew, where the law asks for no more.</summary>
    OneParty,

    /// <summary>Everybody on it agreed.</summary>
    All,
}

/// <summary>A recorded call of the company.</summary>
/// <param name="Body">The talk, line by line.</param>
/// <param name="RolesBy">Who said which voice is the rep's.</param>
public sealed record RecordedCall(string Id, string Title, string Trade, string Rep, string Lead, CallConsent Consent, string RolesBy, string Body);

/// <summary>Recorded calls that were brought in. Their table is in Schema/0015_calls.sql.</summary>
public sealed class RecordedCalls(Database database, Vault vault, TimeProvider clock)
{
    /// <summary>Numbers below it belong to the calls of the knowledge folder.</summary>
    private const int FirstNumber = 101;

    private const string Columns = "id AS Id, title AS Title, trade AS Trade, rep AS Rep, lead AS Lead, consent AS Consent, roles_by AS RolesBy, body AS Body";

    /// <summary>Keeps a call; the same file again only changes what is said about it.</summary>
    /// <param name="file">The file as it came: the same bytes are the same call.</param>
    /// <param name="call">The call; its id is chosen here.</param>
    /// <returns>Its id, and whether it was there before.</returns>
    public Task<(string Id, bool WasThere)> SaveAsync(string tenant, string file, RecordedCall call, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)));
            var there = await db.QuerySingleOrDefaultAsync<string?>("SELECT id FROM recorded_call WHERE tenant = @tenant AND digest = @digest", new { tenant, digest });
            var last = await db.QuerySingleAsync<string?>("SELECT MAX(id) FROM recorded_call WHERE tenant = @tenant", new { tenant });
            var id = there ?? $"call-{((last is null ? FirstNumber - 1 : int.Parse(last[5..], CultureInfo.InvariantCulture)) + 1).ToString("0000", CultureInfo.InvariantCulture)}";
            await db.ExecuteAsync(
                """
                INSERT INTO recorded_call (tenant, id, digest, title, trade, rep, lead, consent, roles_by, body, imported_at)
                VALUES (@tenant, @id, @digest, @Title, @Trade, @Rep, @Lead, @consent, @RolesBy, @body, @now)
                ON CONFLICT (tenant, digest) DO UPDATE SET title = excluded.title, trade = excluded.trade, rep = excluded.rep, lead = excluded.lead,
                    consent = excluded.consent, roles_by = excluded.roles_by, body = excluded.body
                """,
                new { tenant, id, digest, call.Title, call.Trade, call.Rep, call.Lead, consent = Word(call.Consent), call.RolesBy, body = vault.Seal(call.Body), now = clock.GetUtcNow().ToUnixTimeMilliseconds() });
            return (id, there is not null);
        },
        ct);

    /// <summary>All calls of the company, those without consent too.</summary>
    public Task<IReadOnlyList<RecordedCall>> ListAsync(string tenant, CancellationToken ct) => database.ReadAsync<IReadOnlyList<RecordedCall>>(
        async db => [.. (await db.QueryAsync<Stored>($"SELECT {Columns} FROM recorded_call WHERE tenant = @tenant ORDER BY id", new { tenant }))
            .Select(s => new RecordedCall(s.Id, s.Title, s.Trade, s.Rep, s.Lead, Read(s.Consent), s.RolesBy, vault.Open(s.Body)))],
        ct);

    /// <summary>Removes a call, as people may ask for who were recorded.</summary>
    /// <returns>False when there was none of that id.</returns>
    public Task<bool> RemoveAsync(string tenant, string id, CancellationToken ct) => database.WriteAsync(
        async db => await db.ExecuteAsync("DELETE FROM recorded_call WHERE tenant = @tenant AND id = @id", new { tenant, id }) == 1, ct);

    /// <summary>The word of a consent in the table and on the command line.</summary>
    public static string Word(CallConsent consent) => consent switch { CallConsent.All => "all", CallConsent.OneParty => "one-party", _ => "unknown" };

    /// <summary>The consent of a word; unknown for every other word.</summary>
    public static CallConsent Read(string word) => word switch { "all" => CallConsent.All, "one-party" => CallConsent.OneParty, _ => CallConsent.Unknown };

    private sealed record Stored(string Id, string Title, string Trade, string Rep, string Lead, string Consent, string RolesBy, string Body);
}
