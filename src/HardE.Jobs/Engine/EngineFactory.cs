using System.Collections.Specialized;
using Quartz;
using Quartz.Impl;
using Quartz.Impl.AdoJobStore.Common;
using Quartz.Spi;
using Quartz.Util;

namespace HardE.Jobs.Engine;

/// <summary>
/// Quartz's factory without its process-wide registries: each host has its own scheduler and its own connections,
/// so that two nodes can live in one test process under one cluster name.
/// </summary>
internal sealed class EngineFactory(NameValueCollection settings) : StdSchedulerFactory(settings)
{
    private readonly Repository repository = new();
    private readonly Connections connections = new();

    protected override ISchedulerRepository GetSchedulerRepository() => repository;

    protected override IDbConnectionManager GetDBConnectionManager() => connections;

    private sealed class Repository : ISchedulerRepository
    {
        private IScheduler? only;

        public void Bind(IScheduler schedulerName) => only = schedulerName;

        public void Remove(string schedulerName) => only = null;

        public IScheduler? Lookup(string schedulerName) => only;

        public List<IScheduler> LookupAll() => only is null ? [] : [only];
    }

    private sealed class Connections : IDbConnectionManager
    {
        private readonly Dictionary<string, IDbProvider> providers = new(StringComparer.Ordinal);

        public void AddConnectionProvider(string dataSourceName, IDbProvider provider) => providers[dataSourceName] = provider;

        public System.Data.Common.DbConnection GetConnection(string dataSourceName) => providers[dataSourceName].CreateConnection();

        public DbMetadata GetDbMetadata(string dataSourceName) => providers[dataSourceName].Metadata;

        public IDbProvider GetDbProvider(string dataSourceName) => providers[dataSourceName];

        public void Shutdown(string dataSourceName) => providers[dataSourceName].Shutdown();
    }
}
