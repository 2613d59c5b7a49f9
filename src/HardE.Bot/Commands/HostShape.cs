using HardE.Bot.Commands.Settings;

namespace HardE.Bot.Commands;

/// <summary>How a command wants its host: where it listens and which settings it lays over those of the machine.</summary>
/// <param name="Urls">Addresses to listen on; port 0 takes a free one.</param>
internal sealed record HostShape(string Urls)
{
    /// <summary>The address Teams tools expect; design: web pages.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    private IReadOnlyList<GivenSetting>? machine;

    /// <summary>False: environment and .env are not read (the demo).</summary>
    public bool UsesMachineSettings { get; init; } = true;

    /// <summary>A variable of this machine by name; nothing where the machine's settings are not used.</summary>
    public string? Variable(string name) => UsesMachineSettings ? SettingsSources.Variable(name) : null;

    /// <summary>Settings of this command, stronger than environment and .env.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } = new Dictionary<string, string?>();

    /// <summary>True where the terminal belongs to a conversation: only warnings are logged, to the error stream.</summary>
    public bool Quiet { get; init; }

    /// <summary>True for a host that only gives access to the data: what keeps production from starting does not stop it.</summary>
    public bool Prepares { get; init; }

    /// <summary>What environment and .env say.</summary>
    public IReadOnlyList<GivenSetting> Given => UsesMachineSettings ? machine ??= SettingsSources.Read() : [];

    /// <summary>A builder with our settings and nothing of the framework's files.</summary>
    public WebApplicationBuilder CreateBuilder()
    {
        var settings = SettingsSources.Values(Given);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Program).Assembly.GetName().Name, // whoever starts us: the pages are in this assembly
            EnvironmentName = settings.GetValueOrDefault("Environment") == "production" ? Environments.Production : Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings).AddInMemoryCollection(Overrides);
        builder.WebHost.UseUrls(Urls).UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Host.ConfigureHostOptions(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // what stops the start is printed by the command
        if (Quiet)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Error);
        }

        return builder;
    }
}
