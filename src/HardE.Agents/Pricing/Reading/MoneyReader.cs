namespace HardE.Agents.Pricing.Reading;

/// <summary>Reads prices, costs, margins, discounts and loans. Amounts are dollars, shares percent.</summary>
internal static class MoneyReader
{
    private const string Is = @"(?:,| is| was| are| were| of| at| for| to|:| comes to| runs| about| around| only|'s|s us| us| be)*";
    private const string Next = @"(?: is| was| are| were| of| at| for| to|:| comes to| runs| about| around| only|'s| us| be| it)*";
    private const string Amount = @"#(?! ?(?:%|ft\b|sf\b|sq\b|in\b|ui\b|months?|mos?\b|years?|yrs?|points?|pts?|squares|windows?|points|x\b))";

    public sealed record Loan(decimal? Amount, int? Months, decimal? Apr, decimal? Down);

    public sealed record Deal(decimal? Cost, decimal? Price, decimal? MarginPercent, decimal? MarkupPercent, decimal? OffPercent, decimal? OffAmount, decimal? NewPrice);

    public static bool IsLoan(Phrase said) =>
        said.Has(@"\bmonthly\b|\ba month\b|\bper month\b|/ ?mo\b|\bfinanc|\bapr\b|\bsame as cash\b|\bloan\b|\binterest on\b|\bmonth payment|\bpayments? (?:on|over|of|for|"
            + @"at|with)\b|\bover \d+ (?:months?|years?|yrs?)\b|what's the payment|the payment\b");

    public static bool IsDeal(Phrase said) =>
        said.Has(@"\bmargin|costs? (?:goes|go|went|rises?) up\b|\bmark[- ]?ups?\b|\bmark(?:ed|ing)? (?:it )?up\b|\bpoints?\b|\bpts\b|% ?off\b|\bdiscount|"
            + @"\bknock\b.*\boff\b|\btake .{0,24}\boff\b|\bgive .{0,24}\boff\b|\d off\b|\boff (?:the )?(?:list|price|quote)|\bfloor\b(?! (?:plan|area))|\bwhat (?:do|"
            + @"should|would) (?:i|we) (?:have to )?charge|\blowest\b.*(?:go|price|sell)|\bmake money\b|\bgo down to\b|\bcan (?:i|we) (?:do|go)\b.*\d|\bprofit\b|\bto "
            + @"clear\b|\bsell it (?:at|for)|\bsold (?:at|for|it)?\b.*\bcost|too thin|\bcost\b.*\b(?:price|sell|charge)\b.*\?|\bneed to sell|% ?of #|\blist(?: price)? "
            + @"(?:is|was|of) #");

    public static Loan ReadLoan(Phrase said)
    {
        var years = said.Num(@"# ?(?:-| )?(?:years?|yrs?)\b");
        var months = years is { } y ? (int)(y * 12) : said.Int(@"# ?(?:-| )?(?:months?|mos?\b)");
        var apr = said.Has(@"same as cash|no interest|interest[- ]free|0 ?%") ? 0 : said.Num(@"# ?%|# ?apr\b|apr(?: of| is| at|:)? #|\bat #(?= ?(?:apr|interest|,|\.|\?|$|"
            + @" for| over| with| and|;))(?! ?(?:months|years))|interest(?: of| at| rate)* #|years?,? #(?=,| what|\?|$)");
        var down = said.Num(@"# ?(?:dollars )?down\b|put #(?: ?down)?|down(?: payment)?(?: of| is|:)? #|less # down");
        var taken = new[] { years, months, apr, down }.OfType<decimal>().ToList();
        var amount = said.Nums(Amount).Where(n => n >= 100 && n != down).Select(n => (decimal?)n).FirstOrDefault();
        return new Loan(amount, months, apr, down == amount ? null : down);
    }

    public static Deal ReadDeal(Phrase said)
    {
        var material = said.Num($@"\bmaterials?{Is} {Amount}|{Amount} (?:for |in |of )?materials?\b");
        var labor = said.Num($@"\blabor{Is} {Amount}|{Amount} (?:for |in |of )?labor\b");
        var cost = material is { } m && labor is { } l ? m + l
            : said.Num($@"\b(?:our |my |the )?costs?{Next} {Amount}|costing {Amount}|material plus labor{Is} {Amount}")
                ?? said.Num($@"\bcosts?{Is} {Amount}") ?? said.Num($@"{Amount} (?:is |was |in )?(?:our |my )?costs?\b") ?? (said.Has("to clear") ? null : Plus(material, labor));
        var price = said.Num($@"\b(?:sold|sell|selling|price|list|listed|quoted|quote|contract|charged?|retail){Next} (?:a |the )?{Amount}(?! (?:our |my )?cost)")
            ?? said.Nums($@"\bmargin{Next} (?:a |the )?{Amount}").Where(n => n >= 100).Select(n => (decimal?)n).FirstOrDefault()
            ?? said.Num($@"{Amount} (?:list|sold|price|job|quote|contract|retail|sale|deal)\b|(?:lowest|how low).{{0,24}} on (?:a |the )?{Amount}")
            ?? said.Num($@"% ?off (?:a |the |of |our |my |that )*{Amount}|% discount on (?:a |the )*{Amount}|off (?:a |the |of )*{Amount}|discount on {Amount}|% of {Amount}")
            ?? said.Num($@"\b(?:sold|sell|price|list){Is} {Amount}");
        var off = said.Num(@"# ?% ?(?:off|discount|less|lower|cheaper|reduction|of)\b|discount(?: of| at| is)* # ?%|(?:take|knock|give|minus|less|drop|after|cut)(?: off| "
            + @"them| him| her)? # ?%|- ?# ?%|# ?points? off");
        var newPrice = said.Num($@"(?:go (?:down )?to|do it (?:for|at)|down to|wants? (?:it )?(?:for|at)|sell (?:it )?(?:at|for)|under the floor at|floor at|stay at|flat "
            + $@"at|settle (?:for|at)|let it go (?:for|at)) {Amount}|(?:can|could) (?:i|we) do {Amount}|{Amount} flat");
        var markup = said.Num(@"# ?% ?mark[- ]?up|mark(?:ed|ing)? (?:it |them )?up(?: by| of)? #|mark[- ]?up(?: of| is| at|:)* #(?= ?%| percent|,| as| what|\?|$)");
        var margin = said.Num(@"# ?% ?(?:gross )?margin|margin(?: of| is| at|:| to)* #(?= ?%)|# ?(?:points?|pts)\b(?! off)|# margin|at # ?%(?! ?(?:mark|apr|off|waste))|"
            + @"margin(?: of| at)* #(?! ?%|\d)(?= |$|\?)(?! ?(?:job|quote|list|price))|\bneed # ?%(?! ?mark)");
        return new Deal(cost, price == cost ? null : price, margin, markup, off, said.Num($@"(?:knock|take|give|drop|minus|cut)(?: them| him| her| off)? {Amount}(?: "
            + $@"dollars)?(?: off|\b(?! ?%))|{Amount} (?:dollars )?off\b"), newPrice);
    }

    private static decimal? Plus(decimal? a, decimal? b) => a is null && b is null ? null : (a ?? 0) + (b ?? 0);
}
