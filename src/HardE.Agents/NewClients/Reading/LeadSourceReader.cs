using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds how the customer heard of us: a listed source, the customer who sent them, or other words.</summary>
internal static partial class LeadSourceReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Person = @"(?<who>(?-i:\p{Lu}[\p{L}'.\-]+)(?:[ ](?-i:(?:\p{Lu}|de |van |von |la )[\p{L}'.\-]*)){0,3})";

    /// <summary>The listed sources (docs/wire/crm.md) and the words for them.</summary>
    private static readonly (string Name, Regex Words)[] Listed =
    [
        ("Yard sign", Sign), ("Home show", Show), ("Truck", Truck), ("Canvassing", Canvass), ("Radio/TV", Radio), ("Mailer", Mailer),
        ("Angi", Angi), ("Thumbtack", Thumbtack), ("Facebook", Facebook), ("Google", Google), ("Insurance agent", Agent), ("Realtor", Realtor),
        ("Repeat customer", Repeat), ("Website", Website),
    ];

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var found = new List<(Finding Finding, int Start)>();
        foreach (var (name, words) in Listed)
        {
            foreach (Match match in words.Matches(said.Rest))
            {
                var value = new LeadSourceAnswer("listed", name);
                found.Add((Finding.Of(Slots.LeadSource, value, said.Span(match.Index, match.Length)), match.Index));
                said.Take(match);
            }
        }

        foreach (Match match in Referral.Matches(said.Text).Concat(ReferredUs.Matches(said.Text)))
        {
            var who = match.Groups["who"];
            if (who.Success && !IsNoPerson(who.Value) && said.IsFree(who.Index, who.Length))
            {
                var value = new LeadSourceAnswer("customer_referral", TidyCase.Name(Trim(who.Value)));
                found.Add((Finding.Of(Slots.LeadSource, value, said.Span(who.Index, who.Length)), match.Index));
                said.Take(match);
            }
        }

        foreach (Match match in Others.Matches(said.Rest))
        {
            var value = new LeadSourceAnswer("other", match.Groups["what"].Value);
            found.Add((Finding.Of(Slots.LeadSource, value, said.Span(match.Index, match.Length)), match.Index));
            said.Take(match);
        }

        return Best(said, context, found);
    }

    /// <summary>A listed source by its name or a word for it; null when it is none.</summary>
    public static string? ListedName(string text) =>
        Array.Find(Listed, l => l.Words.IsMatch(text) || l.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Name;

    private static IReadOnlyList<Finding> Best(Said said, ReadingContext context, List<(Finding Finding, int Start)> found)
    {
        if (found.Count == 0)
        {
            return context.WasAsked(Slots.LeadSource) && Answer.Match(said.Rest) is { Success: true } answer
                ? [Finding.Of(Slots.LeadSource, new LeadSourceAnswer("other", answer.Value.Trim()), said.Span(answer.Index, answer.Length))]
                : [];
        }

        var ordered = found.OrderBy(f => f.Start).ToList();
        var last = ordered[^1];
        var pick = ordered.Count > 1 && Corrections.IsRetraction(said.Text[ordered[0].Start..last.Start]) ? last
            : ordered.Find(f => f.Finding.Value!.Value.GetProperty("kind").GetString() == "customer_referral") is { Finding: not null } referral ? referral
            : ordered[0];
        return [pick.Finding with { Merge = context.WasAsked(Slots.LeadSource) || Explicit.IsMatch(said.Text) ? Merge.Set : Merge.Fill }];
    }

    private static bool IsNoPerson(string who) =>
        CommonWords.Has(who.Split(' ')[0].TrimEnd('.')) && !FirstNames.Has(who.Split(' ')[0]) && !Title.IsMatch(who);

    private static string Trim(string who) => Title.Replace(who, "").TrimEnd('.', ' ');

    [GeneratedRegex(@"(?:\b(?:saw|seen|noticed|from|because of|off)\s+)?(?:(?:the|a|an|our|your|one of our)\s+)*\b(?:yard|lawn|job)\s?signs?\b(?:\s+(?:in|on|at|near|down|across|by)\s+(?:the\s+)?[\w' ]{2,24})?|\b(?:saw|seen) (?:our|your|the) signs?\b", Options)]
    private static partial Regex Sign { get; }

    [GeneratedRegex(@"\b(?:home|house|garden|builders?'?|remodel\w*)\s?(?:(?:and|&) \w+ )?(?:show|expo|fair)\b(?:\s+card)?", Options)]
    private static partial Regex Show { get; }

    [GeneratedRegex(@"\b(?:saw|seen|noticed|because of|from|off|spotted|read)\s+(?:of\s+)?(?:(?:the|our|your|one of our|side of (?:the|our))\s+)*(?:trucks?|vans?)\b|\b(?:our|your|company) (?:truck|van)\b|\blead source\W+truck\b", Options)]
    private static partial Regex Truck { get; }

    [GeneratedRegex(@"\bcanvass(?:ing|er|ed|ers)?\b(?:\s+sheet)?|\bdoor[- ]?(?:to[- ]door|knock\w*)\b(?:\s+log)?|\bknocked on (?:his|her|their|the) door\b", Options)]
    private static partial Regex Canvass { get; }

    [GeneratedRegex(@"\b(?:on|from|by|our|the|heard|via|radio/)?\s*(?:the\s+)?(?:\b[WK][A-Z]{2,3}\s+)?(?:\bradio(?:\s+(?:ad|spot|commercial|station|show))?|\b(?:on |our |the )?(?:tv|television)\s*(?:ad|spot|commercial|show)?)\b", Options)]
    private static partial Regex Radio { get; }

    [GeneratedRegex(@"\b(?:mailers?|post\s?cards?|fly[ei]rs?|direct mail|door hangers?|leaflets?|mailing|coupon)\b|\bletter in the mail\b|\bin the mail\b", Options)]
    private static partial Regex Mailer { get; }

    [GeneratedRegex(@"\bangi(?:e'?s(?:\s+list)?)?\b|\bhome\s?advisor/angi\b", Options)]
    private static partial Regex Angi { get; }

    [GeneratedRegex(@"\bthumb\s?tack\b", Options)]
    private static partial Regex Thumbtack { get; }

    [GeneratedRegex(@"\bface\s?book\b|\b(?:on|from|via|through|our|an?)\s+fb\b|\bfb (?:ad|page|lead|group)\b", Options)]
    private static partial Regex Facebook { get; }

    [GeneratedRegex(@"\bgoog(?:le[ds]?|ling)\b(?:\s+(?:ads?|search|reviews?|maps?))?", Options)]
    private static partial Regex Google { get; }

    [GeneratedRegex(@"\b(?:(?:his|her|their|the|an|our)\s+)?insurance agent\b(?:\s+\([^)]*\))?", Options)]
    private static partial Regex Agent { get; }

    [GeneratedRegex(@"\brealtor(?:'s)?(?:\s+(?:lead|referral|sent \w+))?\b|\breal estate agent\b|\brealty agent\b", Options)]
    private static partial Regex Realtor { get; }

    [GeneratedRegex(@"\b(?:repeat|returning|previous|past|existing|former|old)\s+(?:customer|client)\b(?!\s*(?:of ours)?\s*,?\s*\p{Lu}[\p{L}]+ \p{Lu}[\p{L}]+,?\s+(?:sent|recommend|refer|told|gave))(?!\s*(?:of ours)?,)|\bwe (?:did|have done|already did|put on|installed|replaced) (?:his|her|their) (?:\w+ )?(?:roof|siding|gutters|windows|deck|house|doors?)\b(?=[^.\n]*\b(?:19|20)\d\d|[^.\n]*\b(?:ago|before|last year|years back))|\bused us before\b", Options)]
    private static partial Regex Repeat { get; }

    [GeneratedRegex(@"\b(?:our |the |your |company )?(?:web\s?site|web\s?form|web lead|contact form|online form|site form)\b|\bwebsite lead\b|\bfound (?:us|you) online\b|\bfrom the web\b|\bonline\b(?=[^.\n]{0,12}\b(?:lead|search|form)\b)", Options)]
    private static partial Regex Website { get; }

    [GeneratedRegex(@"\b(?:refer(?:red|ral)?\s+(?:to us\s+)?(?:by|from|:)\s*:?|referr?al\s*[:=-]|recommended\s+(?:to us\s+)?by|recommendation (?:of|from)|sent\s+(?:to us\s+)?by|sent (?:over |here |our way )?by|heard (?:about|of) us (?:from|through|via)|(?:found|knows?|got|know) (?:us|you|of us|our name) (?:through|from|via)|(?:friend|neighbou?r|cousin|sister|brother|coworker|co-worker|colleague|buddy) of|thanks to|word of mouth from|told about us by)\s+(?:(?:our|a|an|the|his|her|their|my|old|past|former|previous|existing|other)\s+)*(?:customer|client|friend|neighbou?r|cousin|sister|brother|co-?worker|boss|mother|father|mom|dad|son|daughter|aunt|uncle)?,?\s*(?:named\s+)?" + Person, Options)]
    private static partial Regex Referral { get; }

    [GeneratedRegex(@"(?:\b(?:customer|client|neighbou?r|friend|coworker|cousin|sister|brother|boss|mother|father|mom|dad)(?:\s+of\s+(?:ours|his|hers|theirs))?,?\s+)?" + Person + @",?\s+(?:(?:who|whose|has|just|already)\s+)?(?:recommended|referred|sent|told|gave (?:him|her|them|us)|passed (?:along|on)|pointed|suggested us|turned (?:him|her|them) on to)(?:\s+(?:him|her|them|us|me|his|my|their|the|over|along|this|about us))*", Options)]
    private static partial Regex ReferredUs { get; }

    [GeneratedRegex(@"\b(?:on|from|through|via|source\W+|saw us on)\s+(?:the\s+)?(?<what>next\s?door(?: app)?|yelp|instagram|tik\s?tok|home\s?advisor|houzz|bbb|linkedin|youtube|porch\.com|billboard|newspaper|church bulletin|chamber of commerce|costco|home depot|lowe'?s)\b|\b(?<what>yelp|home\s?advisor|houzz|nextdoor|billboard)\b(?:\s+(?:lead|ad|post))?", Options)]
    private static partial Regex Others { get; }

    [GeneratedRegex(@"[^\u2588\n]{3,200}")]
    private static partial Regex Answer { get; }

    [GeneratedRegex(@"\b(?:lead source|source|how did|heard (?:of|about) us|found us)\b", Options)]
    private static partial Regex Explicit { get; }

    [GeneratedRegex(@"^(?:mr|mrs|ms|dr)\.?\s+", Options)]
    private static partial Regex Title { get; }
}
