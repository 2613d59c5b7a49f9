using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>
/// The form in which two spellings of one street meet: upper case, no punctuation, suffix, direction and unit abbreviated as in
/// USPS Publication 28. Only the last suffix word is abbreviated (12 COURT ST, 5 ST MARKS PL).
/// </summary>
public static partial class StreetKey
{
    public static readonly FrozenDictionary<string, string> Suffixes = Pairs(
        """
        ALLEY=ALY AVENUE=AVE AV=AVE AVE=AVE BOULEVARD=BLVD BLVD=BLVD BEND=BND BROADWAY=BROADWAY CIRCLE=CIR CIR=CIR COURT=CT CT=CT COVE=CV CREEK=CRK CRESCENT=CRES
        CROSSING=XING DRIVE=DR DR=DR EXPRESSWAY=EXPY HIGHWAY=HWY HWY=HWY LANE=LN LN=LN LOOP=LOOP PARKWAY=PKWY PKWY=PKWY PIKE=PIKE PLACE=PL PL=PL PLAZA=PLZ
        PLZ=PLZ POINT=PT PT=PT ROAD=RD RD=RD ROUTE=RTE RTE=RTE ROW=ROW RUN=RUN SQUARE=SQ SQ=SQ STREET=ST ST=ST STR=ST TERRACE=TER TERR=TER TER=TER
        TRAIL=TRL TRL=TRL TURNPIKE=TPKE TPKE=TPKE WAY=WAY TRACE=TRCE RIDGE=RDG HILL=HL HEIGHTS=HTS VIEW=VW PATH=PATH PASS=PASS WALK=WALK COMMONS=CMNS
        LANDING=LNDG GROVE=GRV GREEN=GRN MEWS=MEWS XING=XING BLVR=BLVD CRES=CRES
        """);

    public static readonly FrozenDictionary<string, string> Directions = Pairs(
        "NORTH=N SOUTH=S EAST=E WEST=W NORTHEAST=NE NORTHWEST=NW SOUTHEAST=SE SOUTHWEST=SW N=N S=S E=E W=W NE=NE NW=NW SE=SE SW=SW");

    private static readonly FrozenDictionary<string, string> Units = Pairs(
        "APARTMENT=APT APT=APT UNIT=UNIT SUITE=STE STE=STE FLOOR=FL FL=FL BUILDING=BLDG BLDG=BLDG LOT=LOT ROOM=RM RM=RM TRAILER=TRLR");

    /// <summary>The key of a street line, with its unit when one is given.</summary>
    public static string Of(string street, string? unit = null)
    {
        var text = Punctuation.Replace($"{street} {unit}".ToUpperInvariant(), " ").Replace("#", " # ", StringComparison.Ordinal);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var unitAt = words.FindIndex(1 < words.Count ? 1 : 0, w => Units.ContainsKey(w) || w == "#");
        var end = unitAt < 0 ? words.Count : unitAt;
        var suffix = end == 0 ? -1 : words.FindLastIndex(end - 1, end, w => Suffixes.ContainsKey(w));
        for (var i = 0; i < words.Count; i++)
        {
            words[i] = i >= end ? Units.GetValueOrDefault(words[i], words[i])
                : i == suffix && i > 1 ? Suffixes[words[i]]
                : i == 1 && end > 3 || i > suffix ? Directions.GetValueOrDefault(words[i], words[i])
                : words[i];
        }

        return string.Join(' ', words);
    }

    private static FrozenDictionary<string, string> Pairs(string text) =>
        text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('='))
            .ToFrozenDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[.,;']")]
    private static partial Regex Punctuation { get; }
}
