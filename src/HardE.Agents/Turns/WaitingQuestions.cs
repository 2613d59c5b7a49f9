namespace HardE.Agents.Turns;

/// <summary>Open questions for a yes, in all conversations of a person.</summary>
internal sealed class WaitingQuestions(Approvals approvals) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(WaitingFor who, CancellationToken ct) =>
    [
        .. (await approvals.OpenOfAsync(who.Tenant, who.Speaker.UserId, ct)).Select(q => new WaitingItem(
            $"Your yes or no: {FirstLine(q.Summary)}", q.AskedAt, "say yes or no, or press a button", q.Conversation == who.Conversation)
        {
            Buttons = Approvals.Buttons(q.Id),
        }),
    ];

    private static string FirstLine(string text)
    {
        var line = text.Split('\n', 2)[0].Trim().TrimEnd('.', ':');
        return line.Length <= 160 ? line : line[..160] + "…";
    }
}
