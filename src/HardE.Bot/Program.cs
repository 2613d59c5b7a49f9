using HardE.Agents;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Bot.Admin;
using HardE.Bot.Api;
using HardE.Bot.Channels;
using HardE.Bot.Channels.Slack;
using HardE.Bot.Channels.Teams;
using HardE.Bot.Channels.Terminal;
using HardE.Bot.Commands;
using HardE.Bot.Commands.Settings;
using HardE.Bot.Media;
using HardE.Jobs;
using Microsoft.Extensions.Options;

return await CommandLine.RunAsync(args);

/// <summary>Everything that is plugged in, and every address it answers on.</summary>
public sealed partial class Program
{
    /// <summary>Builds the host from the settings of this machine; nothing is started yet.</summary>
    /// <exception cref="SettingsException">The settings do not fit together; the message lists every problem.</exception>
    internal static WebApplication Build(HostShape shape)
    {
        var app = Compose(shape);
        SettingsCheck.Run(app.Services, shape.Given);
        if (!shape.Prepares)
        {
            ProductionCheck.Run(app.Services);
        }

        app.UsePlainFailures();
        app.UsePageSafety();
        app.MapTerminal();
        app.MapOwner();
        app.MapHealth();
        app.MapAdmin();
        app.MapSlack();
        app.MapMedia();
        app.MapStopMail();
        app.MapTeams();
        app.MapPrimersApi();
        return app;
    }

    /// <summary>Puts the parts together without looking at what the settings say.</summary>
    /// <exception cref="SettingsException">A setting names an adapter that this version does not have.</exception>
    /// <param name="shape">How the command wants its host.</param>
    /// <param name="more">What it puts in place of parts that are plugged in.</param>
    internal static WebApplication Compose(HostShape shape, Action<IServiceCollection>? more = null)
    {
        var builder = shape.CreateBuilder();
        var chosen = Providers.From(builder.Configuration);
        builder.Services.AddHardEAgents(chosen).AddHardEJobs(chosen);
        builder.Services.AddSingleton(new SecretReference(shape.Variable));
        builder.Services.AddInbox().AddTerminal().AddAdmin();
        builder.Services.AddSlack();
        builder.Services.AddTeams();
        builder.Services.AddSingleton(p => new ChannelInUse("slack", p.GetRequiredService<IOptions<SlackOptions>>().Value.IsOn));
        builder.Services.AddMediaPages().AddPrimersApi();
        builder.Services.AddSettings<ProductionOptions>("Production");
        more?.Invoke(builder.Services);
        return builder.Build();
    }
}
