using HardE.Agents.Services;

namespace HardE.Bot.Channels.Teams;

/// <summary>Teams' way in: verify, take, answer at once. Only invokes take their answer from here.</summary>
internal static class TeamsEndpoint
{
    public const string Path = "/api/messages";

    public static void MapTeams(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path, ReceiveAsync).DisableAntiforgery();
        app.MapMethods(Path, [HttpMethods.Head], () => Results.Ok());
    }

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, TeamsGate gate, TeamsActivities activities, ILogger<TeamsGate> log, CancellationToken ct)
    {
        try
        {
            var (refused, arrival) = await gate.AdmitAsync(request, ct);
            return arrival is null ? Results.StatusCode(refused) : await activities.TakeAsync(arrival, request.HttpContext, ct);
        }
        catch (ServiceException problem)
        {
            TeamsLog.NotStored(log, "", $"{problem.Service} {problem.Failure}");
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (BadHttpRequestException problem)
        {
            TeamsLog.Unreadable(log, problem.StatusCode);
            return Results.StatusCode(problem.StatusCode);
        }
    }
}
