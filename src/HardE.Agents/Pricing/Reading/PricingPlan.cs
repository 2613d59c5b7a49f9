using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Reading;

/// <summary>Which tool a message asks for, and with what. Money first, then what leans on the last calculation, then the trades.</summary>
internal sealed class PricingPlan(Phrase said, CatalogSnapshot catalog, LastCalculation? last)
{
    private readonly TradePlan trades = new(said, catalog);

    /// <returns>The next step; null when the message says nothing that can be priced or worked out.</returns>
    public Decision? Decide()
    {
        if (Asks.Status(said))
        {
            var status = ToolCall.Of("catalog_status", new { });
            return ItemReader.Find(said, catalog).Count > 0 && said.Has(@",.*\bwhat|\band\b.*\b(?:price|what|how much)")
                ? new Decision.Call([status, ToolCall.Of("search_catalog", new { query = said.Said })]) : new Decision.Call([status]);
        }

        if (said.Has(@"\bcolou?rs?\b.{0,24}\b(?:change|affect|matter|cost (?:more|extra)|extra)|(?:change|affect)s? (?:the )?price.{0,24}colou?r"))
        {
            return Ask("A catalog row has one price for all its colors; which colors a row comes in is in the catalog (\"what colors does the 5 inch gutter come in\"). "
                + "Which item do you mean?");
        }

        return Money() ?? FollowUp() ?? trades.Decide() ?? Missing();
    }

    private Decision? Money()
    {
        if (MoneyReader.IsLoan(said))
        {
            var loan = MoneyReader.ReadLoan(said);
            return loan.Amount is null && last?.Price is null && TradePlan.HasMeasures(said)
                ? null : Decision.Tool("loan_payment", new { amount = loan.Amount, months = loan.Months, apr_percent = loan.Apr, down = loan.Down });
        }

        if (!MoneyReader.IsDeal(said) || TradePlan.HasMeasures(said))
        {
            return null;
        }

        var deal = MoneyReader.ReadDeal(said);
        return Margins(deal) ?? Discount(deal) ?? Margin(deal);
    }

    private Decision? Margins(MoneyReader.Deal deal)
    {
        if (said.Has(@"(?:margin|mark[- ]?up)s?\b.{0,16}\btable"))
        {
            return Decision.Tool("margin_check", new { margins = new[] { 10, 20, 25, 30, 33.33m, 35, 40, 45, 50 } });
        }

        if (said.Num(@"costs? (?:goes|go|went|rises?|is|are|comes) up (?:by )?# ?%|# ?% (?:cost )?(?:increase|hike|more) (?:in|on|for) (?:the )?(?:cost|material)") is { } up)
        {
            return (deal.Cost ?? last?.Cost) is { } known
                ? Decision.Tool("margin_check", new { cost = known, cost_up_percent = up, margin_percent = deal.MarginPercent }) : Ask("What does it cost us today? Then "
                    + "I can work out the new price.");
        }

        var several = said.Has(@"\bat #(?: ?%)?, ?#(?: ?%)?,? (?:and|or) #") ? said.Nums(@"(?<![\d.])(?<n>[1-9]\d)(?! ?(?:ft|sq|sf|windows))") : [];
        if (several.Count < 2)
        {
            return null;
        }

        return (deal.Cost ?? last?.Cost) is { } cost ? Decision.Tool("margin_check", new { cost, margins = several }) : Ask("What does it cost us? Then I can price it at "
            + "each of these margins.");
    }

    private Decision? Discount(MoneyReader.Deal deal)
    {
        if (deal is { OffPercent: null, OffAmount: null, NewPrice: null })
        {
            return said.Has(@"\blowest\b|how low|rock bottom|best (?:price )?(?:i|we) can") && deal.Cost is null && (deal.Price ?? last?.Price) is not null
                ? Decision.Tool("discount_check", new { list_price = deal.Price, lowest = true }) : null;
        }

        // "five percent of 17,350" is the same sum as five percent off it
        var list = deal.Price ?? last?.Price;
        if (deal.NewPrice is { } wanted && (list is null || list <= wanted))
        {
            return Decision.Tool("margin_check", new { cost = deal.Cost ?? last?.Cost, price = wanted });
        }

        return Decision.Tool("discount_check", new { list_price = deal.Price, percent = deal.OffPercent, amount = deal.OffAmount, new_price = deal.NewPrice, cost = deal.Cost });
    }

    private Decision? Margin(MoneyReader.Deal deal)
    {
        var floor = said.Has(@"\bfloor\b|\blowest\b|rock bottom");
        if (deal is { Cost: null, Price: null, MarginPercent: null, MarkupPercent: null } && last is { Price: not null })
        {
            return floor && last.Cost is not null
                ? Decision.Tool("margin_check", new { cost = last.Cost, floor = true })
                : Decision.Tool("show_quote", new { what = "margin" });
        }

        if (floor && deal is { Cost: null, Price: not null, MarginPercent: null })
        {
            return Decision.Tool("margin_check", new { price = deal.Price, floor = true });
        }

        if (deal is { MarginPercent: null, MarkupPercent: null, Price: null, Cost: null })
        {
            return Ask("Which numbers do you have: cost, price, margin or markup? With two of them I can work out the rest.");
        }

        var profit = said.Num(@"(?:clear|profit of|make) #(?! ?(?:%|points?))");
        return Decision.Tool("margin_check", new
        {
            cost = deal.Cost ?? (deal.Price is null && deal.MarginPercent is not null && Asks.LeansBack(said) ? last?.Cost : null),
            price = deal.Price,
            margin_percent = deal.MarginPercent,
            markup_percent = deal.MarkupPercent,
            profit = deal.MarginPercent is null && deal.MarkupPercent is null ? profit : null,
            floor = floor && deal.Price is null ? true : (bool?)null,
        });
    }

    private Decision? FollowUp()
    {
        if (last is { IsOpen: true } open && !Asks.Price(said) && new FollowUpPlan(said, catalog, open).Complete() is { } completed)
        {
            return completed;
        }

        if (!Asks.LeansBack(said) || trades.StandsAlone)
        {
            return null;
        }

        return last is null
            ? said.Has(@"\bsame (?:house|roof|quote|job|one|size)|\brerun|\b(?:to|on|from) that\b|\bthat (?:quote|one|come)|that come out|\bdrop the|\bleave out|\bto "
                + @"that estimate|round it|new total|the total|\bswap\b|\bthat per\b|included, what|\bis it with\b|\bit come")
                ? Ask("I have no earlier calculation of ours to start from in this conversation. What are the measures (for a roof: length by width and pitch), and what "
                    + "shall be different?") : null
            : new FollowUpPlan(said, catalog, last).Decide();
    }

    private Decision? Missing()
    {
        if (said.Has(@"\bquote\b|\bestimate\b|\bballpark\b|\bprice out\b|how much (?:is|for) (?:a|the|this) (?:job|house)"))
        {
            return Ask("What shall I price: a roof, siding, gutters or windows, and what are the measures?");
        }

        if (Asks.Price(said) || Asks.Cost(said) || said.Has(@"\bcharge\b|\bpay\b|\bmany\b|\bmuch\b"))
        {
            return last is not null && new FollowUpPlan(said, catalog, last).Decide() is { } again ? again
                : Ask("Which item or job do you mean, and how much of it? For example \"22 squares of designer shingle\" or \"siding for 48x28, 9 ft walls\".");
        }

        return last is not null && said.Has(@"^\s*(?:-?\d|[a-z ]{0,12}\d)") ? new FollowUpPlan(said, catalog, last).Decide() : null;
    }

    private static Decision.Unsure Ask(string question) => new(question);
}
