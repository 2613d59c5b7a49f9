namespace HardE.Bot.Api;

/// <summary>Answers of REST that say what is wrong: problem+json (RFC 9457), one type a kind.</summary>
internal static class ApiProblem
{
    public static IResult BadRequest(string detail) => Make(400, "bad-request", "The request cannot be understood", detail);

    public static IResult NoKey(HttpResponse response)
    {
        response.Headers.WWWAuthenticate = "Bearer realm=\"harde\"";
        return Make(401, "no-key", "A key is needed", "Send a key of your company as 'Authorization: Bearer harde_…'; ./harde tenant key makes one.");
    }

    public static IResult NoRun() => Make(404, "no-such-run", "There is no such run", "The id belongs to no run of your company.");

    public static IResult NoCustomer(string detail) => Make(404, "no-such-customer", "Nobody was found", detail);

    public static IResult Unclear(string detail, IReadOnlyList<object> choices) =>
        Make(409, "unclear", "It is not clear who is meant", detail, new Dictionary<string, object?> { ["choices"] = choices });

    public static IResult TooLarge(int limit) => Make(413, "too-large", "The body is too large", $"At most {limit} bytes.");

    public static IResult NotJson() => Make(415, "not-json", "The body is not JSON", "Send 'Content-Type: application/json'.");

    public static IResult KeyReused() => Make(
        422, "key-reused", "The idempotency key came with another body", "Use a new Idempotency-Key for a new request, and the same body for a repeat.");

    public static IResult Away(string detail) => Make(503, "not-available", "Not available now", detail);

    private static IResult Make(int status, string type, string title, string detail, IDictionary<string, object?>? more = null) =>
        Results.Problem(detail, statusCode: status, title: title, type: $"urn:harde:problem:{type}", extensions: more);
}
