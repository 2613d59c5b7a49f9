using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds what a crew should know (gate, dog, language, when to call) and whether we may text.</summary>
internal static partial class NoteReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var found = new List<Finding>();
        var (no, yes) = (NoText.Match(said.Text), YesText.Match(said.Text));
        if (no.Success || yes.Success)
        {
            var match = no.Success ? no : yes;
            found.Add(Finding.Of(Slots.ConsentText, no.Success ? "no" : "yes", said.Span(match.Index, match.Length)));
            said.Note(match);
        }
        else if (context.Asked is [Slots.ConsentText] && Bare.Match(said.Text) is { Success: true } bare)
        {
            found.Add(Finding.Of(Slots.ConsentText, bare.Value.TrimStart().StartsWith('y') || bare.Value.TrimStart().StartsWith('Y') ? "yes" : "no", said.Span(bare.Index, bare.Length)));
        }

        foreach (Match clause in Clause.Matches(said.Rest))
        {
            var text = clause.Value.Replace(Said.Used, ' ').Trim(' ', ',', '-');
            if (Worth.IsMatch(text) && text.Length >= 6)
            {
                found.Add(Finding.Of(Slots.Notes, Spaces.Replace(text, " "), said.Span(clause.Index, clause.Length)) with { Merge = Merge.Add });
            }
        }

        if (context.Asked is [Slots.Notes] && found.Count == 0 && said.Rest.Trim().Length > 3)
        {
            found.Add(Finding.Of(Slots.Notes, said.Rest.Replace(Said.Used, ' ').Trim(), said.Span(0, said.Text.Length)) with { Merge = Merge.Add });
        }

        return found;
    }

    [GeneratedRegex(@"\b(?:no|don'?t|do not|doesn'?t (?:do|like|want|use)|never|not ok to|please no|can'?t|won'?t (?:do )?|prefers? calls?,? no[t]?)\s+(?:send\s+|receive\s+|any\s+|do\s+)*text(?:s|ing|ed|\s+messages?)?\b|\b(?:consent|ok to text|text(?:ing)? ok|sms|texts?)[\w ]{0,8}\s*[:=]\s*(?:no|false|n)\b|\b(?:consent_sms|sms_consent|text_ok)\W+(?:no|false|0)\b|\bcalls? only\b|\bnot? (?:by )?text\b", Options)]
    private static partial Regex NoText { get; }

    [GeneratedRegex(@"\b(?:texts?|texting|sms)\s+(?:messages?\s+)?(?:is|are|'s)?\s*(?:fine|ok(?:ay)?|good|great|best|welcome|works|preferred|allowed)\b|\b(?:ok(?:ay)?|fine|good|happy|prefers?|likes?|agreed|cool)\s+(?:with\s+|to\s+|getting\s+|us\s+|for us to\s+)*(?:be\s+)?(?:texts?|texting|texted|sms)\b|\b(?:can|may|could)\s+(?:we\s+|you\s+|be\s+)*text(?:ed)?\b|\b(?:consent|ok to text|text(?:ing)? ok|sms|texts? ok)[\w ]{0,8}\s*[:=]\s*(?:yes|true|y)\b|\b(?:consent_sms|sms_consent|text_ok)\W+(?:yes|true|1)\b|\bjust text (?:him|her|them|me)\b", Options)]
    private static partial Regex YesText { get; }

    [GeneratedRegex(@"^\W*(?:yes|yep|yeah|no|nope)\b", Options)]
    private static partial Regex Bare { get; }

    [GeneratedRegex(@"(?:[^.!?\n;,]|\.(?=\S))+(?:,(?=\s*(?:code|he'll|she'll|the dog|but|please|ring|use))(?:[^.!?\n;,])+)?")]
    private static partial Regex Clause { get; }

    [GeneratedRegex(@"\b(?:gate(?: code)?|gated|lock ?box|key (?:is|under)|code (?:is|to|\d)|dogs?|cats?|pets?|pit ?bull|beware|(?:prefers?|speaks?|only speaks|speaking|in) (?:mostly |only |mainly )?(?:spanish|portuguese|chinese|mandarin|cantonese|korean|vietnamese|polish|russian|creole|french|arabic|hindi|asl|tagalog|italian|german|greek)|(?:spanish|portuguese|polish|russian|creole|korean|vietnamese|mandarin) (?:only|speaking|speaker|please)|hard of hearing|deaf|wheelchair|oxygen|call(?:s)?\s+(?:him |her |them |only )*(?:between|after|before|only)|best time to (?:call|reach)|best to (?:call|reach)|best time\s*[:=]|works nights|night shift|sleeps|do not ring|don'?t ring|park (?:on|in|at)|parking|side door|back door only|use the (?:side|back)|alarm|security)\b", Options)]
    private static partial Regex Worth { get; }

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces { get; }
}
