using HardE.Agents.Models;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Tests.State;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Turns;

/// <summary>The real runner on a real database, with agents, rules and tools that a test declares.</summary>
internal sealed class TurnHarness(TestDatabase test, IReadOnlyList<AgentDefinition> agents, IReadOnlyList<IAgentRules> rules, IReadOnlyList<ITool> tools)
{
    private readonly TimeProvider clock = TimeProvider.System;
    private readonly RunningTurns running = new();

    public CompanyOptions Company { get; init; } = new();

    /// <summary>Limits, guardrails and what the company says of its tools.</summary>
    public AgentConfig Config { get; init; } = new();

    /// <summary>A model behind the rules; none where a test does not give one.</summary>
    public ModelStage? Stage { get; init; }

    public Outbox Outbox => new(test.Database, test.Vault, test.Node, new OutboxSignal(), clock);

    public OutboxQueue Queue => new(test.Database, OutboxTests.Owners(test, clock), test.Vault, test.Node, clock);

    public async Task<TurnReply?> SayAsync(TurnRequest request, CancellationToken ct = default)
    {
        var lease = await test.Leases.TakeAsync($"conversation:{request.Conversation}:{StandingOrders.Of(request.Text)}", ct);
        await Runner().RunAsync(request, lease.ShouldNotBeNull(), ct);
        return await LastReplyAsync(request);
    }

    public TurnRunner Runner()
    {
        var roster = new AgentRoster(agents);
        var company = Options.Create(Company);
        var store = new ConversationStore(test.Database, test.Leases, test.Vault, Outbox, clock);
        var approvals = new Approvals(test.Database, test.Vault, clock);
        var steps = new TurnSteps(store);
        var config = Config; // no models unless a test gives a stage: the rules decide alone
        var policy = new ToolPolicy(config, roster, tools);
        var toolRunner = new ToolRunner(tools, steps, policy, NullLogger<ToolRunner>.Instance);
        var noModels = new ModelRoster(config, new SecretReference(_ => null), Options.Create(new ModelOptions()), clock);
        var model = Stage ?? new ModelStage(noModels, config, company);
        var stops = new StopOrders(running, store);
        var guardrails = new Guardrails(config, policy);
        var held = new ModelRules(config, new Budgets(test.Database, config, company, clock), stops, guardrails, steps);
        var models = new ModelDecisions(roster, model, toolRunner, held, NullLogger<ModelDecisions>.Instance);
        var standing = new StandingAnswers(roster, rules, new WaitingList([new WaitingQuestions(approvals)], company), stops, approvals);
        var loop = new AgentLoop(roster, new AgentDecisions(rules, models), toolRunner, approvals, steps);
        var decisions = new TurnDecisions(roster, approvals, toolRunner, standing, company);
        return new TurnRunner(
            store, new TurnAnswers(guardrails, decisions, loop, new FirstReply(roster, model, company)), running, clock, NullLogger<TurnRunner>.Instance);
    }

    private async Task<TurnReply?> LastReplyAsync(TurnRequest request)
    {
        while (await Queue.NextAsync(request.ReplyTo.Destination, default) is { } row)
        {
            await Queue.SentAsync(row, "p-" + row.Message.Id, default);
            if (row.Message.Id == request.Id)
            {
                return row.Message.Reply;
            }
        }

        return null;
    }
}

/// <summary>Rules given as a function.</summary>
internal sealed class ScriptedRules(string agent, Func<TurnContext, Decision> decide) : IAgentRules
{
    public string Agent => agent;

    public ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct) => ValueTask.FromResult(decide(turn));
}

/// <summary>A CRM-like write that counts how often it really happened.</summary>
internal sealed class CountingWriteTool(Action? beforeDone = null) : Tool<CountingWriteTool.Input>
{
    public sealed record Input(string What, bool Confirm);

    public int Runs { get; private set; }
    public override string Name => "write_thing";
    public override string Description => "Writes a thing.";
    public override ToolEffect Effect => ToolEffect.Write;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmWrite];

    protected override Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (!input.Confirm)
        {
            return Task.FromResult(ToolResult.Preview($"I would write '{input.What}'.", input));
        }

        Runs++;
        beforeDone?.Invoke();
        return Task.FromResult(ToolResult.Done("Written.", input, new ReceiptPart("Written", [new Fact("What", input.What)])));
    }
}
