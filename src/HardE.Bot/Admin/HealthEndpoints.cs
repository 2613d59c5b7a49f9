namespace HardE.Bot.Admin;

/// <summary>Is it alive, and can it work. Answers say what is wrong, never secrets.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken ct)
    {
        var findings = await readiness.CheckAsync(ct);
        return Results.Json(
            new { status = findings.All(f => f.Ok) ? "ready" : "not ready", checks = findings.ToDictionary(f => f.Name, f => f.Detail) },
            statusCode: findings.All(f => f.Ok) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
