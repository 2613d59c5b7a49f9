using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds the firm a customer is: by its label, its legal form, or the kind of business in its name.</summary>
internal static partial class CompanyReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const string Word = @"(?:\p{Lu}[\p{L}\d'.&\-]*|\d+(?:st|nd|rd|th)|&|of|the|and(?= \p{Lu}))";

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context, bool commercial)
    {
        var match = Labelled.Match(said.Rest);
        match = match.Success ? match : Legal.Matches(said.Rest).FirstOrDefault(m => !NotCustomer.IsMatch(said.Before(m.Index, 30))) ?? Match.Empty;
        match = match.Success ? match : Kind.Matches(said.Rest).FirstOrDefault(m => IsFirm(said, m)) ?? Match.Empty;
        match = match.Success || !commercial ? match : FirstPhrase(said);
        var asked = context.WasAsked(Slots.CompanyName);
        if (!match.Success && !asked)
        {
            return [];
        }

        var group = match.Success ? match.Groups["firm"] : Answer.Match(said.Rest).Groups["firm"];
        if (!group.Success || group.Length < 2 || group.Length > 100)
        {
            return [];
        }

        said.Take(group.Index, group.Length);
        var span = said.Span(group.Index, group.Length);
        var name = group.Value.Trim(' ', ',', ':');
        return [Finding.Of(Slots.CompanyName, name, span), Finding.Of(Slots.CustomerType, "commercial", span) with { Merge = Merge.Fill }];
    }

    private static bool IsFirm(Said said, Match match) =>
        !NotCustomer.IsMatch(said.Before(match.Index, 30))
        && !Relation.IsMatch(said.After(match.Index + match.Length, 12))
        && match.Groups["firm"].Value.Split(' ') is { Length: >= 2 } words && !(words.Length == 2 && FirstNames.Has(words[0]));

    /// <summary>In a commercial lead the first capitalised phrase is the firm, unless it is a known first name's.</summary>
    private static Match FirstPhrase(Said said) =>
        Phrase.Matches(said.Rest).FirstOrDefault(m => m.Groups["firm"].Value.Split(' ') is { Length: >= 2 } words
            && !FirstNames.Has(words[0]) && !CommonWords.Has(words[0]) && !NotCustomer.IsMatch(said.Before(m.Index, 30))
            && !Contact.IsMatch(said.Before(m.Index, 24))) ?? Match.Empty;

    [GeneratedRegex(@"(?im)^\W*(?:company|business|organi[sz]ation|firm|account|company name|business name)\s*(?:name)?\s*[:=]\s*(?<firm>[^\n;|\u2588]{2,100}?)(?=\s*(?:[\n;|,\u2588]|$))|(?i)\b(?:company|business|firm|shop|place) (?:is|name is|is called|called|named)\s+(?-i)(?<firm>\p{Lu}[\w&'.\- ]{1,60}?)(?=\s*(?:[,.\n;\u2588]|$))", Options)]
    private static partial Regex Labelled { get; }

    [GeneratedRegex(@"\b(?<firm>\p{Lu}[\p{L}\d'.&\-]*(?:[ ]" + Word + @"){0,6},?[ ](?:LLC|L\.L\.C\.|Inc\.?|Incorporated|Corp\.?|Corporation|Ltd\.?|LLP|LP|PLLC|PC|Co\.))(?![\p{L}])", Options)]
    private static partial Regex Legal { get; }

    [GeneratedRegex(@"\b(?<firm>\p{Lu}[\p{L}\d'.&\-]*(?:[ ]" + Word + @"){0,5}[ ](?:Dental|Dentistry|Dentists|Church|Parish|Chapel|Temple|Synagogue|Mosque|Ministries|School|Academy|Preschool|Daycare|College|Apartments|Properties|Property Management|Management|Roasters|Cafe|Caf\u00e9|Coffee|Restaurant|Bakery|Brewery|Brewing|Hotel|Inn|Motel|Lodge|Clinic|Hospital|Pharmacy|Market|Auto|Automotive|Motors|Tire|HOA|Association|Condominiums|Condominium Association|Foundation|Bank|Credit Union|Partners|Holdings|Realty|Storage|Salon|Studio|Studios|Gym|Fitness|Deli|Grill|Grille|Diner|Pizza|Pizzeria|Hardware|Supply|Logistics|Trucking|Enterprises|Industries|Group|Farms|Veterinary|Animal Hospital|Veterinary Clinic|Medical|Chiropractic|Law|Law Offices|Accounting|Offices|Warehouse|Manufacturing|Museum|Library|Theater|Theatre|Senior Living|Assisted Living|Nursing Home|Barbershop|Laundry|Cleaners|Books|Florist|Nursery|Winery|Vineyards|Tavern|Pub|Bar|Club|Lanes|Plaza|Mall|Center|Centre|Shop|Store)(?:[ ](?:Clinic|Hospital|Center|Centre|Group|Association|Services|Company|Co|School|Church|Club|House|Shop|LLC|Inc))*)(?![\p{L}])", Options)]
    private static partial Regex Kind { get; }

    [GeneratedRegex(@"(?:^|[:\n,.\u2588-]\s*)(?<firm>\p{Lu}[\p{L}\d'.&\-]*(?:[ ]" + Word + @"){1,5})(?=\s*(?:[,(\n:;\u2588-]|$))", Options)]
    private static partial Regex Phrase { get; }

    [GeneratedRegex(@"^\W*(?<firm>[^\u2588\n,;]{2,100}?)\W*(?:[\n,;\u2588]|$)", Options)]
    private static partial Regex Answer { get; }

    [GeneratedRegex(@"(?i)\b(?:insur\w*|carrier|adjuster|works? (?:at|for)|from|with|filed|claim|agent|lender|realtor|near|behind|across from|next to|next door to|at the|by|quote(?:s|d)? (?:from|by)|competitor|met (?:at|us at)|home show|in|to|sent by|referred by)\W*(?:the\s+)?$", Options)]
    private static partial Regex NotCustomer { get; }

    [GeneratedRegex(@"(?i)\b(?:contact|attn|owner|manager|name|is|ask for|by)\W*$", Options)]
    private static partial Regex Contact { get; }

    [GeneratedRegex(@"^\s*(?:Dr|Rd|St|Ave|Ln|Ct|Blvd|Way|Pl)\b", Options)]
    private static partial Regex Relation { get; }
}
