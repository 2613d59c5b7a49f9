using System.Text.Json;
using HardE.Jobs.Mail;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Mail;

/// <summary>The development cases of samples/evals/primer.jsonl and our own orders and non-orders.</summary>
public sealed class PrimerRequestReaderTests
{
    private static readonly MailGate Gate = new(
        new SenderProof(Options.Create(new MailOptions())), Options.Create(new MailOptions()), TimeProvider.System);

    public static IEnumerable<object[]> Cases() => File.ReadLines(Path.Combine(Root(), "samples/evals/primer.jsonl"))
        .Where(l => l.Length > 0)
        .Select(l => JsonDocument.Parse(l).RootElement)
        .Select(c => new object[] { c.GetProperty("id").GetString()!, c.GetRawText() });

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_development_case_is_read_as_expected(string id, string json)
    {
        var test = JsonDocument.Parse(json).RootElement;
        var order = test.TryGetProperty("text", out var text)
            ? PrimerRequestReader.ReadCommand(text.GetString()!)
            : await ReadMailAsync(test.GetProperty("email"));
        var expected = test.GetProperty("expect");

        (order is not null).ShouldBe(expected.GetProperty("is_request").GetBoolean(), id);
        Compare(expected, "customer", order?.Customer);
        Compare(expected, "job", order?.Job);
        Compare(expected, "trade", order?.Trade);
        Compare(expected, "recipient", order?.Recipient);
        if (expected.TryGetProperty("hold", out var hold))
        {
            order!.Hold.ShouldBe(hold.GetBoolean(), id);
        }
    }

    private static void Compare(JsonElement expected, string name, string? actual)
    {
        if (expected.TryGetProperty(name, out var value))
        {
            actual?.ToLowerInvariant().ShouldBe(value.GetString()!.ToLowerInvariant());
        }
    }

    private static async Task<PrimerOrder?> ReadMailAsync(JsonElement email)
    {
        var headers = new List<MailHeader>();
        if (email.TryGetProperty("headers", out var given))
        {
            headers.AddRange(given.EnumerateObject().Select(h => new MailHeader(h.Name, h.Value.GetString()!)));
        }

        headers.Add(new("From", email.GetProperty("from").GetString()!));
        headers.Add(new("To", email.GetProperty("to").GetString()!));
        headers.Add(new("Subject", email.GetProperty("subject").GetString()!));
        var mail = IncomingMail.Of(headers, email.GetProperty("body").GetString()!);
        var verdict = await Gate.DecideAsync(
            mail, a => Task.FromResult(a.EndsWith("@example.com", StringComparison.Ordinal) && a != "harde@example.com"));
        return verdict.Decision == MailDecision.Order ? verdict.Order : null;
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HardE.Bot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("HardE.Bot.sln");
        }

        return folder.FullName;
    }
}
