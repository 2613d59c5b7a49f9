using System.ComponentModel;
using HardE.Agents.Crm;
using HardE.Agents.Turns;
using HardE.Jobs.Mail;

namespace HardE.Jobs.Primer;

/// <summary>The chat's door to primer videos. Recipient and words are not the asker's to choose; only customer, job and hold are.</summary>
internal sealed class StartPrimerTool(PrimerRequests requests) : Tool<StartPrimerTool.Input>
{
    public sealed record Input(
        [property: Description("The customer's name as the user said it; null when only a job number is known.")] string? Customer,
        [property: Description("Job number in the CRM, when the user named one.")] string? Job,
        [property: Description("Trade the video is about (roofing, siding, gutters, windows...), when the user named one.")] string? Trade,
        [property: Description("True when the user wants to see the video before the homeowner gets it.")] bool? Hold);

    public override string Name => "start_primer_video";

    public override string Description => "Make a primer video for a homeowner: script, voice, film, link; then note it in the CRM and mail the link to the homeowner.";

    public override ToolEffect Effect => ToolEffect.Send;

    public override IReadOnlyList<string> Scopes => [Permissions.PrimerStart];

    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var order = Order(input);
        if (order.Customer is null && order.Job is null)
        {
            return new ToolResult(ToolOutcome.NeedsInput, "Which customer is the video for? A name or a job number is enough.");
        }

        if (await requests.QuestionAsync(turn.Tenant, order, ct) is { } question)
        {
            return Unclear(question);
        }

        var key = turn.IdempotencyKey(Name, TurnJson.Element(order));
        var door = new PrimerDoor($"chat:{key}", DoorKind.Chat, turn.Speaker.Name, new DoorAddress { Chat = turn.Request.ReplyTo });
        var asker = turn.Speaker.PersonId ?? $"{turn.Request.ReplyTo.Channel}:{turn.Request.ReplyTo.Account}:{turn.Speaker.UserId}";
        var accepted = await requests.AcceptAsync(new PrimerRequest(turn.Tenant, order, door, asker), ct);
        return new ToolResult(ToolOutcome.Done, accepted.Words)
        {
            Data = TurnJson.Element(new { accepted.RunId, accepted.IsNew, State = accepted.State.ToString() }),
        };
    }

    /// <summary>"Ana Ruiz, gutters, hold" given as a name is taken apart as behind the slash command.</summary>
    private static PrimerOrder Order(Input input)
    {
        var read = Said(input.Customer) is { } words ? PrimerRequestReader.ReadCommand(words) : null;
        return new PrimerOrder
        {
            Customer = read is null ? Said(input.Customer) : read.Customer,
            Job = Said(input.Job) ?? read?.Job,
            Trade = Said(input.Trade) is { } trade ? Trades.Meant(trade) : read?.Trade,
            Hold = input.Hold == true || read is { Hold: true },
        };
    }

    private static ToolResult Unclear(PrimerQuestion question)
    {
        var choices = string.Concat(question.Choices.Select(c => $"\n- {c.Words}"));
        var buttons = question.Choices.Where(c => c.JobNumber is not null)
            .Select(c => new ReplyButton(c.Words.Length <= 75 ? c.Words : c.Words[..75], $"say:Produce the primer video for job {c.JobNumber}")).ToList();
        return new ToolResult(ToolOutcome.NeedsInput, question.Words + choices)
        {
            Parts = buttons.Count > 0 ? [new ButtonsPart(buttons)] : [],
            Data = TurnJson.Element(new { Choices = question.Choices.Select(c => c.Words) }),
        };
    }

    private static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
