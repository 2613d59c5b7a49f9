using System.Security.Cryptography;
using System.Text;
using Dapper;
using HardE.Agents.State;

namespace HardE.Jobs.Delivery;

/// <summary>Sound and film behind links: which files they are and what their page says. Its table is in Schema/0003_media.sql.</summary>
public sealed class MediaShelf(Database database, TimeProvider clock)
{
    /// <summary>Puts it on the shelf; the same file again changes the words around it, never its id.</summary>
    /// <returns>Its id, made from the file's key.</returns>
    public async Task<string> AddAsync(Deliverable media, CancellationToken ct)
    {
        var mediaId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{media.Tenant}\n{media.FileKey}")))[..32];
        await database.WriteAsync(
            db => db.ExecuteAsync(
                """
                INSERT INTO media (tenant, media_id, file_key, file_name, title, transcript, poster_key, captions_key, milliseconds, shared_at)
                VALUES (@Tenant, @mediaId, @FileKey, @FileName, @Title, @Transcript, @PosterKey, @CaptionsKey, @milliseconds, @now)
                ON CONFLICT (tenant, media_id) DO UPDATE SET file_name = excluded.file_name, title = excluded.title,
                    transcript = excluded.transcript, poster_key = excluded.poster_key, captions_key = excluded.captions_key,
                    milliseconds = excluded.milliseconds
                """,
                new
                {
                    media.Tenant,
                    mediaId,
                    media.FileKey,
                    media.FileName,
                    media.Title,
                    media.Transcript,
                    media.PosterKey,
                    media.CaptionsKey,
                    milliseconds = (long)(media.Seconds * 1000),
                    now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                }),
            ct);
        return mediaId;
    }

    /// <returns>Null when there is none.</returns>
    public async Task<Deliverable?> FindAsync(string tenant, string mediaId, CancellationToken ct)
    {
        var row = await database.ReadAsync(
            db => db.QuerySingleOrDefaultAsync<Row>(
                """
                SELECT file_key, file_name, title, transcript, poster_key, captions_key, milliseconds FROM media
                WHERE tenant = @tenant AND media_id = @mediaId
                """,
                new { tenant, mediaId }),
            ct);
        return row is null ? null : new Deliverable(tenant, row.FileKey, row.FileName, row.Title, row.Transcript)
        {
            PosterKey = row.PosterKey,
            CaptionsKey = row.CaptionsKey,
            Seconds = row.Milliseconds / 1000.0,
        };
    }

    private sealed record Row
    {
        public string FileKey { get; init; } = "";
        public string FileName { get; init; } = "";
        public string Title { get; init; } = "";
        public string Transcript { get; init; } = "";
        public string? PosterKey { get; init; }
        public string? CaptionsKey { get; init; }
        public long Milliseconds { get; init; }
    }
}
