using System.Net;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Teams;

/// <summary>An activity that proved where it comes from, and the company it belongs to.</summary>
internal sealed record Arrival(Activity Activity, string Tenant)
{
    /// <summary>The delivery's name: the same when Teams repeats it.</summary>
    public string Key => string.Join('|', TeamsTokenCheck.Channel, Activity.TenantId, Activity.Conversation.Id, Activity.Id, Activity.Type, Activity.Name);
}

/// <summary>Decides who comes in: token, body, token against body, address, tenant; in this order, nothing stored before.</summary>
internal sealed class TeamsGate(
    IOptions<TeamsOptions> options, TeamsTokenCheck tokens, ServiceUrls hosts, TeamsTenants tenants, ILogger<TeamsGate> log)
{
    /// <returns>The status to refuse with, or the arrival.</returns>
    /// <exception cref="ServiceException">The company could not be looked up.</exception>
    public async Task<(int Refused, Arrival? Arrival)> AdmitAsync(HttpRequest request, CancellationToken ct)
    {
        if (ActivityReader.Refuse(request) is { } status)
        {
            TeamsLog.Unreadable(log, status);
            return (status, null);
        }

        var verdict = await ProveAsync(request, ct);
        if (verdict.Refusal is { } refusal)
        {
            return Refuse(refusal, verdict.Kid);
        }

        var (refused, activity) = await ActivityReader.ReadAsync(request, ct);
        if (activity is null)
        {
            TeamsLog.Unreadable(log, refused);
            return (refused, null);
        }

        if (Misfit(verdict.Claims, activity) is { } misfit)
        {
            return Refuse(misfit, verdict.Kid);
        }

        return await tenants.FindAsync(activity.TenantId, ct) is { } tenant
            ? (0, new Arrival(activity, tenant))
            : Refuse(TokenRefusal.Tenant, verdict.Kid);
    }

    private async Task<TokenVerdict> ProveAsync(HttpRequest request, CancellationToken ct)
    {
        if (!options.Value.AllowUnsignedDevelopment)
        {
            return await tokens.CheckAsync(request.Headers.Authorization, ct);
        }

        return new TokenVerdict(null, IsThisMachine(request) ? null : TokenRefusal.NotConfigured, "");
    }

    private TokenRefusal? Misfit(TokenClaims? claims, Activity activity)
    {
        if (activity.ChannelId != TeamsTokenCheck.Channel)
        {
            return TokenRefusal.Channel;
        }

        if (claims is not null && TeamsTokenCheck.Misfit(claims, activity) is { } misfit)
        {
            return misfit;
        }

        if (!hosts.Allows(activity.ServiceUrl, out _))
        {
            return TokenRefusal.ServiceUrl;
        }

        var told = new[] { activity.ChannelData?.Tenant?.Id, activity.Conversation.TenantId }.Where(t => !string.IsNullOrEmpty(t));
        return told.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 ? null : TokenRefusal.Tenant;
    }

    /// <summary>
    /// A test client speaks from this machine to this machine, directly: no proxy or tunnel between, and no web page,
    /// which a browser would name as the origin.
    /// </summary>
    private static bool IsThisMachine(HttpRequest request)
    {
        var connection = request.HttpContext.Connection;
        return connection is { RemoteIpAddress: { } from, LocalIpAddress: { } to } && IPAddress.IsLoopback(from) && IPAddress.IsLoopback(to)
            && !request.Headers.Keys.Any(h => h.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
                || h.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || h.Equals("Origin", StringComparison.OrdinalIgnoreCase));
    }

    private (int Refused, Arrival? Arrival) Refuse(TokenRefusal refusal, string kid)
    {
        TeamsLog.Refused(log, refusal, new string([.. kid.Where(char.IsAsciiLetterOrDigit).Take(64)]));
        return (refusal switch
        {
            TokenRefusal.NoKeys => StatusCodes.Status503ServiceUnavailable,
            TokenRefusal.Channel or TokenRefusal.ServiceUrl or TokenRefusal.Endorsement or TokenRefusal.Tenant => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status401Unauthorized,
        }, null);
    }
}
