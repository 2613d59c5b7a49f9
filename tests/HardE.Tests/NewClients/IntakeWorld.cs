using HardE.Agents.Crm;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.NewClients;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Tests.Crm;
using Microsoft.Extensions.Options;

namespace HardE.Tests.NewClients;

/// <summary>The intake rules and tools on an embedded CRM; one conversation a tenant, without runner and database of turns.</summary>
internal sealed class IntakeWorld : IAsyncDisposable
{
    private readonly CrmWorld crm;
    private readonly Dictionary<string, StateBag> states = [];
    private int turns;

    private IntakeWorld(CrmWorld crm) => this.crm = crm;

    public CrmWorld World => crm;

    public static async Task<IntakeWorld> CreateAsync(CrmSeed? seed = null) => new(await CrmWorld.CreateAsync(seed: seed));

    public IReadOnlyList<ITool> Tools(CompanyOptions? company = null)
    {
        var staff = new Staff(crm.Crm);
        var writing = new CrmWriting(new CrmUndo(crm.Crm, crm.Database), Options.Create(crm.Options));
        return
        [
            new FindDuplicatesTool(new Duplicates(crm.Crm)), new UpdateNewCustomerTool(Intake(company)), new ShowNewCustomerTool(staff),
            new SubmitNewCustomerTool(crm.Crm, staff, writing),
        ];
    }

    public NewClientRules Rules(CompanyOptions? company = null) => new(Intake(company));

    /// <summary>Says one message to the rules and runs what they ask for; the last decision's words, or a preview's.</summary>
    public async Task<Answer> SayAsync(string text, string tenant = CrmWorld.Tenant, CompanyOptions? company = null, DateTimeOffset? now = null)
    {
        states.TryAdd(tenant, A.State());
        var request = A.Request(text, id: $"turn-{++turns}") with { Tenant = tenant, SaidAt = now ?? A.Tuesday };
        var turn = new TurnContext(request, states[tenant], []) { Agent = "new_clients_agent" };
        for (var step = 0; step < 6; step++)
        {
            switch (await Rules(company).DecideAsync(turn, default))
            {
                case Decision.Reply reply:
                    return new Answer(reply.Answer.Text, reply.Answer.Parts);
                case Decision.HandOver to:
                    return new Answer("", []) { HandedTo = to.Agent };
                case Decision.Unsure unsure:
                    return new Answer(unsure.Question ?? "", []) { IsUnsure = true };
                case Decision.Call call:
                    var result = await Tools(company).First(t => t.Name == call.Tools[0].Tool).RunAsync(call.Tools[0].Arguments, turn, default);
                    turn.Add(new ToolStep(turn.Agent, call.Tools[0], result));
                    if (result.Outcome == ToolOutcome.Preview)
                    {
                        return new Answer(result.Summary, result.Parts) { Preview = call.Tools[0] };
                    }

                    break;
            }
        }

        throw new InvalidOperationException("The rules do not come to an end.");
    }

    public NewClientDraft? Draft(string tenant = CrmWorld.Tenant) => states[tenant].Get<NewClientDraft>("new_client:U1");

    public NewClientForm Form(string tenant = CrmWorld.Tenant) => Draft(tenant)?.Form ?? NewClientForm.Empty;

    public ValueTask DisposeAsync() => crm.DisposeAsync();

    private Intake Intake(CompanyOptions? company) => new(new Staff(crm.Crm), Options.Create(company ?? new CompanyOptions()));
}

/// <summary>What came back for one message.</summary>
internal sealed record Answer(string Text, IReadOnlyList<ReplyPart> Parts)
{
    public string? HandedTo { get; init; }
    public bool IsUnsure { get; init; }
    public ToolCall? Preview { get; init; }
}
