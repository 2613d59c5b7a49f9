using System.Data.Common;
using Dapper;
using HardE.Agents.Turns;

namespace HardE.Agents.State;

/// <summary>What was said and done, by conversation: turns, their steps, state documents. Tables in Schema/0001.</summary>
public sealed class ConversationStore(Database database, Leases leases, Vault vault, Outbox outbox, TimeProvider clock)
{
    private const int HistoryLines = 20;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Marks the turn as started (again) and reads what it needs.</summary>
    /// <exception cref="LeaseLostException">Another node works in this conversation.</exception>
    public async Task<TurnRecord> StartAsync(TurnRequest request, Lease lease, CancellationToken ct)
    {
        var (attempts, state) = await database.WriteAsync(
            async db =>
            {
                await leases.HoldAsync(db, lease);
                return await db.QuerySingleAsync<(long, string)>(
                    """
                    INSERT INTO turn (tenant, id, conversation_id, user_id, state, attempts, started_at)
                    VALUES (@Tenant, @Id, @Conversation, @UserId, 'running', 1, @Now)
                    ON CONFLICT (tenant, id) DO UPDATE SET attempts = turn.attempts + 1
                    RETURNING attempts, state
                    """,
                    new { request.Tenant, request.Id, request.Conversation, request.Speaker.UserId, Now });
            },
            ct);
        var record = await database.ReadAsync(db => LoadAsync(db, request, attempts, state is "done" or "failed"), ct);
        return record with { Stopping = state == "stopping" };
    }

    /// <summary>Marks what runs for this person in this conversation as to be stopped, on whichever node it runs.</summary>
    /// <returns>How many turns that were.</returns>
    public Task<int> StopAsync(TurnRequest stop, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            """
            UPDATE turn SET state = 'stopping' WHERE tenant = @Tenant AND conversation_id = @Conversation AND user_id = @UserId
                AND id <> @Id AND state IN ('running', 'stopping')
            """,
            new { stop.Tenant, stop.Conversation, stop.Speaker.UserId, stop.Id }),
        ct);

    /// <summary>True when the person has said stop meanwhile, perhaps to another node.</summary>
    public Task<bool> IsStoppingAsync(TurnRequest request, CancellationToken ct) => database.ReadAsync(
        async db => await db.ExecuteScalarAsync<string>("SELECT state FROM turn WHERE tenant = @Tenant AND id = @Id", new { request.Tenant, request.Id }) == "stopping",
        ct);

    /// <summary>Saves a step before or after it has its effect; same number again replaces it.</summary>
    public Task SaveStepAsync(TurnRequest request, Lease lease, StepRecord step, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            await leases.HoldAsync(db, lease);
            await SaveStepAsync(db, request, step);
        },
        ct);

    /// <summary>Ends the turn: messages, state documents, approval, reply in the outbox, all or nothing.</summary>
    /// <exception cref="LeaseLostException">Another node works in this conversation; nothing was saved.</exception>
    /// <exception cref="StateConflictException">Another turn changed a document meanwhile; nothing was saved.</exception>
    public async Task EndAsync(TurnRequest request, Lease lease, StateBag state, TurnEnd end, CancellationToken ct)
    {
        await database.WriteAsync(
            async db =>
            {
                await leases.HoldAsync(db, lease);
                await SaveConversationAsync(db, request, end);
                foreach (var step in end.UnsavedSteps)
                {
                    await SaveStepAsync(db, request, step);
                }

                foreach (var (name, document) in state.Changed)
                {
                    await SaveDocumentAsync(db, request, name, document);
                }

                if (end.Approval is { } approval)
                {
                    await Approvals.AddAsync(db, vault, request, approval, Now);
                }

                if (!end.IsSilent)
                {
                    await outbox.AddAsync(db, request.Tenant, request.Id, request.ReplyTo, end.Reply);
                }
            },
            ct);
        outbox.Wake();
    }

    private async Task<TurnRecord> LoadAsync(DbConnection db, TurnRequest request, long attempts, bool done)
    {
        var key = new { request.Tenant, request.Conversation, request.Id, HistoryLines, Now };
        var conversation = await db.QuerySingleOrDefaultAsync<Floor?>(
            "SELECT floor_agent AS Agent FROM conversation WHERE tenant = @Tenant AND id = @Conversation", key);
        var lines = await db.QueryAsync<Line>(
            """
            SELECT id AS Id, role AS Role, name AS Name, text AS Text, said_at AS SaidAt FROM message
            WHERE tenant = @Tenant AND conversation_id = @Conversation ORDER BY id DESC LIMIT @HistoryLines
            """,
            key);
        var documents = await db.QueryAsync<Document>(
            """
            SELECT name AS Name, body AS Body, version AS Version, lifetime_ms AS LifetimeMs FROM state_document
            WHERE tenant = @Tenant AND conversation_id = @Conversation AND expires_at > @Now
            """,
            key);
        var steps = attempts == 1 ? [] : await db.QueryAsync<StepRecord>(
            """
            SELECT seq AS Seq, kind AS Kind, agent AS Agent, name AS Name, call_id AS CallId, request AS Request,
                request_hash AS RequestHash, state AS State, result AS Result
            FROM turn_step WHERE tenant = @Tenant AND turn_id = @Id ORDER BY seq
            """,
            key);
        return new TurnRecord(
            attempts,
            done,
            conversation?.Agent,
            conversation is null,
            [.. lines.Reverse().Select(l => new TranscriptLine(
                l.Role, l.Name, vault.Open(l.Text), DateTimeOffset.FromUnixTimeMilliseconds(l.SaidAt)) { TurnId = l.Id[..^1] })],
            documents.ToDictionary(
                d => d.Name,
                d => new StoredDocument(vault.Open(d.Body), d.Version, TimeSpan.FromMilliseconds(d.LifetimeMs))),
            [.. steps.Select(s => s with { Request = Open(s.Request), Result = Open(s.Result) })]);
    }

    private async Task SaveConversationAsync(DbConnection db, TurnRequest request, TurnEnd end)
    {
        await db.ExecuteAsync(
            """
            INSERT INTO conversation (tenant, id, channel, floor_agent, created_at, last_at)
            VALUES (@Tenant, @Conversation, @Channel, @FloorAgent, @Now, @Now)
            ON CONFLICT (tenant, id) DO UPDATE SET floor_agent = excluded.floor_agent, last_at = excluded.last_at
            """,
            new { request.Tenant, request.Conversation, request.ReplyTo.Channel, end.FloorAgent, Now });
        await db.ExecuteAsync(
            """
            UPDATE turn SET state = @state, agent = @Agent, failure = @Failure, ended_at = @Now
            WHERE tenant = @Tenant AND id = @Id
            """,
            new { state = end.Failure is null ? "done" : "failed", end.Reply.Agent, end.Failure, Now, request.Tenant, request.Id });
        await SaveLineAsync(db, request, "a", "user", request.Speaker.Name, Guardrails.Masked(request.Text));
        if (!end.IsSilent)
        {
            await SaveLineAsync(db, request, "b", "assistant", end.Reply.Agent, end.Reply.Text);
        }
    }

    private Task SaveLineAsync(DbConnection db, TurnRequest request, string part, string role, string name, string text) => db.ExecuteAsync(
        """
        INSERT INTO message (tenant, conversation_id, id, role, name, text, said_at)
        VALUES (@Tenant, @Conversation, @id, @role, @name, @text, @saidAt)
        ON CONFLICT (tenant, conversation_id, id) DO NOTHING
        """,
        new
        {
            request.Tenant,
            request.Conversation,
            id = $"{request.Id}{part}",
            role,
            name,
            text = vault.Seal(text),
            saidAt = role == "user" ? request.SaidAt.ToUnixTimeMilliseconds() : Now,
        });

    private Task SaveStepAsync(DbConnection db, TurnRequest request, StepRecord step) => db.ExecuteAsync(
        """
        INSERT INTO turn_step (tenant, turn_id, seq, kind, agent, name, call_id, request, request_hash, state, result, at)
        VALUES (@Tenant, @TurnId, @Seq, @Kind, @Agent, @Name, @CallId, @Request, @RequestHash, @State, @Result, @Now)
        ON CONFLICT (tenant, turn_id, seq) DO UPDATE SET state = excluded.state, result = excluded.result
        """,
        new
        {
            request.Tenant,
            TurnId = request.Id,
            step.Seq,
            step.Kind,
            step.Agent,
            step.Name,
            step.CallId,
            Request = Seal(step.Request),
            step.RequestHash,
            step.State,
            Result = Seal(step.Result),
            Now,
        });

    private async Task SaveDocumentAsync(DbConnection db, TurnRequest request, string name, StoredDocument? document)
    {
        if (document is null)
        {
            await db.ExecuteAsync(
                "DELETE FROM state_document WHERE tenant = @Tenant AND conversation_id = @Conversation AND name = @name",
                new { request.Tenant, request.Conversation, name });
            return;
        }

        var lifetime = (long)document.Lifetime.TotalMilliseconds;
        var saved = await db.ExecuteAsync(
            """
            INSERT INTO state_document (tenant, conversation_id, name, version, body, lifetime_ms, updated_at, expires_at)
            VALUES (@Tenant, @Conversation, @name, 1, @body, @lifetime, @Now, @expires)
            ON CONFLICT (tenant, conversation_id, name) DO UPDATE SET version = state_document.version + 1,
                body = excluded.body, lifetime_ms = excluded.lifetime_ms, updated_at = excluded.updated_at, expires_at = excluded.expires_at
            WHERE state_document.version = @Version OR state_document.expires_at <= @Now
            """,
            new
            {
                request.Tenant,
                request.Conversation,
                name,
                body = vault.Seal(document.Body),
                lifetime,
                Now,
                expires = Now + lifetime,
                document.Version,
            });
        if (saved != 1)
        {
            throw new StateConflictException(name);
        }
    }

    private string? Seal(string? text) => text is null ? null : vault.Seal(text);

    private string? Open(string? text) => text is null ? null : vault.Open(text);

    private sealed record Floor(string? Agent);

    private sealed record Line(string Id, string Role, string Name, string Text, long SaidAt);

    private sealed record Document(string Name, string Body, long Version, long LifetimeMs);
}

/// <summary>Two turns changed the same state document; the later one starts again.</summary>
public sealed class StateConflictException(string document) : Exception($"The document '{document}' was changed meanwhile.");
