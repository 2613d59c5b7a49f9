using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Commands.Demo;

/// <summary>The demo's own world: embedded adapters only, whatever this machine has configured.</summary>
internal static class DemoWorld
{
    public const string Director = "Dana Director";
    public const string DirectorMail = "dana@example.com";

    /// <summary>Says that a folder is a demo's.</summary>
    public const string Mark = "this-is-a-demo";

    public static HostShape Shape(string folder, bool quick)
    {
        var url = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        return new HostShape(url)
        {
            UsesMachineSettings = false,
            Quiet = true,
            Overrides = new Dictionary<string, string?>
            {
                ["Data:Folder"] = folder,
                ["Host:PublicUrl"] = url,
                ["Models:Mode"] = "rules",
                ["Mail:PollInterval"] = "00:00:01",
                ["Primer:MaxSentences"] = quick ? "3" : "0",
            },
        };
    }

    /// <summary>People of the sample company.</summary>
    public static async Task SettleAsync(IServiceProvider services, CancellationToken ct) =>
        await services.GetRequiredService<People>().SaveAsync(Tenants.Default, Director, DirectorMail, Roles.Director, null, ct);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
