using System.Reflection;
using HardE.Agents.Services;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Agents.State;

/// <summary>Plugs in database, vault, conversations, outbox and people.</summary>
internal static class StateSetup
{
    public static IServiceCollection AddState(this IServiceCollection services)
    {
        services.AddSettings<DatabaseOptions>("Database").AddSettings<DataOptions>("Data").AddSettings<SecurityOptions>("Security");
        services.AddSingleton<Database>().AddSingleton<SchemaUpdater>().AddSingleton(new SchemaSource(Assembly.GetExecutingAssembly()));
        services.AddSingleton<NodeIdentity>().AddSingleton<Leases>().AddSingleton<Tenants>().AddSingleton<People>();
        services.AddSingleton<Outbox>().AddSingleton<OutboxSignal>().AddSingleton<OutboxOwners>().AddSingleton<OutboxQueue>().AddHostedService<OutboxSender>();
        services.AddSingleton<NodeCalls>().AddHostedService(provider => provider.GetRequiredService<NodeCalls>());
        services.AddSingleton<ConversationStore>().AddSingleton<ConversationArchive>();

        services.AddDataProtection().SetApplicationName("HardE");
        services.AddSingleton<MasterKey>().AddSingleton<Vault>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, VaultKeyOptions>();
        return services;
    }

    /// <summary>
    /// Where the vault's keys lie. A SQLite file has one writer: a key that is made while that writer is in a transaction
    /// must not go into the same file, or both wait for each other.
    /// </summary>
    private sealed class VaultKeyOptions(Database database, MasterKey master, IOptions<DataOptions> data, ILoggerFactory logs, TimeProvider clock)
        : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options)
        {
            options.XmlRepository = database.Kind == DatabaseKind.Postgres
                ? new VaultKeys(database, clock)
                : new FileSystemXmlRepository(Directory.CreateDirectory(Path.Combine(data.Value.Folder, "keys")), logs);
            options.XmlEncryptor = new MasterKeyEncryptor(master);
        }
    }
}
