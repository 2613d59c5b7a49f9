using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>Plugs Slack in. Without a signing secret or an app token nothing of it listens, connects or sends.</summary>
internal static class SlackSetup
{
    /// <summary>Longest a single call may take; Slack itself gives us three seconds for an acknowledgement.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddSlack(this IServiceCollection services)
    {
        services.AddSettings<SlackOptions>("Slack");
        services.AddHttpClient(nameof(SlackApi), http => http.Timeout = CallTimeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, // a redirect must never carry the token elsewhere
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers(); // request addresses hold response_url secrets
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackApi>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SlackApi))));
        services.AddSingleton<SlackPauses>().AddSingleton<SlackTeams>().AddSingleton<SlackPeople>()
            .AddSingleton<SlackThreads>().AddSingleton<SlackResponses>().AddSingleton<SlackPlaces>();
        services.AddSingleton<SlackMessages>().AddSingleton<SlackCommands>().AddSingleton<SlackPresses>()
            .AddSingleton<SlackInteractions>().AddSingleton<SlackReceiver>();
        services.AddSingleton<SlackRooms>().AddSingleton<SlackPrivateReplies>().AddSingleton<SlackUploads>();
        services.AddSingleton<IChannel, SlackChannel>();
        services.AddSingleton<SlackSignature>().AddSingleton<SlackEndpoint>();
        services.AddSingleton<SlackHome>().AddSingleton<SlackSocketFrames>().AddSingleton<SlackSocket>();
        services.AddHostedService<SlackHello>()
            .AddHostedService(provider => provider.GetRequiredService<SlackHome>())
            .AddHostedService(provider => provider.GetRequiredService<SlackSocket>());
        return services;
    }

    /// <summary>Answers on <c>/slack/*</c> when Slack is to post there.</summary>
    public static void MapSlack(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options is not { IsOn: true, Mode: SlackMode.Http })
        {
            return;
        }

        var endpoint = app.ServiceProvider.GetRequiredService<SlackEndpoint>();
        app.MapPost("/slack/events", endpoint.EventsAsync);
        app.MapPost("/slack/commands", endpoint.CommandsAsync);
        app.MapPost("/slack/interactions", endpoint.InteractionsAsync);
    }
}
