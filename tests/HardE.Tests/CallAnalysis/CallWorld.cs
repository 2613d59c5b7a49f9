using HardE.Agents.CallAnalysis;
using HardE.Agents.CallAnalysis.Recorded;
using HardE.Agents.Knowledge;
using HardE.Agents.Turns;
using HardE.Tests.Knowledge;
using HardE.Tests.State;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HardE.Tests.CallAnalysis;

/// <summary>The analysis agent on the sample calls and a database of its own.</summary>
internal sealed class CallWorld : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly KnowledgeLibrary knowledge;
    private readonly Dictionary<string, ITool> tools;

    private CallWorld(TestDatabase database)
    {
        this.database = database;
        var options = Options.Create(new KnowledgeOptions { Folder = Path.Combine(Samples.Root, "knowledge") });
        knowledge = new KnowledgeLibrary(new FolderKnowledge(options), options, new ManualTime(), NullLogger<KnowledgeLibrary>.Instance);
        Recorded = new RecordedCalls(database.Database, database.Vault, new ManualTime());
        var calls = new CallLibrary(knowledge, Recorded);
        ITool[] all = [new ListCallsTool(calls), new GetCallTool(calls), new CountObjectionsTool(calls), new CompareCallsTool(calls), new ScoreCallsTool(calls)];
        tools = all.ToDictionary(t => t.Name);
    }

    public RecordedCalls Recorded { get; }

    public static async Task<CallWorld> CreateAsync() => new(await TestDatabase.CreateAsync());

    /// <summary>Keeps a call of company <c>main</c>.</summary>
    public async Task<string> KeepAsync(string body, string rep, CallConsent consent, string tenant = "main") =>
        (await Recorded.SaveAsync(tenant, body, new RecordedCall("", "A call", "roofing", rep, "website", consent, "tester", body), default)).Id;

    public async Task<TurnReply> AskAsync(Speaker speaker, string question, bool shared = false, string tenant = "main")
    {
        var rules = new AnalysisRules();
        var turn = new TurnContext(A.Request(question, speaker: speaker) with { SharedRoom = shared, Tenant = tenant }, A.State(), []);
        for (var step = 0; step < 4; step++)
        {
            switch (await rules.DecideAsync(turn, default))
            {
                case Decision.Reply reply:
                    return reply.Answer;
                case Decision.Call call:
                    var result = await tools[call.Tools[0].Tool].RunAsync(call.Tools[0].Arguments, turn, default);
                    result.Outcome.ShouldNotBe(ToolOutcome.InvalidArguments, result.Summary);
                    turn.Add(new ToolStep(rules.Agent, call.Tools[0], result));
                    break;
            }
        }

        throw new InvalidOperationException("No answer.");
    }

    public async ValueTask DisposeAsync()
    {
        knowledge.Dispose();
        await database.DisposeAsync();
    }
}
