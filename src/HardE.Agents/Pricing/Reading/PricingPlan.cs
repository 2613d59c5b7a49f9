using HardE.Agents.Pricing.Quotes;
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
            return Decision.Tool("catalog_status", new { });
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
        if (said.Has(@"options? at|\bat \d+, ?\d+,? (?:and|or) \d+|margin table|markup table") && said.Nums(@"(?<![\d.])(?<n>[1-9]\d)(?! ?(?:ft|sq|sf|windows))").ToList() is { Count: > 1 } margins && (deal.Cost ?? last?.Cost) is { } base1)
        {
            return Decision.Tool("margin_check", new { cost = base1, margins });
        }

        return Discount(deal) ?? Margin(deal);
    }

    private Decision? Discount(MoneyReader.Deal deal)
    {
        if (deal is { OffPercent: null, OffAmount: null, NewPrice: null })
        {
            return null;
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
        if (!Asks.LeansBack(said) || trades.StandsAlone)
        {
            return null;
        }

        return last is null
            ? said.Has(@"\bsame (?:house|roof|quote|job|one|size)|\brerun|\b(?:to|on|from) that\b|\bthat (?:quote|one|come)|that come out|\bdrop the|\bleave out|\bto that estimate|round it|new total|the total now|\bswap\b")
                ? Ask("I have no earlier calculation of ours to start from in this conversation. What are the measures (for a roof: length by width and pitch), and what shall be different?") : null
            : new FollowUpPlan(said, catalog, last).Decide();
    }

    private Decision? Missing()
    {
        if (said.Has(@"\bquote\b|\bestimate\b|\bballpark\b|\bprice out\b|how much (?:is|for) (?:a|the|this) (?:job|house)"))
        {
            return Ask("What shall I price: a roof, siding, gutters or windows, and what are the measures?");
        }

        return last is not null && said.Has(@"^\s*(?:-?\d|[a-z ]{0,12}\d)") ? new FollowUpPlan(said, catalog, last).Decide() : null;
    }

    private static Decision.Unsure Ask(string question) => new(question);
}
