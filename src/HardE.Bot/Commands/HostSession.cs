using HardE.Agents.Crm.Embedded;
using HardE.Agents.State;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HardE.Bot.Commands;

/// <summary>A host to talk to: the one that runs on this data folder, or one of our own for as long as the command lives.</summary>
internal sealed class HostSession : IAsyncDisposable
{
    private readonly WebApplication? own;

    private HostSession(HostAddress address, WebApplication? own) => (Address, this.own) = (address, own);

    public HostAddress Address { get; }

    /// <summary>Services of our own host; null when another process serves.</summary>
    public IServiceProvider? Services => own?.Services;

    /// <summary>Finds the running host, or makes one of our own.</summary>
    /// <param name="shape">How our own host would be.</param>
    /// <param name="serve">True: our own host listens and works. False: it only gives access to the data.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<HostSession> OpenAsync(HostShape shape, bool serve, CancellationToken ct)
    {
        var app = Program.Build(shape);
        var folder = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DataOptions>>().Value.Folder;
        if (HostFile.Find(folder) is { } running)
        {
            await app.DisposeAsync();
            return new HostSession(running, null);
        }

        var address = serve ? await StartAsync(app, ct) : await PrepareAsync(app, ct);
        return new HostSession(address, app);
    }

    /// <summary>Takes the data folder, brings the tables up to date, starts, and announces the address.</summary>
    public static async Task<HostAddress> StartAsync(WebApplication app, CancellationToken ct)
    {
        var prepared = await PrepareAsync(app, ct);
        await app.StartAsync(ct);
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "";
        app.Services.GetRequiredService<HostFile>().Announce(url);
        return prepared with { Url = url };
    }

    private static async Task<HostAddress> PrepareAsync(WebApplication app, CancellationToken ct)
    {
        var file = app.Services.GetRequiredService<HostFile>();
        file.Own();
        await app.Services.GetRequiredService<SchemaUpdater>().UpdateAsync(ct);
        await app.Services.GetRequiredService<Leases>().ForgetFormerSelfAsync(ct);
        await app.Services.GetRequiredService<SampleCrm>().LoadIfEmptyAsync(Tenants.Default, ct);
        return new HostAddress("", file.Token, Environment.ProcessId);
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
        {
            await own.StopAsync();
            await own.DisposeAsync();
        }
    }
}
