using HardE.Agents.Crm;
using HardE.Agents.State;
using HardE.Tests.State;

namespace HardE.Tests.Crm;

public sealed class EmbeddedCrmOnSqliteTests : CrmContract, IAsyncLifetime
{
    private CrmWorld world = null!;

    public async Task InitializeAsync() => world = await CrmWorld.CreateAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    protected override Task<ICrm> EmptyAsync() => Task.FromResult<ICrm>(world.Crm);
}

/// <summary>The same on PostgreSQL, where <c>HARDE_TEST_POSTGRES</c> names a server; without one it repeats SQLite.</summary>
public sealed class EmbeddedCrmOnPostgresTests : CrmContract, IAsyncLifetime
{
    private CrmWorld world = null!;

    public async Task InitializeAsync() =>
        world = await CrmWorld.CreateAsync(TestDatabase.Server is not null ? DatabaseKind.Postgres : DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await world.DisposeAsync();

    protected override Task<ICrm> EmptyAsync() => Task.FromResult<ICrm>(world.Crm);
}
