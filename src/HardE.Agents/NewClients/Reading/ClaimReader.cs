using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds what is said of an insurance claim: status, carrier, number, date of loss, adjuster's visit.</summary>
internal static partial class ClaimReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Firm = @"(?<firm>(?-i:\p{Lu}[\w&'.\-]*)(?:[ ](?-i:\p{Lu}[\w&'\-]*|&|of|the(?= \p{Lu}))){0,4})";

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var text = said.Rest;
        var (number, carrier) = (Number.Match(text), CarrierOf(text));
        var loss = DayNear(text, Loss, context, past: true);
        var adjuster = DayNear(text, Adjuster, context, past: false);
        var status = StatusOf(text, number.Success || loss is not null || adjuster is not null, carrier.Success, context);
        if (status is not { } known)
        {
            return [];
        }

        var value = new ClaimAnswer(
            known.Status, carrier.Success ? carrier.Groups["firm"].Value.TrimEnd('.', ' ') : null,
            number.Success ? number.Groups["no"].Value.TrimEnd('.', '-') : null, loss?.Day, adjuster?.Day);
        var spans = new[] { known.Words, number, carrier, loss?.Words, adjuster?.Words }.OfType<Match>().Where(m => m.Success).ToList();
        foreach (var span in spans)
        {
            said.Note(span);
        }

        var first = spans.Min(s => s.Index);
        var last = spans.Max(s => s.Index + s.Length);
        return [Finding.Of(Slots.InsuranceClaim, Merge(context, value), said.Span(first, last - first))];
    }

    /// <summary>What was known of the claim stays where the new words say nothing of it.</summary>
    private static ClaimAnswer Merge(ReadingContext context, ClaimAnswer now) =>
        context.Form.Get<ClaimAnswer>(Slots.InsuranceClaim) is { } was && now.Status != "none"
            ? new ClaimAnswer(now.Status, now.Carrier ?? was.Carrier, now.ClaimNo ?? was.ClaimNo, now.DateOfLoss ?? was.DateOfLoss, now.AdjusterDate ?? was.AdjusterDate)
            : now;

    private static (string Status, Match Words)? StatusOf(string text, bool details, bool carrier, ReadingContext context)
    {
        var (considering, none, filed) = (Considering.Match(text), None.Match(text), Filed.Match(text));
        if (considering.Success && !Number.IsMatch(text))
        {
            return ("considering", considering);
        }

        if (filed.Success || details)
        {
            return ("filed", filed);
        }

        if (none.Success)
        {
            return ("none", none);
        }

        if (context.WasAsked(Slots.InsuranceClaim) && YesNo.Match(text) is { Success: true } answer)
        {
            return (answer.Value.StartsWith("n", StringComparison.OrdinalIgnoreCase) ? "none" : carrier ? "filed" : "considering", answer);
        }

        var known = context.Form.Get<ClaimAnswer>(Slots.InsuranceClaim);
        return carrier && known is { Status: not "none" } ? (known.Status, CarrierOf(text)) : null;
    }

    private static Match CarrierOf(string text) =>
        Carrier.Match(text) is { Success: true } named ? named : CarrierByName.Match(text);

    private static (string Day, Match Words)? DayNear(string text, Regex cue, ReadingContext context, bool past)
    {
        var match = cue.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var days = DateWords.Read(match.Value, context.Today, past);
        return days.Count == 0 ? null : (days[0].From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), match);
    }

    [GeneratedRegex(@"\b(?:claim|clm)\s*(?:no\.?|number|num\.?|nr\.?|#|id|is|:|=|\s)*\s*(?<no>(?=[A-Z0-9\-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*)\b|(?<=\b(?:claim|insurance|mutual|casualty)\b[^.\n]{0,40})#\s?(?<no>(?=[A-Z0-9\-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*)\b", Options)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"\b(?:insurer|carrier|insurance(?: company| co\.?| carrier)?(?=\s*(?:is|:|=))|insured (?:with|by|through)|(?:filed|claim|coverage|policy)(?:\s+(?:is|a claim|it|was|open|already|\w+))?\s+(?:with|through)|underwriter)\s*(?:is|:|=|-)?\s*" + Firm, Options)]
    private static partial Regex Carrier { get; }

    /// <summary>A firm by its name alone: Gulfstar Mutual, State Farm.</summary>
    [GeneratedRegex(@"\b(?<firm>(?-i:(?:\p{Lu}[\w&'\-]+\s){1,3})(?-i:Mutual|Insurance|Casualty|Indemnity|Assurance)|(?-i:State Farm|Allstate|Geico|GEICO|Progressive|USAA|Liberty Mutual|Travelers|Nationwide|Farmers|Erie Insurance))\b(?!\s+agent)(?!\s*\)\s*:)", Options)]
    private static partial Regex CarrierByName { get; }

    [GeneratedRegex(@"\b(?:DOL|date of (?:loss|damage)|loss date|storm date|(?:hail|wind|storm|tornado|hurricane)\s*(?:damage|hit|storm)?\s+(?:on|of|from))\W{0,4}(?:was|is|:)?\W{0,3}[^.;|\n]{3,24}", Options)]
    private static partial Regex Loss { get; }

    [GeneratedRegex(@"\badjuster'?s?\s*(?:date|visit|appointment|meeting)?\s*(?:is|will|was|:|=)?\s*(?:be\s+)?(?:coming|comes|scheduled|booked|set|due|visits?|there|out|here|meets?\w*|arrives?|on site|looking)?[^.;|\n]{2,40}", Options)]
    private static partial Regex Adjuster { get; }

    [GeneratedRegex(@"\b(?:thinking (?:about|of)|might|may|considering|consider|wonder\w*|not sure (?:about|whether|if)|debating|undecided|could|wants? to|going to|plans? to|planning)\s+(?:\w+\s+){0,4}?(?:a |the |an )?(?:fil(?:e|ing)|claims?|insurance)\b|\b(?:has\s?n'?t|have\s?n'?t|not)\s+(?:yet\s+)?filed(?:\s+yet)?\b|\bno claim yet\b[^.\n]*\b(?:thinking|maybe|might|may|consider\w*)\b(?:\s+(?:about|of) it)?|\bclaim\W+considering\b", Options)]
    private static partial Regex Considering { get; }

    [GeneratedRegex(@"\b(?:no|not an?|without(?: an?)?|isn'?t an?)\s+(?:insurance(?:\s+claim|\s+job)?|claim)s?\b(?!\s*(?:number|no\.?|agent))|\bnot (?:going|doing it|filing|an? insurance)\b[^.\n]{0,14}\b(?:insurance|claim)?\b|\bout of pocket\b|\bpay(?:s|ing)? (?:it |for it )?(?:him|her|them)sel(?:f|ves)\b|\bcash job\b|\bpaying cash\b|\binsurance(?: claim)?\W+(?:no|none)\b|\bclaim\W+(?:no|none)\b(?!\W*[\dA-Z]*\d)", Options)]
    private static partial Regex None { get; }

    [GeneratedRegex(@"\b(?:has |have |already |just |she |he |they )*filed\b(?:\s+(?:a |the |an )?(?:insurance )?claim)?|\bclaim (?:is |was |has been )?(?:filed|open|opened|approved|in|started|submitted)\b|\b(?:opened|started|submitted|has|have|put in) (?:a|an|the) (?:insurance )?claim\b|\binsurance (?:is |was )?(?:involved|approved|paying|covers?|claim (?:filed|open))\b|\binsurance job\b|\bthrough (?:his |her |their )?insurance\b|\binsurance claim\W+(?:yes|filed)\b", Options)]
    private static partial Regex Filed { get; }

    [GeneratedRegex(@"^\W*(?:yes|yep|yeah|no|nope|none|not)\b", Options)]
    private static partial Regex YesNo { get; }
}
