using HardE.Agents.Roster;
using HardE.Agents.Turns;

namespace HardE.Tests.Roster;

public sealed class ConfigCheckTests
{
    [Fact]
    public void A_file_that_fits_has_no_problems() =>
        ConfigCheck.Run(ConfigFiles.Parse(ConfigFiles.Valid), ConfigFiles.Around).ShouldBeEmpty();

    [Theory]
    [InlineData("version: 1", "version: 7", "version", "version 7")] // rule 1
    [InlineData("  desk:\n", "  Desk-1:\n", "agents.Desk-1", "no id")]
    [InlineData("find_thing: {", "transfer_to_desk: {", "agents.desk", "also the name of a tool")]
    [InlineData("entry: true, ", "", "agents", "no agent has 'entry: true'")] // rule 2
    [InlineData("mention: desk\n", "entry: true\n", "agents", "exactly one")]
    [InlineData("entry: true, handoffs: [desk]", "entry: true", "agents.desk", "no way leads")]
    [InlineData("handoffs: [desk]", "handoffs: [dekk]", "agents.front.handoffs[0]", "unknown agent 'dekk'")]
    [InlineData("handoffs: [front]", "handoffs: [front, desk]", "agents.desk.handoffs[1]", "itself")]
    [InlineData("    handoffs: [front]\n", "", "agents.desk.handoffs", "reach front")]
    [InlineData("    state: desk_state\n", "", "agents.desk.state", "state document")]
    [InlineData("tools: [find_thing,", "tools: [fnd_thing,", "agents.desk.tools[0]", "unknown tool 'fnd_thing'")] // rule 3
    [InlineData("  find_thing: { effect: read }", "  find_thing: {}\n  lost_thing: {}", "tools.lost_thing", "no tool 'lost_thing'")]
    [InlineData("send_thing: { effect: send,", "send_thing: { effect: read,", "tools.send_thing.effect", "milder")]
    [InlineData("approval: always, ", "", "tools.send_thing", "needs an approval")] // rule 4
    [InlineData("approval: always, ", "approval: never, ", "tools.send_thing.approval", "needs a reason")]
    [InlineData("approvers: [director, owner]", "approvers: [directr, owner]", "tools.send_thing.approvers[0]", "unknown role")]
    [InlineData("approvers: [director, owner]", "approvers: [owner]", "tools.send_thing.four_eyes", "two roles")]
    [InlineData("defaults: { model: main }", "defaults: { model: mian }", "defaults.model", "unknown model 'mian'")] // rule 5
    [InlineData("main: { provider: openai", "main: { provider: opnai", "models.main.provider", "unknown provider")]
    [InlineData("id: m-2, api: chat", "id: m-2, api: chat, fallback: [main]", "models.main.fallback", "leads back")]
    [InlineData("id: m-1,", "id: m-1, capabilities: { tools: false },", "agents.desk.model", "cannot call tools")]
    [InlineData("id: m-1, api: responses", "id: m-1, api: chat, reasoning: high", "models.main.reasoning", "refuses tools")]
    [InlineData("id: m-1,", "id: m-1, reasoning: low, temperature: 0.5,", "models.main.temperature", "no temperature")]
    [InlineData("id: m-2,", "id: m-2, retires_on: 2026-11-21,", "models.spare.retires_on", "switched off")] // rule 6
    [InlineData("\"env:OPENAI_API_KEY\"", "\"sk-abcdefgh12345678\"", "providers.openai.key", "looks like a key")] // rule 7
    [InlineData("https://api.openai.com/v1", "http://api.openai.com/v1", "providers.openai.base_url", "https")]
    [InlineData("prompts/leap.md", "prompts/leep.md", "agents.desk.instructions_file", "no file")] // rule 8
    [InlineData("prompts/leap.md", "../elsewhere.md", "agents.desk.instructions_file", "outside")]
    [InlineData("defaults: { model: main }", "defaults: { model: main, max_turns: 0 }", "defaults.max_turns", "more than zero")] // rule 9
    [InlineData("id: m-2, api: chat, context: 1000", "id: m-2, api: chat, context: 100", "models.spare.max_output", "less than the context")]
    [InlineData("\nknowledge:\n", "\nlimits: { run: { usd: 11 } }\nknowledge:\n", "limits.run.usd", "one run")]
    [InlineData("find_thing: { effect: read }", "find_thing: { timeout_s: 601 }", "tools.find_thing.timeout_s", "whole run")]
    [InlineData("prefix: CORE/", "prefix: CORE", "knowledge.bases.core.prefix", "ends with /")] // rule 10
    [InlineData("agents: [desk] }", "agents: [front] }", "agents.desk.tools", "no knowledge base")]
    [InlineData("format: mp3 }\n  warm", "format: opus }\n  warm", "voices.plain.format", "does not write opus")] // rule 11
    [InlineData("voice: rms,", "voice: rms, fallback: warm,", "voices.plain", "leads back")]
    [InlineData("speak: { retries: 1 }", "speek: { retries: 1 }", "pipelines.primer_video.steps.speek", "unknown step")]
    [InlineData("speak: { retries: 1 }, clean_up: { always: true }", "clean_up: { always: true }, speak: {}", "pipelines.primer_video.steps.speak", "comes before")]
    [InlineData("clean_up: { always: true }", "clean_up: {}", "pipelines.primer_video.steps", "always")]
    public void What_breaks_a_rule_is_an_error_at_its_path(string piece, string by, string path, string says)
    {
        var found = ConfigFiles.Broken(piece, by);

        found.ShouldContain(p => p.IsError && p.Path == path && (p.Message + p.Hint).Contains(says, StringComparison.Ordinal),
            string.Join('\n', found));
    }

    [Theory]
    [InlineData("id: m-2,", "id: m-2, retires_on: 2027-01-14,", "models.spare.retires_on")]
    [InlineData("as_of: 2026-11-01", "as_of: 2026-01-01", "models.main.price")]
    public void What_will_be_wrong_soon_is_a_warning(string piece, string by, string path) =>
        ConfigFiles.Broken(piece, by).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => p.IsError.ShouldBeFalse(), p => p.Path.ShouldBe(path));

    [Fact]
    public void A_tool_that_nobody_uses_is_a_warning()
    {
        var around = ConfigFiles.Around with { Tools = [.. ConfigFiles.Tools, new NamedTool("spare_tool")] };

        ConfigCheck.Run(ConfigFiles.Parse(ConfigFiles.Valid), around).ShouldHaveSingleItem().Message.ShouldContain("spare_tool");
    }

    [Fact]
    public void A_file_may_tighten_what_a_tool_does()
    {
        ConfigFiles.Broken("find_thing: { effect: read }", "find_thing: { effect: write }").ShouldBeEmpty();
        ConfigFiles.Broken("find_thing: { effect: read }", "find_thing: { effect: delete }")
            .ShouldHaveSingleItem().Path.ShouldBe("tools.find_thing");
    }

    [Fact]
    public void In_production_a_model_in_use_needs_its_price()
    {
        var around = ConfigFiles.Around with { Production = true };

        ConfigFiles.Broken("input: 1, output: 2", "input: 0, output: 2", around).ShouldHaveSingleItem().Path.ShouldBe("models.main.price");
        ConfigFiles.Broken("input: 1, output: 2", "input: 0, output: 2", around with { HasSecret = _ => false }).ShouldBeEmpty();
        ConfigCheck.Run(ConfigFiles.Parse(ConfigFiles.Valid), around).ShouldBeEmpty(); // the spare has none, and no agent names it
    }

    [Fact]
    public void A_new_embedding_model_must_fit_the_stored_vectors()
    {
        var around = ConfigFiles.Around with { StoredDimensions = 1536 };
        var found = ConfigFiles.Broken("  bases:", "  index: { embedding_model: spare }\n  bases:", around);

        found.ShouldHaveSingleItem().Message.ShouldContain("no dimensions");
    }

    [Fact]
    public void Everything_is_said_at_once_with_file_line_path_and_hint()
    {
        var file = ConfigFiles.Parse(ConfigFiles.Valid
            .Replace("handoffs: [desk]", "handofs: [desk]", StringComparison.Ordinal)
            .Replace("find_thing: { effect: read }", "find_thing: { effect: reed, colour: blue }", StringComparison.Ordinal)
            .Replace("prefix: CORE/", "prefix: CORE", StringComparison.Ordinal));

        var said = ConfigCheck.Run(file, ConfigFiles.Around).Select(p => p.ToString()).ToArray();

        said.ShouldContain(s => s.Contains("agent_config.yaml:9: error: agents.front.handofs: unknown key 'handofs' (did you mean 'handoffs'?)"));
        said.ShouldContain(s => s.Contains("yaml:19: error: tools.find_thing.effect: 'reed' is not one of the values (did you mean 'read'?)"));
        said.ShouldContain(s => s.Contains("yaml:19: error: tools.find_thing.colour: unknown key"));
        said.ShouldContain(s => s.Contains("yaml:24: error: knowledge.bases.core.prefix"));
    }
}
