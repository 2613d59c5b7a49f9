using System.Net;
using HardE.Agents.Services;
using HardE.Jobs.Delivery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Stops the program when the door for test clients would stand open to anybody but this machine: in production, beside
/// a public address or a configured channel, or on an address that others can reach.
/// </summary>
internal sealed class TeamsStart(
    IOptions<TeamsOptions> teams, IOptions<PublicAddressOptions> outside, IEnumerable<ChannelInUse> channels, IServiceProvider services,
    ILogger<TeamsStart> log)
    : IHostedLifecycleService
{
    private const string Switch = "Teams:AllowUnsignedDevelopment";

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!teams.Value.AllowUnsignedDevelopment)
        {
            return Task.CompletedTask;
        }

        List<string> problems = [];
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            problems.Add($"{Switch} lets anybody in: it cannot be set with HARDE_ENV=production.");
        }

        if (!outside.Value.PublicUrl.IsLoopback)
        {
            problems.Add($"{Switch} cannot be set beside Host:PublicUrl: the world would come in without a token.");
        }

        problems.AddRange(channels.Where(c => c.Configured)
            .Select(c => $"{Switch} cannot be set beside a configured channel ({c.Name}): take one of the two out."));
        TeamsLog.Unsigned(log);
        return problems.Count == 0 ? Task.CompletedTask : throw new SettingsException(problems);
    }

    /// <summary>Now the addresses are known; requests that came before were checked one by one.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!teams.Value.AllowUnsignedDevelopment)
        {
            return Task.CompletedTask;
        }

        var addresses = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var open = addresses.Where(a => !IsThisMachine(a)).ToList();
        return open.Count == 0
            ? Task.CompletedTask
            : throw new SettingsException([$"{Switch} needs loopback addresses only; this program listens on {string.Join(", ", open)}."]);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsThisMachine(string address)
    {
        var binding = BindingAddress.Parse(address); // understands http://*:80 and http://+:80, which no Uri does
        return binding.Host == "localhost" || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
