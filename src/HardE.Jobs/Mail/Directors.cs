using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Jobs.Primer;

namespace HardE.Jobs.Mail;

/// <summary>Who may order by mail: people with role director or owner. Asks them in chat when a mail in their name is not proven.</summary>
public sealed class Directors(People people, Outbox outbox)
{
    /// <summary>The director or owner with this address; null for everybody else.</summary>
    public async Task<StaffMember?> FindAsync(string tenant, string address, CancellationToken ct) =>
        await people.FindByEmailAsync(tenant, address, ct) is { Role: Roles.Director or Roles.Owner } director ? director : null;

    /// <summary>"Was this you?", once a mail, in each chat account of the person.</summary>
    /// <returns>False when the person has none.</returns>
    public async Task<bool> WasThisYouAsync(string tenant, string mailKey, StaffMember director, MailVerdict verdict, CancellationToken ct)
    {
        var accounts = await people.AccountsAsync(tenant, director.Id, ct);
        foreach (var (channel, account, user) in accounts)
        {
            var reply = new TurnReply(PrimerWords.Agent, Words(verdict)) { Parts = Buttons(verdict) };
            await outbox.SendAsync(tenant, $"wasyou:{mailKey}:{channel}:{user}", new ReplyAddress(channel, account, user), reply, ct);
        }

        return accounts.Count > 0;
    }

    private static string Words(MailVerdict verdict) =>
        $"A mail in your name arrived that does not prove it comes from you. {About(verdict)}Was this you? I have done nothing with it."
        + (verdict.Order is null ? "" : " If you want the video, order it here.");

    private static string About(MailVerdict verdict) => verdict.Order is null ? "" : $"It asks for a primer video for {Who(verdict.Order)}. ";

    private static string Who(PrimerOrder order) => order.Customer is { } name ? name : $"job {order.Job}";

    private static IReadOnlyList<ReplyPart> Buttons(MailVerdict verdict) => verdict.Order is null ? [] :
    [
        new ButtonsPart([new ReplyButton("Yes, make the video", $"say:Produce a primer video for {Who(verdict.Order)}", ButtonStyle.Primary)]),
    ];
}
