using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Jobs.Primer;

namespace HardE.Bot.Api;

/// <summary>Takes one order by HTTP: checks it, asks back while the caller is still there, stores it once.</summary>
internal sealed class PrimerOrders(PrimerRequests requests, PrimerProgress progress, ApiRequests repeats)
{
    private const int LongestBody = 16 * 1024;
    private const int LongestKey = 255;

    /// <param name="path">Where runs are looked at; the answer names the run there.</param>
    public async Task<IResult> TakeAsync(HttpContext http, ApiCaller caller, string path)
    {
        if (!http.Request.HasJsonContentType())
        {
            return ApiProblem.NotJson();
        }

        if (await ReadAsync(http.Request) is not { } json)
        {
            return ApiProblem.TooLarge(LongestBody);
        }

        var key = http.Request.Headers[PrimersApi.IdempotencyHeader].ToString().Trim('"');
        if (key.Length > LongestKey)
        {
            return ApiProblem.BadRequest($"{PrimersApi.IdempotencyHeader} has at most {LongestKey} characters.");
        }

        try
        {
            var (body, problem) = PrimerOrderBody.Read(json);
            return body is null ? ApiProblem.BadRequest(problem!)
                : key.Length == 0 ? await AcceptAsync(http, caller, path, body, Guid.NewGuid().ToString("N"))
                : await OnceAsync(http, caller, path, (body, json, key));
        }
        catch (ServiceException away)
        {
            return ApiProblem.Away($"{away.Service} cannot be reached; nothing is lost, ask again with the same {PrimersApi.IdempotencyHeader}.");
        }
    }

    private async Task<IResult> OnceAsync(HttpContext http, ApiCaller caller, string path, (PrimerOrderBody Body, byte[] Json, string Key) request)
    {
        var ct = http.RequestAborted;
        var known = await repeats.BeginAsync(caller.Tenant, caller.KeyId, request.Key, request.Json, ct);
        if (!known.Fits)
        {
            return ApiProblem.KeyReused();
        }

        if (known.RunId is { } run && await progress.ReadAsync(caller.Tenant, run, ct) is { } view)
        {
            return Accepted(http, path, new PrimerAcceptedDocument(view.Run.Id, view.Run.State, false, "This request was taken before."));
        }

        return await AcceptAsync(http, caller, path, request.Body, request.Key, repeatable: true);
    }

    private async Task<IResult> AcceptAsync(HttpContext http, ApiCaller caller, string path, PrimerOrderBody body, string key, bool repeatable = false)
    {
        var ct = http.RequestAborted;
        var order = body.ToOrder();
        if (await requests.QuestionAsync(caller.Tenant, order, ct) is { } question)
        {
            await repeats.ForgetAsync(caller.Tenant, caller.KeyId, key, ct);
            return question.Choices.Count == 0
                ? ApiProblem.NoCustomer(question.Words)
                : ApiProblem.Unclear(question.Words, [.. question.Choices.Select(c => new { words = c.Words, job = c.JobNumber })]);
        }

        var word = caller.Door.ToString().ToLowerInvariant();
        var door = new PrimerDoor($"{word}:{caller.KeyId}:{key}", caller.Door, caller.Name, new DoorAddress());
        var accepted = await requests.AcceptAsync(new PrimerRequest(caller.Tenant, order, door, $"{word}:{caller.KeyId}") { Note = body.Note }, ct);
        if (repeatable)
        {
            await repeats.EndAsync(caller.Tenant, caller.KeyId, key, accepted.RunId, ct);
        }

        return Accepted(http, path, new PrimerAcceptedDocument(accepted.RunId, accepted.State, accepted.IsNew, accepted.Words));
    }

    /// <summary>202: the film is made later. 200: it is a run that was there before.</summary>
    private static IResult Accepted(HttpContext http, string path, PrimerAcceptedDocument taken)
    {
        http.Response.Headers.Location = $"{path}/{taken.Id}";
        return Results.Json(taken, TurnJson.Options, statusCode: taken.IsNew ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }

    /// <returns>Null when it is too long.</returns>
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LongestBody)
        {
            return null;
        }

        var buffer = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > LongestBody ? null : buffer[..length];
    }
}
