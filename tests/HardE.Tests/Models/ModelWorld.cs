using HardE.Agents.Models;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Tests.Roster;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Models;

/// <summary>Models of a small agent file that all live at one address; keys come from a made-up environment.</summary>
internal sealed class ModelWorld : IDisposable
{
    private readonly Dictionary<string, string> environment = new() { ["OPENAI_API_KEY"] = "test-key-of-nobody" };

    public ModelWorld(Uri url, int retries = 0, int timeoutSeconds = 10, int deadlineSeconds = 30, ModelMode mode = ModelMode.Auto)
    {
        environment["OPENAI_BASE_URL"] = url.AbsoluteUri;
        File = ConfigFiles.Parse(Yaml(retries, timeoutSeconds, deadlineSeconds));
        File.Misfits.ShouldBeEmpty();
        Models = new ModelRoster(
            File.Config, new SecretReference(n => environment.GetValueOrDefault(n)), Options.Create(new ModelOptions { Mode = mode }), TimeProvider.System);
        Stage = new ModelStage(Models, File.Config, Options.Create(new CompanyOptions()));
    }

    public AgentConfigFile File { get; }
    public ModelRoster Models { get; }
    public ModelStage Stage { get; }

    /// <summary>The adapter for one of the two interfaces: <c>responses</c> or <c>chat</c>.</summary>
    public IChatClient Client(string api) => Models.Find(api).ShouldNotBeNull();

    public static AgentDefinition Agent(string id, string model = "chat", bool mustCall = false) => new(id, $"Is {id}.")
    {
        Instructions = $"agent: {id}\nYou work for {{{{company}}}} and speak with {{{{speaker}}}}.\n",
        Model = model,
        RequiresToolChoice = mustCall,
        ParallelTools = true,
    };

    public static TurnContext Turn(string text, params TranscriptLine[] history)
    {
        var request = new TurnRequest(
            "t", "c", new Speaker("u-1", "Pat", Roles.Director), text, new ReplyAddress("terminal", "local", "x"), new DateTimeOffset(2026, 3, 10, 14, 0, 0, TimeSpan.Zero));
        return new TurnContext(request, new StateBag(new Dictionary<string, StoredDocument>()), history);
    }

    public void Dispose() => Models.Dispose();

    private static string Yaml(int retries, int timeout, int deadline) =>
        $$"""
        version: 1
        defaults: { model: chat }
        providers:
          openai: { kind: openai, base_url: "https://api.openai.com/v1", key: "env:OPENAI_API_KEY", timeout_s: {{timeout}}, deadline_s: {{deadline}}, retries: {{retries}} }
          other: { kind: openai, base_url: "https://example.com/v1", key: "env:NO_SUCH_KEY" }
        models:
          chat: { provider: openai, id: gpt-6-luna, api: chat, context: 20000, max_output: 500, price: { input: 1, output: 2, cached: 0.5, as_of: 2026-11-01 } }
          responses: { provider: openai, id: gpt-6-luna, api: responses, context: 20000, max_output: 500 }
          keyless: { provider: other, id: m, api: chat, context: 20000, max_output: 500, fallback: [chat] }
          mute: { provider: other, id: m, api: chat, context: 20000, max_output: 500 }
          chain: { provider: openai, id: gpt-6-luna, api: chat, context: 20000, max_output: 500, fallback: [responses] }
          plain: { provider: openai, id: old, api: chat, context: 20000, max_output: 500, temperature: 0.5, capabilities: { strict: false, parallel_tools: false, max_tokens_field: max_tokens } }
        agents: {}
        tools: {}
        """;
}
