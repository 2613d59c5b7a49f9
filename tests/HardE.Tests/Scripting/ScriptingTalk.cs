using HardE.Agents.Crm.Embedded;
using HardE.Agents.Scripting;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Tests.Crm;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Scripting;

/// <summary>A conversation with the scripting agent alone: rules, tools, and the state between the messages.</summary>
internal sealed class ScriptingTalk : IAsyncDisposable
{
    private readonly CrmWorld world;
    private readonly ScriptingRules rules = new();
    private readonly Dictionary<string, ITool> tools;
    private readonly StateBag state = A.State();

    private ScriptingTalk(CrmWorld world, params ITool[] more)
    {
        this.world = world;
        var company = Options.Create(new CompanyOptions());
        var desk = new ScriptDesk(new ScriptWriter(company), company);
        var customers = new ScriptCustomers(world.Crm);
        ITool[] all = [new WritePrimerScriptTool(customers, desk), new WriteStandardScriptTool(customers, desk), new ReviseScriptTool(desk), .. more];
        tools = all.ToDictionary(t => t.Name);
    }

    /// <summary>The tools that ran, with what they answered.</summary>
    public List<ToolStep> Ran { get; } = [];

    public ScriptDraft? Draft => state.Get<ScriptDraft>("script_draft:U1");

    public static async Task<ScriptingTalk> WithAsync(CrmSeed seed, params ITool[] more) => new(await CrmWorld.CreateAsync(seed: seed), more);

    /// <summary>The answer; null when the floor was handed over.</summary>
    public async Task<TurnReply?> SayAsync(string text, string? press = null)
    {
        var turn = new TurnContext(A.Request(text) with { Press = press, Id = $"turn-{Ran.Count}" }, state, []);
        for (var step = 0; step < 8; step++)
        {
            switch (await rules.DecideAsync(turn, default))
            {
                case Decision.Reply reply:
                    return reply.Answer;
                case Decision.HandOver:
                    return null;
                case Decision.Unsure unsure:
                    return new TurnReply(rules.Agent, unsure.Question ?? "");
                case Decision.Call call:
                    foreach (var asked in call.Tools)
                    {
                        var done = new ToolStep(rules.Agent, asked, await tools[asked.Tool].RunAsync(asked.Arguments, turn, default));
                        turn.Add(done);
                        Ran.Add(done);
                    }

                    break;
            }
        }

        throw new InvalidOperationException("The rules went round in circles.");
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
