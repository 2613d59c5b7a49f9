using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Bot.Admin.Access;
using HardE.Jobs.Primer;

namespace HardE.Bot.Admin;

/// <summary>Says that something changed (Server-Sent Events); the page then fetches itself again. And the files of a run, for its page.</summary>
internal static class JobsLive
{
    private const int TicksBetweenChecks = 15;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Files that a run's page plays: name and content type.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["narration.wav"] = "audio/wav",
        ["voice.wav"] = "audio/wav",
        ["video.mp4"] = "video/mp4",
        ["poster.jpg"] = "image/jpeg",
        ["captions.vtt"] = "text/vtt; charset=utf-8",
    };

    public static void MapJobsLive(this IEndpointRouteBuilder app)
    {
        app.MapGet("/jobs/live", FollowAsync).RequireAuthorization(AdminAccess.Policy);
        app.MapMethods("/jobs/{id}/files/{name}", ["GET", "HEAD"], FileAsync).RequireAuthorization(AdminAccess.Policy);
    }

    private static async Task FollowAsync(
        HttpContext http, string? run, string? seen, PrimerBoard board, AdminSessions sessions, IHostApplicationLifetime host, TimeProvider clock)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        var user = http.User.Admin();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // a proxy passes each event on at once
        try
        {
            // A browser that comes back names the last event; a new one the stand that its page was drawn from.
            var last = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } id ? id : seen ?? "";
            using var timer = new PeriodicTimer(Tick, clock);
            for (var tick = 0; ; tick++)
            {
                if (tick % TicksBetweenChecks == 0)
                {
                    if (await sessions.FindAsync(user.Session, end.Token) is null)
                    {
                        return; // logged out: the page asks again and is sent to the login
                    }

                    await WriteAsync(http, ": here\n\n", end.Token);
                }

                var stamp = await StampAsync(board, user.Tenant, run, end.Token) ?? last;
                if (stamp != last)
                {
                    await WriteAsync(http, $"id: {stamp}\nevent: changed\ndata: {stamp}\n\n", end.Token);
                    last = stamp;
                }

                await timer.WaitForNextTickAsync(end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return; // the reader went away, or the program stops
        }
    }

    /// <returns>Null while the database is away.</returns>
    private static async Task<string?> StampAsync(PrimerBoard board, string tenant, string? run, CancellationToken ct)
    {
        try
        {
            return await board.StampAsync(tenant, run, ct);
        }
        catch (ServiceException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.WriteAsync(text, ct);
        await http.Response.Body.FlushAsync(ct);
    }

    private static async Task<IResult> FileAsync(string id, string name, HttpContext http, PrimerStore runs, IFileStore files)
    {
        var tenant = http.User.Admin().Tenant;
        if (!Types.TryGetValue(name, out var type) || await runs.FindAsync(tenant, id, http.RequestAborted) is not { } run)
        {
            return Results.NotFound();
        }

        var key = type.StartsWith("audio", StringComparison.Ordinal) ? RunFiles.WorkKey(run, name) : RunFiles.FilmKey(run, name);
        http.Response.Headers.CacheControl = "private, no-cache";
        return await files.OpenAsync(tenant, key, http.RequestAborted) is { } stream
            ? Results.Stream(stream, type, enableRangeProcessing: true)
            : Results.NotFound();
    }
}
