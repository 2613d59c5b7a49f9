using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>What an address in a message is to the customer.</summary>
internal enum AddressRole { Unmarked, Home, JobSite, Billing, Foreign }

/// <summary>One address of a message: street and what stands with it.</summary>
internal sealed record AddressHit(StreetHit Street, Place? Place, AddressRole Role);

/// <summary>Finds the customer's address, the job site and the billing address, and leaves out those of others.</summary>
internal static partial class AddressReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var streets = StreetReader.Read(said);
        var hits = streets.Select(s => new AddressHit(s, s.IsBox ? null : PlaceReader.After(said, s.End), RoleOf(said, s)))
            .Where(h => !h.Street.IsWeak || h.Place is not null || Lead.IsMatch(said.Before(h.Street.Start, 30)) || context.WasAsked(Slots.Street))
            .ToList();
        foreach (var hit in hits)
        {
            said.Take(hit.Street.Start, hit.Street.End - hit.Street.Start);
            if (hit.Place is { } place)
            {
                said.Take(place.Start, place.End - place.Start);
            }
        }

        var whole = hits is [{ Place: { State: not null, Zip: not null } }];
        var standing = whole ? [] : PlaceReader.Standing(said, context.Form[Slots.State].State != SlotState.Filled || context.WasAsked(Slots.State));
        var found = new List<Finding>();
        var (main, site, billing) = Choose(said, hits);
        Customer(said, context, main, standing, found);
        Other(said, Slots.JobSiteDiffers, site, main, standing, found);
        Other(said, Slots.BillingDiffers, billing, null, standing, found);
        LooseParts(said, context, main, found);
        return found;
    }

    private static (AddressHit? Main, AddressHit? Site, AddressHit? Billing) Choose(Said said, List<AddressHit> hits)
    {
        var own = hits.Where(h => h.Role != AddressRole.Foreign).ToList();
        var billing = own.Find(h => h.Role == AddressRole.Billing)
            ?? own.Find(h => h.Place?.City is { } city && BillTo.Match(said.Text) is { Success: true } bill && said.Text[bill.Index..].Contains(city.Value, StringComparison.OrdinalIgnoreCase) && bill.Index > h.Street.End)
            ?? (own.Count > 1 ? own.Find(h => h.Street.IsBox) : null);
        var rest = own.Where(h => h != billing && !h.Street.IsBox).ToList();
        for (var i = rest.Count - 1; i > 0; i--)
        {
            if (Corrections.IsRetraction(said.Text[rest[i - 1].Street.End..rest[i].Street.Start]))
            {
                rest.RemoveRange(0, i);
                break;
            }
        }

        var home = rest.Find(h => h.Role == AddressRole.Home);
        var site = rest.Find(h => h.Role == AddressRole.JobSite);
        if (rest.Count < 2)
        {
            return (rest.FirstOrDefault(), null, billing);
        }

        var main = home ?? rest.Find(h => h.Role == AddressRole.Unmarked && site is not null) ?? rest.OrderByDescending(Weight).First();
        return (main, site == main ? null : site, billing);
    }

    private static int Weight(AddressHit hit) => (hit.Place?.Zip is null ? 0 : 2) + (hit.Place?.City is null ? 0 : 1) - (hit.Street.IsWeak ? 2 : 0);

    private static AddressRole RoleOf(Said said, StreetHit street)
    {
        var before = Sentence(said.Before(street.Start, 70));
        var after = said.After(street.End, 30);
        return Billing.IsMatch(before) || BillingAfter.IsMatch(after) ? AddressRole.Billing
            : Foreign.IsMatch(before) || ForeignAfter.IsMatch(after) ? AddressRole.Foreign
            : Site.IsMatch(before) ? AddressRole.JobSite
            : Home.IsMatch(before) ? AddressRole.Home
            : AddressRole.Unmarked;
    }

    /// <summary>The part of a text after its last sentence end, comma clause kept.</summary>
    private static string Sentence(string before)
    {
        var end = SentenceEnd.Matches(before).LastOrDefault();
        return end is null ? before : before[(end.Index + end.Length)..];
    }

    private static void Customer(Said said, ReadingContext context, AddressHit? main, IReadOnlyList<Place> standing, List<Finding> found)
    {
        if (main is not null)
        {
            var street = Finding.Of(Slots.Street, main.Street.Line, said.Span(main.Street.Start, main.Street.End - main.Street.Start));
            found.Add(street);
            if (main.Street.Unit is { } unit)
            {
                found.Add(street with { Slot = Slots.Unit, Value = Turns.TurnJson.Element(unit) });
            }
        }

        var home = standing.Where(p => !Site.IsMatch(said.Before(p.Start, 20)) && !Elsewhere.IsMatch(said.Before(p.Start, 30))).ToList();
        var city = main?.Place?.City ?? home.Select(p => p.City).FirstOrDefault(c => c is not null);
        var state = main?.Place?.State ?? home.Select(p => p.State).FirstOrDefault(s => s is not null);
        var zip = main?.Place?.Zip ?? home.Select(p => p.Zip).FirstOrDefault(z => z is not null);
        state ??= context.Form[Slots.State].State == SlotState.Filled && !context.WasAsked(Slots.State)
            ? null
            : PlaceReader.StateAlone(said, context.WasAsked(Slots.State), zip?.Value ?? context.Form.Text(Slots.Zip));
        Parts(said, city, state, zip, context.Form.Text(Slots.State), found);
    }

    private static void Parts(Said said, Piece? city, Piece? state, Piece? zip, string? knownState, List<Finding> found)
    {
        if (city is not null)
        {
            found.Add(Finding.Of(Slots.City, TidyCase.City(city.Value), said.Span(city.Start, city.Length)));
        }

        if (state is not null)
        {
            said.Take(state.Start, state.Length);
            var finding = Finding.Of(Slots.State, state.Value, said.Span(state.Start, state.Length));
            found.Add(state.IsGuess ? finding.Doubtful($"Is \"{said.Span(state.Start, state.Length).Words}\" {UsStates.NameOf(state.Value)} ({state.Value})?") : finding);
        }

        if (zip is not null)
        {
            var (value, zipState, reason) = ZipCode.Normalise(zip.Value, state?.Value ?? knownState);
            var span = said.Span(zip.Start, zip.Length);
            found.Add(value is null ? Finding.Invalid(Slots.Zip, span, reason!) : Finding.Of(Slots.Zip, value, span) with { State = zipState, Reason = reason });
        }
    }

    private static void Other(Said said, string slot, AddressHit? hit, AddressHit? main, IReadOnlyList<Place> standing, List<Finding> found)
    {
        if (hit is null)
        {
            return;
        }

        var after = said.After(hit.Street.End, 60);
        var sameCity = SameCity.IsMatch(after);
        var near = standing.FirstOrDefault(p => p.Start >= hit.Street.End && p.Start - hit.Street.End < 24 && p.Zip is not null);
        var city = hit.Place?.City?.Value ?? (sameCity ? main?.Place?.City?.Value : null);
        var state = hit.Place?.State?.Value;
        var zip = (hit.Place?.Zip ?? near?.Zip)?.Value;
        var value = new OtherAddress(
            hit.Street.Line, hit.Street.Unit, city is null ? null : TidyCase.City(city), state,
            zip is null ? null : ZipCode.Normalise(zip, state).Value);
        found.Add(Finding.Of(slot, value, said.Span(hit.Street.Start, hit.Street.End - hit.Street.Start)));
    }

    /// <summary>A unit or a city that stands alone.</summary>
    private static void LooseParts(Said said, ReadingContext context, AddressHit? main, List<Finding> found)
    {
        var hasStreet = main is not null || context.Form.Has(Slots.Street);
        if (hasStreet && main?.Street.Unit is null && Unit.Match(said.Rest) is { Success: true } unit)
        {
            said.Take(unit);
            var kind = unit.Groups["kind"].Value;
            var text = $"{char.ToUpperInvariant(kind[0])}{kind[1..].ToLowerInvariant()} {unit.Groups["no"].Value.ToUpperInvariant()}";
            found.Add(Finding.Of(Slots.Unit, text, said.Span(unit.Index, unit.Length)) with { Merge = Merge.Fill });
        }

        if (!found.Exists(f => f.Slot == Slots.City) && CityReader.Read(said, context) is { } city)
        {
            said.Take(city.Start, city.Length);
            found.Add(Finding.Of(Slots.City, TidyCase.City(city.Value), said.Span(city.Start, city.Length)) with { Merge = Merge.Fill });
        }
    }

    [GeneratedRegex(@"\b(?:bill(?:s|ing|ed)?|invoices?|mail(?:ing)?)\b[^.!?\n]*$", Options)]
    private static partial Regex Billing { get; }

    [GeneratedRegex(@"^[\s,(\-]*(?:is|=|for)?\s*(?:the\s+|for\s+|his\s+|her\s+)*(?:billing|mailing|bills?)\b", Options)]
    private static partial Regex BillingAfter { get; }

    [GeneratedRegex(@"\b(?:bills?|invoices?)\s+(?:goes?|go|should go|to be sent|is sent|are sent)?\s*to\b", Options)]
    private static partial Regex BillTo { get; }

    [GeneratedRegex(@"\bneighbou?r'?s?\b(?!.*\b(?:he|she|they|lives?|name)\b)[^,]*$|\bnext door (?:at|to)\b|\b(?:i'?m|we'?re|we are|working) (?:at|on) the [^,]*\bjob\b[^,]*$|\bour (?:office|shop|job)\b[^,]*$|\b(?:old|previous|former) address\b|\bused to live\b|\bacross from\b|\bsign (?:at|on|in front of)\b", Options)]
    private static partial Regex Foreign { get; }

    [GeneratedRegex(@"^[\s.,;\-]*(?:is|was|that'?s|thats)\s+(?:the\s+|our\s+|his\s+|her\s+)?(?:neighbou?r|old|wrong|ours|office)", Options)]
    private static partial Regex ForeignAfter { get; }

    [GeneratedRegex(@"\b(?:job|work|project|site|jobsite|property|rental|service address|risk address|loss location|install(?:ation)?|house|building|rents?|roof|four-?plex|duplex|triplex)\b[^.!?\n]{0,30}?\b(?:is|at|on|address|location)\b[^.!?\n]{0,12}$|\b(?:service|risk|job|site|property) address\W*$|\bsite\W*$", Options)]
    private static partial Regex Site { get; }

    [GeneratedRegex(@"\b(?:liv(?:e|es|ing)|reside[sd]?)\b[^.!?\n]{0,30}$|\bhome\b[^.!?\n]{0,12}$", Options)]
    private static partial Regex Home { get; }

    [GeneratedRegex(@"\b(?:neighbou?r|our|office|warehouse|from our|born|moved from|originally)\b[^.!?\n]*$", Options)]
    private static partial Regex Elsewhere { get; }

    [GeneratedRegex(@"(?:address|street|addr|addr\.|property|lives at|live at|located at|house is|home is|at|location|is)\s*[:=\-]?\s*(?:is\s+|at\s+)?$", Options)]
    private static partial Regex Lead { get; }

    [GeneratedRegex(@"^\W*same (?:city|town)", Options)]
    private static partial Regex SameCity { get; }

    [GeneratedRegex(@"(?<![\w'@.\-])(?<kind>apt|apartment|unit|suite|ste)\.?\s*#?\s*(?<no>[A-Z]?\d{1,5}[A-Z]?|[A-Z])\b(?=\s*(?:[,.;\n)]|$))", Options)]
    private static partial Regex Unit { get; }

    [GeneratedRegex(@"(?<!\b(?:st|mr|mrs|ms|dr|no|apt|ave|rd))[.!?]\s+", Options)]
    private static partial Regex SentenceEnd { get; }
}
