using HardE.Agents.Roster;
using HardE.Agents.Turns;

namespace HardE.Tests.Roster;

/// <summary>Agent files for tests: the real one, and a small valid one to break in one place.</summary>
internal static class ConfigFiles
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>A file that has nothing wrong with it; its prompts lie in the folder of <see cref="RealPath"/>.</summary>
    public const string Valid =
        """
        version: 1
        defaults: { model: main }
        providers:
          openai: { kind: openai, base_url: "https://api.openai.com/v1", key: "env:OPENAI_API_KEY" }
        models:
          main: { provider: openai, id: m-1, api: responses, context: 1000, max_output: 100, fallback: [spare], price: { input: 1, output: 2, as_of: 2026-11-01 } }
          spare: { provider: openai, id: m-2, api: chat, context: 1000, max_output: 100 }
        agents:
          front: { description: Routes., instructions_file: prompts/triage.md, entry: true, handoffs: [desk] }
          desk:
            description: Does the work.
            instructions_file: prompts/leap.md
            mention: desk
            sticky: true
            state: desk_state
            tools: [find_thing, send_thing, search_knowledge]
            handoffs: [front]
        tools:
          find_thing: { effect: read }
          send_thing: { effect: send, approval: always, approvers: [director, owner], four_eyes: true }
          search_knowledge: {}
        knowledge:
          bases:
            core: { prefix: CORE/, agents: [desk] }
        voices:
          plain: { engine: flite, voice: rms, format: mp3 }
          warm: { engine: ffmpeg_chain, source: plain, format: mp3 }
        pipelines:
          primer_video:
            voice: warm
            steps: { speak: { retries: 1 }, clean_up: { always: true } }
        """;

    public static string RealPath => Path.Combine(AppContext.BaseDirectory, "agent_config.yaml");

    public static IReadOnlyList<ITool> Tools { get; } =
        [new NamedTool("find_thing"), new NamedTool("send_thing", ToolEffect.Send), new NamedTool("search_knowledge")];

    public static ConfigSurroundings Around => new() { Today = Today, Tools = Tools };

    /// <summary>What the checks say about the valid file with one piece of it replaced.</summary>
    public static IReadOnlyList<ConfigProblem> Broken(string piece, string by, ConfigSurroundings? around = null)
    {
        Valid.ShouldContain(piece);
        return ConfigCheck.Run(Parse(Valid.Replace(piece, by, StringComparison.Ordinal)), around ?? Around);
    }

    public static AgentConfigFile Parse(string yaml) => AgentConfigFile.Parse(yaml, RealPath);
}
