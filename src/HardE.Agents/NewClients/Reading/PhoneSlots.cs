using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Makes slots of the numbers in a message: which is the main one, what needs a question.</summary>
internal static partial class PhoneSlots
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var asked = context.WasAsked(Slots.Phone) || context.Form[Slots.Phone].State == SlotState.Invalid;
        var hits = Retracted(said, PhoneReader.Read(said, asked)).ToList();
        var found = new List<Finding>(NotHers(said, context));
        if (hits.Count == 0)
        {
            return found;
        }

        var main = hits.Find(h => Main.IsMatch(said.Before(h.Start, 24))) ?? hits.Find(h => h.Label is not ("fax" or "other")) ?? hits[0];
        var current = context.Form[Slots.Phone];
        var replaces = current.State != SlotState.Filled || asked || (Corrections.IsCorrection(said.Text) && main.Label is not ("fax" or "other"));
        if (replaces)
        {
            found.AddRange(MainSlots(said, context, main));
            hits.Remove(main);
        }

        foreach (var hit in hits.Where(h => h.Number is not null && h.Number != main.Number | !replaces && h.Number?.E164 != current.Text))
        {
            var other = new OtherPhone(hit.Number!.Value.E164, hit.Label ?? "other", hit.Ext);
            found.Add(Finding.Of(Slots.OtherPhones, other, said.Span(hit.Start, hit.Length)) with { Merge = Merge.Add });
        }

        return found;
    }

    /// <summary>Leaves out numbers that the writer took back in the same message.</summary>
    private static IEnumerable<PhoneHit> Retracted(Said said, IReadOnlyList<PhoneHit> hits)
    {
        for (var i = 0; i < hits.Count; i++)
        {
            var takenBack = i + 1 < hits.Count && hits[i + 1].Label == hits[i].Label
                && Corrections.IsRetraction(said.Text[(hits[i].Start + hits[i].Length)..hits[i + 1].Start]);
            if (!takenBack)
            {
                yield return hits[i];
            }
        }
    }

    private static IEnumerable<Finding> MainSlots(Said said, ReadingContext context, PhoneHit hit)
    {
        var span = said.Span(hit.Start, hit.Length);
        yield return Main_(context, hit, span);
        if (hit.Label is { } label)
        {
            yield return Finding.Of(Slots.PhoneLabel, label, span);
        }

        if (hit.Ext is { } ext)
        {
            yield return Finding.Of(Slots.PhoneExt, ext, span);
        }
    }

    private static Finding Main_(ReadingContext context, PhoneHit hit, WordSpan span)
    {
        if (hit.IsLocal)
        {
            var digits = string.Concat(hit.Written.Where(char.IsAsciiDigit));
            var known = context.Form.Text(Slots.Phone) is { Length: 12 } had ? had[2..5] : context.AreaCode;
            var full = known.Length == 3 ? PhoneNumber.From(known + digits) : null;
            return full is { } whole
                ? Finding.Of(Slots.Phone, whole.E164, span).Doubtful($"Is that {whole.Display}?")
                : new Finding(Slots.Phone, null, span) { State = SlotState.NeedsConfirmation, Reason = $"Which area code does {hit.Written.Trim()} have?" };
        }

        if (hit.Number is not { } number)
        {
            return Finding.Invalid(Slots.Phone, span, Why(hit.Written));
        }

        var finding = Finding.Of(Slots.Phone, number.E164, span);
        return hit.Spoken ? finding.Doubtful($"Is that {number.Display}?")
            : number.IsFictional && !context.Demo ? finding.Doubtful($"{number.Display} is a number that is never given out (555-01xx). Is it right?")
            : finding;
    }

    private static string Why(string written)
    {
        var digits = written.Count(char.IsAsciiDigit);
        return written.Any(char.IsLetter) ? $"\"{written.Trim()}\" has letters; please give the digits."
            : digits is not (10 or 11) ? $"\"{written.Trim()}\" has {digits} digits; a number has ten."
            : $"\"{written.Trim()}\" is no valid US number (its area code or exchange does not exist).";
    }

    /// <summary>"The 0100 one is ours, don't put it in her record."</summary>
    private static IEnumerable<Finding> NotHers(Said said, ReadingContext context)
    {
        if (NotInRecord.Match(said.Text) is not { Success: true } match)
        {
            yield break;
        }

        foreach (var other in context.Form.Get<List<OtherPhone>>(Slots.OtherPhones) ?? [])
        {
            if (other.Number.EndsWith(match.Groups["n"].Value, StringComparison.Ordinal))
            {
                yield return Finding.Of(Slots.OtherPhones, other, said.Span(match.Index, match.Length)) with { Merge = Merge.Remove };
            }
        }
    }

    [GeneratedRegex(@"\b(?:primary|main|best)\b[^.\d]{0,20}$", Options)]
    private static partial Regex Main { get; }

    [GeneratedRegex(@"\b(?<n>\d{4})\s+(?:one|number)?\s*(?:is|was|isn'?t)\s+(?:ours|our|not|hers|his|the office)", Options)]
    private static partial Regex NotInRecord { get; }
}
