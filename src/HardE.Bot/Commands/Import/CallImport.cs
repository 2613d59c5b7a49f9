using System.Globalization;
using System.Text;
using HardE.Agents.CallAnalysis.Recorded;
using HardE.Agents.State;

namespace HardE.Bot.Commands.Import;

/// <summary>What the person says about a recording.</summary>
/// <param name="Rep">The voice that is the rep's, as the file names it; null asks for it.</param>
/// <param name="RepName">Who that rep is; the voice's name when not given.</param>
/// <param name="Consent">all, one-party or unknown; null asks for it.</param>
internal sealed record CallFacts(string? Rep, string? RepName, string? Consent, string Trade, string Lead, string? Title);

/// <summary>Takes a recorded call in: WebVTT, SubRip or text, with the roles and the consent that a person confirms.</summary>
internal static class CallImport
{
    private const long MostBytes = 4 * 1024 * 1024;
    private static readonly string[] Kinds = [".vtt", ".srt", ".txt"];
    private static readonly string[] Consents = ["all", "one-party", "unknown"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the file and says what would be taken in, or what a person has to say first.</summary>
    public static async Task<ImportPlan> PlanAsync(IServiceProvider services, string path, CallFacts facts, CancellationToken ct)
    {
        if (!Kinds.Contains(Path.GetExtension(path).ToLowerInvariant()) || new FileInfo(path).Length > MostBytes)
        {
            return ImportPlan.Refused($"{path}: a call is a .vtt, .srt or .txt file of at most {MostBytes / 1024 / 1024} MB.");
        }

        try
        {
            var text = Strict.GetString(await File.ReadAllBytesAsync(path, ct));
            return Plan(services.GetRequiredService<RecordedCalls>(), path, text, facts);
        }
        catch (Exception bad) when (bad is FormatException or DecoderFallbackException)
        {
            return ImportPlan.Refused($"{path}: {(bad is FormatException ? bad.Message : "it is not UTF-8 text.")}");
        }
    }

    private static ImportPlan Plan(RecordedCalls calls, string path, string text, CallFacts facts)
    {
        var said = RawCall.Read(path, text);
        var guess = CallRoles.Guess(said);
        var plan = new ImportPlan($"{Path.GetFileName(path)}: {Number(said.Count)} turns.", _ => throw new InvalidOperationException("The roles are not confirmed."))
        {
            Columns = ["Voice", "Turns", "Share of words", "First words"],
            Rows = [.. CallRoles.Voices(said).Select(v => (string[])[v.Speaker, Number(v.Turns), $"{v.Share.ToString("P0", CultureInfo.InvariantCulture)}", v.FirstWords])],
        };
        string?[] missing =
        [
            facts.Rep is null ? $"Say which voice is the rep's: --rep \"{guess}\" (that is my guess; a person has to confirm it)." : null,
            facts.Consent is null || !Consents.Contains(facts.Consent) ? "Say what the people on it agreed to: --consent all, one-party or unknown. A call whose recording somebody refused must not be kept." : null,
        ];
        if (missing.OfType<string>().ToArray() is { Length: > 0 } questions)
        {
            return plan with { Problems = questions };
        }

        var body = CallRoles.Write(said, facts.Rep!);
        var consent = RecordedCalls.Read(facts.Consent!);
        var call = new RecordedCall("", facts.Title ?? Path.GetFileNameWithoutExtension(path), facts.Trade, facts.RepName ?? facts.Rep!, facts.Lead, consent, Environment.UserName, body);
        return plan with
        {
            ApplyAsync = stop => SaveAsync(calls, text, call, stop),
            Remarks =
            [
                .. facts.Rep!.Equals(guess, StringComparison.OrdinalIgnoreCase) ? [] : (string[])[$"By its words I would have taken \"{guess}\" for the rep. Your word counts."],
                .. consent == CallConsent.Unknown ? (string[])["Without known consent the call is kept but takes part in no answer. Import the file again with --consent all or one-party when you know."] : [],
            ],
        };
    }

    private static async Task<string> SaveAsync(RecordedCalls calls, string text, RecordedCall call, CancellationToken ct)
    {
        var (id, wasThere) = await calls.SaveAsync(Tenants.Default, text, call, ct);
        var use = call.Consent == CallConsent.Unknown ? "It takes part in no answer until the consent is known." : $"Ask for it in chat: \"coach me on {id}\".";
        return wasThere ? $"{id} was there already; what you said about it now counts. {use}" : $"The call is {id}. {use}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
