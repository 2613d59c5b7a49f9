using System.Text.Json;
using System.Text.Json.Serialization;
using HardE.Agents.Crm;
using HardE.Agents.Turns;
using HardE.Jobs.Mail;

namespace HardE.Bot.Api;

/// <summary>What a program (or <c>./harde primer</c>) asks for. Recipient and words of the film are not the asker's to choose.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PrimerOrderBody
{
    private const int LongestName = 120;
    private const int LongestNote = 500;

    /// <summary>The homeowner's name.</summary>
    public string? Customer { get; init; }

    /// <summary>Job number in the CRM; enough by itself.</summary>
    public string? Job { get; init; }

    /// <summary>Which of several jobs is meant, by its work: roofing, siding, gutters, windows...</summary>
    public string? Trade { get; init; }

    /// <summary>True: a person sees the film before the homeowner does.</summary>
    public bool Hold { get; init; }

    /// <summary>Why it is wanted; stays in the run's history.</summary>
    public string? Note { get; init; }

    /// <summary>Reads a body.</summary>
    /// <returns>The order, or what is wrong with it as a sentence.</returns>
    public static (PrimerOrderBody? Body, string? Problem) Read(ReadOnlyMemory<byte> json)
    {
        PrimerOrderBody? body;
        try
        {
            body = JsonSerializer.Deserialize<PrimerOrderBody>(json.Span, TurnJson.Options);
        }
        catch (JsonException problem)
        {
            return (null, $"The body is not a JSON object with customer, job, trade, hold, note (at {problem.Path ?? "$"}).");
        }

        return body is null ? (null, "The body is empty.") : body.Problem() is { } wrong ? (null, wrong) : (body, null);
    }

    /// <summary>The order as every door gives it.</summary>
    public PrimerOrder ToOrder() => new()
    {
        Customer = Said(Customer),
        Job = Said(Job),
        Trade = Said(Trade) is { } trade ? Trades.Meant(trade) ?? trade : null,
        Hold = Hold,
    };

    private string? Problem() =>
        Said(Customer) is null && Said(Job) is null ? "Name the customer or the job: {\"customer\": \"John Smith\"} or {\"job\": \"2603-101-01\"}."
        : Customer?.Length > LongestName || Job?.Length > LongestName || Trade?.Length > LongestName ? $"Names have at most {LongestName} characters."
        : Note?.Length > LongestNote ? $"The note has at most {LongestNote} characters."
        : new[] { Customer, Job, Trade, Note }.Any(t => t?.Any(c => char.IsControl(c) && c != '\n') == true) ? "Control characters are not allowed."
        : null;

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
