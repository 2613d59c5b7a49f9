using HardE.Agents.Crm;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.Crm.Rules;
using HardE.Agents.Roster;
using HardE.Agents.Turns;
using HardE.Tests.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Crm;

/// <summary>A conversation with leap_interaction_agent alone, in the real runner: sealed approvals, state and outbox included.</summary>
internal sealed class CrmChat : IAsyncDisposable
{
    private readonly TurnHarness harness;
    private readonly RecordingTools calls;
    private int turns;

    private CrmChat(CrmWorld world)
    {
        World = world;
        calls = new RecordingTools();
        harness = new TurnHarness(world.Test, Agents, [new ScriptedRules("triage_agent", _ => new Decision.HandOver(CrmRules.Id)), Rules(world)], [.. Tools(world).Select(calls.Watch)]);
    }

    public CrmWorld World { get; }
    public Speaker Speaker { get; set; } = new("U1", "Morgan Pike", Roles.Director, Email: "morgan.pike@example.com");
    public bool SharedRoom { get; set; }

    /// <summary>Every tool call that ran, in order, with the turn it ran in.</summary>
    public IReadOnlyList<(int Turn, string Tool, System.Text.Json.JsonElement Arguments, ToolResult Result)> Calls => calls.Made;

    public static IReadOnlyList<string> ToolNames { get; } =
    [
        "search_customers", "get_customer", "find_jobs", "create_job", "update_job", "add_job_note", "add_customer_note", "move_job_stage", "undo_write",
    ];

    private static AgentDefinition[] Agents =>
    [
        new("triage_agent", "Routes.") { Entry = true, Handoffs = [CrmRules.Id] },
        new(CrmRules.Id, "CRM.") { Tools = ToolNames, Handoffs = ["triage_agent"], Sticky = true, State = OpenQuestion.Document },
    ];

    public static async Task<CrmChat> WithAsync(CrmSeed seed, CrmOptions? options = null) =>
        new(await CrmWorld.CreateAsync(seed: seed, options: options));

    public async Task<TurnReply> SayAsync(string text, string? press = null)
    {
        calls.Turn = ++turns;
        var request = A.Request(text, speaker: Speaker, id: $"turn-{turns:000}") with { Press = press, SharedRoom = SharedRoom, SaidAt = World.Clock.GetUtcNow() };
        return (await harness.SayAsync(request)).ShouldNotBeNull();
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    public static IReadOnlyList<ITool> Tools(CrmWorld world)
    {
        var (crm, staff) = (world.Crm, new Staff(world.Crm));
        var lookup = new CustomerLookup(crm);
        var reading = new CrmReading(crm, Options.Create(world.Company));
        var undo = new CrmUndo(crm, world.Database);
        var writing = new CrmWriting(undo, Options.Create(world.Options));
        var notes = new NoteWriting(crm, staff, writing);
        var fields = new JobFields(crm, staff);
        return
        [
            new SearchCustomersTool(crm), new GetCustomerTool(reading, lookup), new FindJobsTool(crm, reading, new JobLookup(crm, lookup)),
            new CreateJobTool(crm, fields, writing), new UpdateJobTool(crm, fields, writing), new AddJobNoteTool(crm, notes),
            new AddCustomerNoteTool(crm, notes), new MoveJobStageTool(crm, writing), new UndoWriteTool(undo),
        ];
    }

    private static CrmRules Rules(CrmWorld world) => new(world.Crm, new CrmReading(world.Crm, Options.Create(world.Company)));
}

/// <summary>Lets tools run and remembers what they were called with.</summary>
internal sealed class RecordingTools
{
    private readonly List<(int, string, System.Text.Json.JsonElement, ToolResult)> made = [];

    public int Turn { get; set; }
    public IReadOnlyList<(int Turn, string Tool, System.Text.Json.JsonElement Arguments, ToolResult Result)> Made => made;

    public ITool Watch(ITool tool) => new Watched(tool, this);

    private sealed class Watched(ITool tool, RecordingTools log) : ITool
    {
        public string Name => tool.Name;
        public string Description => tool.Description;
        public ToolEffect Effect => tool.Effect;
        public IReadOnlyList<string> Scopes => tool.Scopes;
        public bool Idempotent => tool.Idempotent;
        public bool UntrustedOutput => tool.UntrustedOutput;
        public TimeSpan Timeout => tool.Timeout;
        public System.Text.Json.JsonElement InputSchema => tool.InputSchema;

        public async Task<ToolResult> RunAsync(System.Text.Json.JsonElement arguments, TurnContext turn, CancellationToken ct)
        {
            var result = await tool.RunAsync(arguments, turn, ct);
            log.made.Add((log.Turn, tool.Name, arguments, result));
            return result;
        }
    }
}
