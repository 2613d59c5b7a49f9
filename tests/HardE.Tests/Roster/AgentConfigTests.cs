using HardE.Agents.Roster;
using HardE.Agents.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HardE.Tests.Roster;

/// <summary>The agent file that ships.</summary>
public sealed class AgentConfigTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void The_file_that_ships_has_no_errors_and_all_eight_agents()
    {
        var file = AgentConfigFile.Read(Path.Combine(Root, "agent_config.yaml"));
        var around = new ConfigSurroundings { Today = ConfigFiles.Today, Tools = Declared(file) };

        ConfigCheck.Run(file, around).ShouldBeEmpty();
        file.Config.Agents.Keys.Order().ShouldBe([
            "analysis_agent", "knowledge_agent", "leap_interaction_agent", "new_clients_agent",
            "pricing_agent", "scripting_agent", "triage_agent", "web_search_agent"]);
    }

    [Fact]
    public void Every_agent_has_examples_enough_and_none_belongs_to_two()
    {
        var agents = AgentConfigFile.Read(Path.Combine(Root, "agent_config.yaml")).Config.Agents;

        agents.Values.ShouldAllBe(a => a.Examples.Count >= 25);
        agents.Values.SelectMany(a => a.Examples).GroupBy(e => e.ToLowerInvariant()).ShouldAllBe(g => g.Count() == 1);
    }

    [Fact]
    public void Instructions_begin_with_the_agents_id()
    {
        var roster = AgentRoster.From(AgentConfigFile.Read(Path.Combine(Root, "agent_config.yaml")), ConfigFiles.Today);

        roster.All.ShouldAllBe(a => a.Instructions.StartsWith($"agent: {a.Id}\n", StringComparison.Ordinal));
        roster.Entry.Id.ShouldBe("triage_agent");
        roster["new_clients_agent"].ShouldSatisfyAllConditions(a => a.Sticky.ShouldBeTrue(), a => a.State.ShouldBe("new_client"));
    }

    /// <summary>Rule 12. After a wanted change: <c>HARDE_ACCEPT=1 dotnet test</c> writes the schema anew.</summary>
    [Fact]
    public void The_schema_in_docs_fits_the_types()
    {
        var path = Path.Combine(Root, "docs", "agent_config.schema.json");
        if (Environment.GetEnvironmentVariable("HARDE_ACCEPT") == "1")
        {
            File.WriteAllText(path, AgentConfigSchema.Write());
        }

        File.ReadAllText(path).ShouldBe(AgentConfigSchema.Write());
    }

    [Fact]
    public async Task A_host_with_a_wrong_file_does_not_start_and_says_all_of_it()
    {
        var folder = Directory.CreateTempSubdirectory("harde-roster-");
        var path = Path.Combine(folder.FullName, "agents.yaml");
        File.WriteAllText(path, ConfigFiles.Valid.Replace("version: 1", "version: 2", StringComparison.Ordinal));
        using var host = Host(path);

        var refused = await Should.ThrowAsync<ConfigException>(host.StartAsync());

        refused.Problems.Select(p => p.Path).ShouldBe(
            ["version", "agents.front.instructions_file", "agents.desk.instructions_file", "tools.find_thing", "tools.send_thing", "tools.search_knowledge"]);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_host_with_the_file_that_ships_starts_when_its_tools_are_there()
    {
        var path = Path.Combine(Root, "agent_config.yaml");
        using var host = Host(path, Declared(AgentConfigFile.Read(path)));

        await host.StartAsync();

        host.Services.GetRequiredService<AgentRoster>().All.Count.ShouldBe(8);
        await host.StopAsync();
    }

    private static IHost Host(string configFile, IReadOnlyList<ITool>? tools = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Environment.EnvironmentName = Environments.Development;
        builder.Configuration.AddInMemoryCollection([new("Agents:ConfigFile", configFile)]);
        builder.Services.AddSingleton(TimeProvider.System).AddRoster();
        foreach (var tool in tools ?? [])
        {
            builder.Services.AddSingleton(tool);
        }

        return builder.Build();
    }

    private static ITool[] Declared(AgentConfigFile file) =>
        [.. file.Config.Tools.Select(t => new NamedTool(t.Key, t.Value.Effect ?? ToolEffect.Read))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HardE.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
