using System.Security.Cryptography.X509Certificates;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// The bot's own proof towards the connector: a token from Entra by secret, certificate or managed identity. One fetch
/// at a time; the library keeps it until shortly before its end.
/// </summary>
internal sealed class ConnectorToken(
    IOptions<TeamsOptions> options, IHttpClientFactory clients, TimeProvider clock, ILogger<ConnectorToken> log) : IDisposable
{
    public const string Client = "teams-login";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private IConfidentialClientApplication? application;
    private IManagedIdentityApplication? identity;

    /// <param name="fresh">True after the connector refused the last one.</param>
    /// <returns>The token; null where none is needed because only a test client on this machine is served.</returns>
    /// <exception cref="ServiceException">Entra gave none.</exception>
    public async Task<string?> GetAsync(bool fresh, CancellationToken ct)
    {
        if (!options.Value.Configured)
        {
            return options.Value.AllowUnsignedDevelopment
                ? null
                : throw new ServiceException("Teams", Failure.Refused, "no app id is configured");
        }

        using var limit = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        await oneAtATime.WaitAsync(ct);
        try
        {
            return (await AcquireAsync(fresh, either.Token)).AccessToken;
        }
        catch (MsalServiceException problem)
        {
            TeamsLog.NoToken(log, problem.ErrorCode);
            var later = problem.StatusCode is 0 or 429 or >= 500;
            throw new ServiceException("Entra", later ? Failure.Transient : Failure.Refused, "no token for the bot", problem)
            {
                RetryAfter = problem.Headers?.RetryAfter?.Delta,
            };
        }
        catch (Exception problem) when (problem is MsalException or HttpRequestException
            || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            TeamsLog.NoToken(log, problem.GetType().Name);
            throw new ServiceException("Entra", Failure.Transient, "no token for the bot", problem);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private Task<AuthenticationResult> AcquireAsync(bool fresh, CancellationToken ct)
    {
        if (options.Value.AppType == TeamsAppType.UserAssignedMsi)
        {
            identity ??= ManagedIdentityApplicationBuilder
                .Create(ManagedIdentityId.WithUserAssignedClientId(options.Value.AppId))
                .WithHttpClientFactory(new LoginClients(clients)).Build();
            var resource = options.Value.Scope.Replace("/.default", "", StringComparison.Ordinal);
            return identity.AcquireTokenForManagedIdentity(resource).WithForceRefresh(fresh).ExecuteAsync(ct);
        }

        application ??= Build();
        return application.AcquireTokenForClient([options.Value.Scope]).WithForceRefresh(fresh).ExecuteAsync(ct);
    }

    private IConfidentialClientApplication Build()
    {
        var teams = options.Value;
        var home = teams.AppType == TeamsAppType.MultiTenant ? "botframework.com" : teams.TenantId;
        var builder = ConfidentialClientApplicationBuilder.Create(teams.AppId)
            .WithAuthority(new Uri(teams.LoginUrl, home).AbsoluteUri)
            .WithInstanceDiscovery(false) // the host comes from the settings; nobody else is asked about it
            .WithHttpClientFactory(new LoginClients(clients));
        return teams.CertificatePath.Length > 0
            ? builder.WithCertificate(
                X509CertificateLoader.LoadPkcs12FromFile(teams.CertificatePath, teams.CertificatePassword), sendX5C: true).Build()
            : builder.WithClientSecret(teams.AppPassword).Build();
    }

    private sealed class LoginClients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(Client);
    }
}
