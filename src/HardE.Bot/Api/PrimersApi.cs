using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Commands;
using HardE.Jobs.Primer;

namespace HardE.Bot.Api;

/// <summary>
/// Primer videos by REST (tenant key) and for the owner of the machine (<c>./harde primer</c>, token of the host file).
/// Both order and look the same way.
/// </summary>
internal static class PrimersApi
{
    /// <summary>Names the repeat of a request: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/.</summary>
    public const string IdempotencyHeader = "Idempotency-Key";

    public static IServiceCollection AddPrimersApi(this IServiceCollection services) =>
        services.AddSingleton<TenantKeys>().AddSingleton<ApiRequests>().AddSingleton<PrimerOrders>();

    public static void MapPrimersApi(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/primers", OrderAsync);
        app.MapGet("/api/v1/primers/{id}", LookAsync);
        app.MapPost("/owner/primers", OwnerOrdersAsync);
        app.MapGet("/owner/primers/{id}", OwnerLooksAsync);
    }

    private static async Task<IResult> OrderAsync(HttpContext http, TenantKeys keys, PrimerOrders orders) =>
        await CallerAsync(http, keys) is { } caller ? await orders.TakeAsync(http, caller, "/api/v1/primers") : ApiProblem.NoKey(http.Response);

    private static async Task<IResult> LookAsync(string id, HttpContext http, TenantKeys keys, PrimerProgress progress, TimeProvider clock) =>
        await CallerAsync(http, keys) is { } caller ? await ShowAsync(id, caller.Tenant, progress, clock, http.RequestAborted) : ApiProblem.NoKey(http.Response);

    private static async Task<IResult> OwnerOrdersAsync(HttpContext http, HostFile host, PrimerOrders orders) =>
        host.IsOwner(http.Request) ? await orders.TakeAsync(http, ApiCaller.Owner, "/owner/primers") : Results.Unauthorized();

    private static async Task<IResult> OwnerLooksAsync(string id, HttpContext http, HostFile host, PrimerProgress progress, TimeProvider clock) =>
        host.IsOwner(http.Request) ? await ShowAsync(id, Tenants.Default, progress, clock, http.RequestAborted) : Results.Unauthorized();

    private static async Task<ApiCaller?> CallerAsync(HttpContext http, TenantKeys keys)
    {
        const string Scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        var key = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? await keys.FindAsync(header[Scheme.Length..].Trim(), http.RequestAborted) : null;
        return key is null ? null : new ApiCaller(key.Tenant, key.Id, $"REST key {key.Name}", DoorKind.Rest);
    }

    private static async Task<IResult> ShowAsync(string id, string tenant, PrimerProgress progress, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            return await progress.ReadAsync(tenant, id, ct) is { } view
                ? Results.Json(PrimerDocument.From(view, clock.GetUtcNow()), TurnJson.Options)
                : ApiProblem.NoRun();
        }
        catch (ServiceException problem)
        {
            return ApiProblem.Away(problem.Message);
        }
    }
}

/// <summary>Who orders.</summary>
/// <param name="KeyId">Part of the name of each request.</param>
/// <param name="Name">As the run's history shows it.</param>
internal sealed record ApiCaller(string Tenant, string KeyId, string Name, DoorKind Door)
{
    /// <summary>Whoever can read the host file.</summary>
    public static readonly ApiCaller Owner = new(Tenants.Default, "owner", "Owner of this machine", DoorKind.Cli);
}
