using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>Plugs Slack in. Without a signing secret or an app token nothing of it listens, connects or sends.</summary>
internal static class SlackSetup
{
    /// <summary>Longest a single call may take; Slack itself gives us three seconds for an acknowledgement.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan FileTimeout = TimeSpan.FromSeconds(30);

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
        services.AddHttpClient(nameof(SlackFiles), http => http.Timeout = FileTimeout)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false, // a proxy would dial for us, and past the check of addresses
                ConnectCallback = (context, ct) => SlackFiles.DialAsync(
                    provider.GetRequiredService<IOptions<SlackOptions>>().Value.FileHosts, context, ct),
            })
            .RemoveAllLoggers();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackFiles>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SlackFiles))));
        services.AddSlackWayIn().AddSlackWayOut();
        services.AddHostedService<SlackHello>()
            .AddHostedService(provider => provider.GetRequiredService<SlackHome>())
            .AddHostedService(provider => provider.GetRequiredService<SlackWorking>())
            .AddHostedService(provider => provider.GetRequiredService<SlackClips>())
            .AddHostedService(provider => provider.GetRequiredService<SlackSocket>());
        return services;
    }

    private static IServiceCollection AddSlackWayIn(this IServiceCollection services) => services
        .AddSingleton<SlackPauses>().AddSingleton<SlackTeams>().AddSingleton<SlackPeople>().AddSingleton<SlackVoices>()
        .AddSingleton<SlackThreads>().AddSingleton<SlackQuiet>().AddSingleton<SlackResponses>().AddSingleton<SlackPlaces>()
        .AddSingleton<SlackHearing>().AddSingleton<SlackIntake>().AddSingleton<SlackMessages>().AddSingleton<SlackEdits>()
        .AddSingleton<SlackTranscripts>().AddSingleton<SlackHandOver>().AddSingleton<SlackListening>().AddSingleton<SlackClips>()
        .AddSingleton<SlackForms>().AddSingleton<SlackSubmissions>().AddSingleton<SlackFeedback>()
        .AddSingleton<SlackPrivately>().AddSingleton<SlackHomeWords>().AddSingleton<SlackOwnButtons>()
        .AddSingleton<SlackCommands>().AddSingleton<SlackPresses>().AddSingleton<SlackNotices>()
        .AddSingleton<SlackInteractions>().AddSingleton<SlackReceiver>()
        .AddSingleton<SlackSignature>().AddSingleton<SlackEndpoint>().AddSingleton<SlackSocketFrames>().AddSingleton<SlackSocket>();

    private static IServiceCollection AddSlackWayOut(this IServiceCollection services) => services
        .AddSingleton<SlackRooms>().AddSingleton<SlackPrivateReplies>().AddSingleton<SlackUploads>().AddSingleton<SlackWorking>()
        .AddSingleton<SlackStreamRows>().AddSingleton<SlackStreamRepair>().AddSingleton<SlackStreams>().AddSingleton<SlackParts>()
        .AddSingleton<SlackHomePage>().AddSingleton<SlackHome>()
        .AddSingleton<IChannel, SlackChannel>();

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
