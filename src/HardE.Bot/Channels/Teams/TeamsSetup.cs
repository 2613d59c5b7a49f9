using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Teams;

/// <summary>Plugs Microsoft Teams in. Without settings the door is there and refuses everything.</summary>
internal static class TeamsSetup
{
    public const string ConnectorHttp = "teams-connector";

    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.AddSettings<TeamsOptions>("Teams");
        services.AddSingleton(p => new ChannelInUse(
            TeamsTokenCheck.Channel, p.GetRequiredService<IOptions<TeamsOptions>>().Value.Configured));
        services.AddHttp();
        services.AddSingleton<ServiceUrls>().AddSingleton<SigningKeys>().AddSingleton<TeamsTokenCheck>()
            .AddSingleton<TeamsTenants>().AddSingleton<TeamsGate>();
        services.AddSingleton<TeamsConversations>().AddSingleton<SentActivities>().AddSingleton<SendPace>()
            .AddSingleton<ConnectorToken>();
        services.AddSingleton<TeamsPeople>().AddSingleton<TeamsRequests>().AddSingleton<TeamsGreeting>()
            .AddSingleton<UsedCards>().AddSingleton<TeamsInvokes>().AddSingleton<TeamsActivities>();
        services.AddSingleton<IChannel, TeamsChannel>();
        services.AddHostedService<TeamsStart>().AddHostedService<SigningKeyWatch>();
        services.AddHealthChecks().AddCheck<TeamsReady>("teams");
        return services;
    }

    private static void AddHttp(this IServiceCollection services)
    {
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<ConnectorClient>(
            p, p.GetRequiredService<IHttpClientFactory>().CreateClient(ConnectorHttp)));
        services.AddHttpClient(ConnectorHttp, http => http.Timeout = Timeout.InfiniteTimeSpan) // the client limits each call itself
            .ConfigurePrimaryHttpMessageHandler(p => Handler(p.GetRequiredService<IOptions<TeamsOptions>>().Value.AllowUnsignedDevelopment))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        services.AddHttpClient(SigningKeys.Client, http =>
            {
                http.Timeout = TimeSpan.FromSeconds(10);
                http.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(_ => Handler(thisMachine: false)).RemoveAllLoggers();
        services.AddHttpClient(ConnectorToken.Client, http => http.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(_ => Handler(thisMachine: false)).RemoveAllLoggers();
    }

    /// <summary>Redirects are off: a token follows nobody.</summary>
    private static SocketsHttpHandler Handler(bool thisMachine)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(6),
        };
        if (!thisMachine)
        {
            handler.ConnectCallback = PublicDial.ConnectAsync;
        }

        return handler;
    }
}
