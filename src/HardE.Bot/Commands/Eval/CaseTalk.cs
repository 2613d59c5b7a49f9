using System.Globalization;
using System.Text.Json;
using Dapper;
using HardE.Agents.NewClients;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Commands.Eval;

/// <summary>The conversation of one case, through the real runner, journal and outbox.</summary>
internal sealed class CaseTalk(IServiceProvider services, string tenant)
{
    private const string Conversation = "case";
    private readonly List<TurnReply> replies = [];
    private readonly Database database = services.GetRequiredService<Database>();
    private readonly Vault vault = services.GetRequiredService<Vault>();
    private readonly ReplyAddress address = new("eval", "local", tenant);

    public IReadOnlyList<TurnReply> Replies => replies;

    /// <summary>The new-customer form as it stood last; a form that was submitted or put aside stays here.</summary>
    public NewClientForm Form { get; private set; } = NewClientForm.Empty;

    public async Task SayAsync(EvalCase from, string text, CancellationToken ct)
    {
        var request = Request(from, text, replies.Count + 1);
        await services.GetRequiredService<TurnRunner>().RunAsync(request, await LeaseAsync(ct), ct);
        replies.Add(await ReplyAsync(request.Id, ct));
        Form = await FormAsync(ct) ?? Form;
    }

    /// <summary>Gives the new-customer agent the floor, with an empty form: how a request for a new customer begins is a routing case.</summary>
    public async Task OpenIntakeAsync(EvalCase from, CancellationToken ct)
    {
        var request = Request(from, "new customer", 0);
        var (store, lease) = (services.GetRequiredService<ConversationStore>(), await LeaseAsync(ct));
        var state = new StateBag((await store.StartAsync(request, lease, ct)).Documents);
        state.Set($"{NewClientDraft.Document}:{from.Speaker.UserId}", new NewClientDraft(tenant, 0, NewClientForm.Empty), NewClientDraft.Lifetime);
        await store.EndAsync(request, lease, state, new TurnEnd(new TurnReply("new_clients_agent", "Go ahead."), "new_clients_agent", [], null), ct);
    }

    /// <summary>Every tool call of the conversation, as the journal has it.</summary>
    public async Task<IReadOnlyList<CaseCall>> CallsAsync(CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            db => db.QueryAsync<(string Turn, string Name, string Request, string? Result)>(
                "SELECT turn_id, name, request, result FROM turn_step WHERE tenant = @tenant AND kind = 'tool' ORDER BY turn_id, seq", new { tenant }),
            ct);
        return [.. rows.Select(r => new CaseCall(
            int.Parse(r.Turn[^3..], CultureInfo.InvariantCulture),
            r.Name,
            JsonElement.Parse(vault.Open(r.Request)),
            r.Result is null ? null : TurnJson.Read<ToolResult>(vault.Open(r.Result))))];
    }

    private TurnRequest Request(EvalCase from, string text, int turn) =>
        new(tenant, Conversation, from.Speaker, text, address, from.Now.ToUniversalTime()) { Id = $"{tenant}-{turn:000}" };

    private async Task<Lease> LeaseAsync(CancellationToken ct) => await services.GetRequiredService<Leases>().TakeAsync($"{tenant}/{Conversation}", ct)
        ?? throw new InvalidOperationException("Somebody else works in the conversation of the case.");

    private async Task<TurnReply> ReplyAsync(string id, CancellationToken ct)
    {
        var outbox = services.GetRequiredService<OutboxQueue>();
        while (await outbox.NextAsync(address.Destination, ct) is { } row)
        {
            await outbox.SentAsync(row, row.Message.Id, ct);
            if (row.Message.Id == id)
            {
                return row.Message.Reply;
            }
        }

        throw new InvalidOperationException("The turn ended without a reply.");
    }

    private async Task<NewClientForm?> FormAsync(CancellationToken ct)
    {
        var body = await database.ReadAsync(
            db => db.QueryFirstOrDefaultAsync<string?>(
                "SELECT body FROM state_document WHERE tenant = @tenant AND name LIKE @name", new { tenant, name = NewClientDraft.Document + ":%" }),
            ct);
        return body is null ? null : TurnJson.Read<NewClientDraft>(vault.Open(body)).Form;
    }
}

/// <summary>A tool call that was made in a case.</summary>
/// <param name="Turn">In which turn, from 1.</param>
/// <param name="Result">Null where it was begun and did not end.</param>
internal sealed record CaseCall(int Turn, string Tool, JsonElement Arguments, ToolResult? Result)
{
    /// <summary>True when the person had agreed to it.</summary>
    public bool Confirmed => Arguments.TryGetProperty("confirm", out var confirm) && confirm.ValueKind == JsonValueKind.True;

    /// <summary>True when it only showed what it would do.</summary>
    public bool IsPreview => Result is { Outcome: ToolOutcome.Preview } || (Arguments.TryGetProperty("confirm", out _) && !Confirmed);
}
