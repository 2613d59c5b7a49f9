using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Reads orders that name the slot: "change the city to Boise", "last name should be Sorenson", "roof age is 12".</summary>
internal static partial class ChangeReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (string Slot, string Words)[] Names =
    [
        (Slots.FirstName, "first name"), (Slots.LastName, "last name|surname"), (Slots.CompanyName, "company(?: name)?|business name"),
        (Slots.PhoneExt, "ext(?:ension)?"), (Slots.City, "city|town"), (Slots.State, "state"), (Slots.Zip, "zip(?: ?code)?|postal code"),
        (Slots.YearBuilt, "year built"), (Slots.RoofAge, "roof age|age of the roof"), (Slots.Stories, "stories"),
        (Slots.PropertyType, "property(?: type)?"), (Slots.CustomerType, "customer type"), (Slots.LeadSource, "(?:lead )?source"),
        (Slots.SalesRep, "(?:sales )?rep|owner"), (Slots.Notes, "notes?"), (Slots.JobDescription, "(?:job )?description"), (Slots.Unit, "unit|apartment"),
    ];

    private static readonly Regex Order = new(
        $@"\b(?:(?:change|set|make|update|correct|fix|put)\s+(?:the\s+|his\s+|her\s+|their\s+)?(?<slot>{string.Join('|', Names.Select(n => n.Words))})\s+(?:to|as|=)\s+|(?:the\s+|his\s+|her\s+)?(?<slot>{string.Join('|', Names.Select(n => n.Words))})\s+(?:should be|should read|must be)\s+)(?<v>[^\n]{{1,400}}?)(?=\s*(?:[.!;](?:\s|$)|,?\s+(?:not|and (?:the|change|make|set))\b|$))",
        Options);

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var found = new List<Finding>();
        foreach (Match match in Order.Matches(said.Rest))
        {
            var slot = Names.First(n => Regex.IsMatch(match.Groups["slot"].Value, $"^(?:{n.Words})$", Options)).Slot;
            var value = match.Groups["v"];
            var finding = SlotParser.Parse(slot, value.Value, said.Span(value.Index, value.Length), context);
            if (finding is not null)
            {
                said.Take(match);
                found.Add(finding with { Merge = Merge.Set });
            }
        }

        return found;
    }
}
