using System.Data.Common;
using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Notes, tasks and links of the embedded CRM.</summary>
internal sealed class EmbeddedNotes(Database database, WriteOnce writes, TimeProvider clock)
{
    private const int LongestNote = 4000;

    public Task<CrmResult<CrmPage<Note>>> ListAsync(string tenant, CrmId target, CrmPaging paging, CancellationToken ct) =>
        database.ReadAsync(
            async db =>
            {
                var rows = await db.QueryAsync<(string Id, string Text, string Mentions, string By, long At)>(
                    """
                    SELECT id, text, mentions, by_name, said_at FROM crm_note
                    WHERE tenant = @tenant AND target_kind = @kind AND target_id = @id ORDER BY said_at DESC, id DESC
                    """,
                    new { tenant, kind = Kind(target), id = target.Value });
                Note[] notes =
                [
                    .. rows.Select(r => new Note(
                        EmbeddedCatalog.Id(CrmKind.Note, r.Id), target, r.Text,
                        [.. TurnJson.Read<string[]>(r.Mentions).Select(m => EmbeddedCatalog.Id(CrmKind.User, m))], r.By,
                        DateTimeOffset.FromUnixTimeMilliseconds(r.At))),
                ];
                return CrmResult<CrmPage<Note>>.Of(Pages.Cut(notes, paging));
            },
            ct);

    public Task<CrmResult<Note>> AddAsync(string tenant, CrmId target, NoteBody body, WriteContext write, CancellationToken ct) => writes.RunAsync(
        tenant,
        write,
        new NewNote(Kind(target), target.Value, body),
        async db =>
        {
            if (string.IsNullOrWhiteSpace(body.Text) || body.Text.Length > LongestNote)
            {
                return CrmResult<Note>.Fail(CrmErrorKind.Validation, $"A note has 1 to {LongestNote:N0} characters; this one has {body.Text.Length:N0}.");
            }

            if (!await ExistsAsync(db, tenant, target))
            {
                return CrmResult<Note>.Fail(CrmErrorKind.NotFound, $"There is no {Kind(target)} {target.Value}.");
            }

            var now = clock.GetUtcNow();
            var note = new Note(EmbeddedCatalog.Id(CrmKind.Note, "n" + Ids.New(now)), target, body.Text, body.Mentions, write.ActorName, now);
            await InsertAsync(db, tenant, note);
            return note;
        },
        ct);

    public Task<CrmResult<CrmId>> AddTaskAsync(string tenant, NewTask task, WriteContext write, CancellationToken ct) => writes.RunAsync(
        tenant,
        write,
        task,
        async db =>
        {
            var now = clock.GetUtcNow();
            var id = "t" + Ids.New(now);
            await db.ExecuteAsync(
                """
                INSERT INTO crm_task (tenant, id, job_id, title, users, notes, due_at, by_name, created_at)
                VALUES (@tenant, @id, @job, @Title, @users, @Notes, @due, @by, @now)
                """,
                new
                {
                    tenant,
                    id,
                    job = task.Job?.Value,
                    task.Title,
                    users = TurnJson.Write(task.Users.Select(u => u.Value)),
                    task.Notes,
                    due = task.Due?.ToUnixTimeMilliseconds(),
                    by = write.ActorName,
                    now = now.ToUnixTimeMilliseconds(),
                });
            return CrmResult<CrmId>.Of(EmbeddedCatalog.Id(CrmKind.Task, id));
        },
        ct);

    public Task<CrmResult<Uri>> AttachAsync(string tenant, CrmId job, string name, Uri url, WriteContext write, CancellationToken ct) => writes.RunAsync(
        tenant,
        write,
        new Attachment(job.Value, name, url),
        async db =>
        {
            if (!await ExistsAsync(db, tenant, job))
            {
                return CrmResult<Uri>.Fail(CrmErrorKind.NotFound, $"There is no job {job.Value}.");
            }

            var now = clock.GetUtcNow();
            await db.ExecuteAsync(
                "INSERT INTO crm_link (tenant, id, job_id, name, url, created_at) VALUES (@tenant, @id, @job, @name, @url, @now)",
                new { tenant, id = "l" + Ids.New(now), job = job.Value, name, url = url.ToString(), now = now.ToUnixTimeMilliseconds() });
            return CrmResult<Uri>.Of(url);
        },
        ct);

    /// <summary>Stores a note with its author and time as they are.</summary>
    public static Task InsertAsync(DbConnection db, string tenant, Note note) => db.ExecuteAsync(
        """
        INSERT INTO crm_note (tenant, id, target_kind, target_id, text, mentions, by_name, said_at)
        VALUES (@tenant, @id, @kind, @target, @Text, @mentions, @By, @at)
        """,
        new
        {
            tenant,
            id = note.Id.Value,
            kind = Kind(note.Target),
            target = note.Target.Value,
            note.Text,
            mentions = TurnJson.Write(note.Mentions.Select(m => m.Value)),
            note.By,
            at = note.At.ToUnixTimeMilliseconds(),
        });

    private static string Kind(CrmId target) => target.Kind == CrmKind.Customer ? "customer" : "job";

    private static async Task<bool> ExistsAsync(DbConnection db, string tenant, CrmId target)
    {
        var table = target.Kind == CrmKind.Customer ? "crm_customer" : "crm_job";
        return await db.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table} WHERE tenant = @tenant AND id = @id", new { tenant, id = target.Value }) == 1;
    }

    private sealed record NewNote(string Kind, string Target, NoteBody Body);

    private sealed record Attachment(string Job, string Name, Uri Url);
}
