using HardE.Agents.Roster;

namespace HardE.Tests.Roster;

public sealed class AgentConfigFileTests
{
    [Theory]
    [InlineData("version: 1\nversion: 1", "version")] // a key twice
    [InlineData("version: [1", "")] // no YAML
    [InlineData("version: 1\n---\nversion: 1", "")] // two documents
    public void What_is_no_single_yaml_document_cannot_be_read(string yaml, string says) =>
        Should.Throw<ConfigException>(() => ConfigFiles.Parse(yaml)).Message.ShouldContain(says);

    [Fact]
    public void A_missing_file_is_said_with_the_setting_that_names_it() =>
        Should.Throw<ConfigException>(() => AgentConfigFile.Read("no/such.yaml")).Message.ShouldContain("Agents:ConfigFile");

    [Theory]
    [InlineData("version: 1", "version: one", "'one' is not a whole number")]
    [InlineData("version: 1", "version:", "has no value")]
    [InlineData("version: 1\n", "", "the key 'version' is missing")]
    [InlineData("entry: true", "entry: yes", "'yes' is not true or false")]
    [InlineData("as_of: 2026-11-01", "as_of: 1.11.2026", "is not a date")]
    [InlineData("tools: [find_thing, send_thing, search_knowledge]", "tools: find_thing", "must be a list")]
    [InlineData("defaults: { model: main }", "defaults: main", "must be a map")]
    [InlineData("mention: desk", "mention: [desk]", "must be a single value")]
    [InlineData("tools:\n  find_thing", "base: &b { effect: read }\ntools:\n  <<: *b\n  find_thing", "'<<' is no id")]
    public void A_value_of_the_wrong_kind_is_said(string piece, string by, string says) =>
        ConfigFiles.Broken(piece, by).ShouldContain(p => p.IsError && p.Message.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Values_arrive_as_types()
    {
        var config = ConfigFiles.Parse(ConfigFiles.Valid).Config;

        config.Models["main"].Api.ShouldBe(ModelApi.Responses);
        config.Models["main"].Price!.AsOf.ShouldBe(new DateOnly(2026, 11, 1));
        config.Tools["send_thing"].FourEyes.ShouldBeTrue();
        config.Providers["openai"].TimeoutSeconds.ShouldBe(60); // the default
        config.Pipelines["primer_video"].Steps.Keys.ShouldBe(["speak", "clean_up"]);
    }
}
