namespace HardE.Tests.Channels.Teams;

/// <summary>One door and one simulator for all tests that do not need a special one; they use conversations of their own.</summary>
public sealed class SharedTeams : IAsyncLifetime
{
    private TeamsHost? host;

    internal TeamsHost Host => host ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedTeamsTests : ICollectionFixture<SharedTeams>
{
    public const string Name = "teams";
}
