using HardE.Agents.Crm;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>Looks whether the new customer is in the CRM already.</summary>
internal sealed class FindDuplicatesTool(Duplicates duplicates) : Tool<FindDuplicatesTool.Input>
{
    public sealed record Input(
        string? Phone = null, string? Email = null, string? FirstName = null, string? LastName = null, string? Street = null, string? Zip = null);

    /// <summary>The result as data.</summary>
    public sealed record Output(IReadOnlyList<Duplicate> Found, int Best);

    public override string Name => "find_duplicates";
    public override string Description => "See whether a customer like this exists already; without arguments the one of the open draft.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var given = new Identity(
            input.Phone is { } phone ? Reading.PhoneNumber.From(phone)?.E164 ?? phone : null, input.Email, input.FirstName, input.LastName, input.Street, input.Zip);
        var draft = turn.State.Get<NewClientDraft>(turn.Mine(NewClientDraft.Document));
        var who = given.Key.Trim('|').Length > 0 || draft is null ? given : Identity.Of(draft.Form);
        if (!who.IsEnough && who.Last is null)
        {
            return ToolResult.NeedsInput("To look for duplicates I need a phone number, an e-mail, or a last name.");
        }

        var found = await duplicates.FindAsync(turn.Tenant, who, ct);
        var data = new Output(found, found.Count == 0 ? 0 : found[0].Score);
        return found.Count == 0
            ? ToolResult.Done("No customer like this is in the CRM yet.", data)
            : ToolResult.Done($"{Line(found[0])}{(found.Count > 1 ? $" and {found.Count - 1} more that look alike" : "")}.", data, Table(found));
    }

    /// <summary>"Sarah Johnson in Hoboken (same phone, same last name; 2 jobs)".</summary>
    internal static string Line(Duplicate hit) =>
        $"{hit.Name}{(hit.City is { Length: > 0 } city ? $" in {city}" : "")} ({string.Join(", ", hit.Why)}; {Words.Count(hit.Jobs, "job")})";

    private static TablePart Table(IReadOnlyList<Duplicate> found) => new(
        "Customers who look alike",
        ["Name", "City", "Why", "Score"],
        [.. found.Select(d => (IReadOnlyList<string>)[d.Name, d.City ?? "-", string.Join(", ", d.Why), $"{d.Score}"])]);
}
