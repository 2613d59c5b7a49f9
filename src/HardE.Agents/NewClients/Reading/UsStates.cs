using System.Collections.Frozen;

namespace HardE.Agents.NewClients.Reading;

/// <summary>The 50 states, DC and five territories: names, codes, and which ZIP codes lie in them (USPS).</summary>
internal static class UsStates
{
    private const string List =
        """
        AL=alabama=350-369 AK=alaska=995-999 AZ=arizona=850-865 AR=arkansas=716-729 CA=california=900-961 CO=colorado=800-816 CT=connecticut=060-069
        DE=delaware=197-199 DC=district_of_columbia=200-205 FL=florida=320-349 GA=georgia=300-319,398-399 HI=hawaii=967-968 ID=idaho=832-838
        IL=illinois=600-629 IN=indiana=460-479 IA=iowa=500-528 KS=kansas=660-679 KY=kentucky=400-427 LA=louisiana=700-714 ME=maine=039-049
        MD=maryland=206-219 MA=massachusetts=010-027,055-055 MI=michigan=480-499 MN=minnesota=550-567 MS=mississippi=386-397 MO=missouri=630-658
        MT=montana=590-599 NE=nebraska=680-693 NV=nevada=889-898 NH=new_hampshire=030-038 NJ=new_jersey=070-089 NM=new_mexico=870-884
        NY=new_york=005-005,063-063,100-149 NC=north_carolina=270-289 ND=north_dakota=580-588 OH=ohio=430-459 OK=oklahoma=730-749 OR=oregon=970-979
        PA=pennsylvania=150-196 RI=rhode_island=028-029 SC=south_carolina=290-299 SD=south_dakota=570-577 TN=tennessee=370-385 TX=texas=733-733,750-799,885-885
        UT=utah=840-847 VT=vermont=050-059 VA=virginia=201-201,220-246 WA=washington=980-994 WV=west_virginia=247-268 WI=wisconsin=530-549
        WY=wyoming=820-831 PR=puerto_rico=006-009 GU=guam=969-969 VI=virgin_islands=008-008 AS=american_samoa=967-967 MP=northern_mariana_islands=969-969
        """;

    private static readonly (string Code, string Name, (int From, int To)[] Zips)[] All =
        [.. List.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    private static readonly FrozenDictionary<string, string> ByName =
        All.SelectMany(s => new[] { (s.Name, s.Code), (s.Code, s.Code) })
            .ToFrozenDictionary(p => p.Item1, p => p.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["jersey"] = "NJ",
        ["mass"] = "MA",
        ["penn"] = "PA",
        ["penna"] = "PA",
        ["conn"] = "CT",
        ["calif"] = "CA",
        ["cali"] = "CA",
        ["fla"] = "FL",
        ["tex"] = "TX",
        ["ill"] = "IL",
        ["mich"] = "MI",
        ["minn"] = "MN",
        ["wisc"] = "WI",
        ["tenn"] = "TN",
        ["ariz"] = "AZ",
        ["colo"] = "CO",
        ["wash"] = "WA",
        ["ore"] = "OR",
        ["okla"] = "OK",
        ["nebr"] = "NE",
        ["kans"] = "KS",
        ["ala"] = "AL",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Full names, longest first, for patterns; a space stands for any white space.</summary>
    public static string NamePattern { get; } =
        string.Join('|', All.Select(s => s.Name).OrderByDescending(n => n.Length).Select(n => n.Replace(" ", @"\s+", StringComparison.Ordinal)));

    public static string ShortPattern { get; } = string.Join('|', Short.Keys);

    /// <summary>The USPS code of a state's name or code, in any case and with dots; null when there is no such state.</summary>
    public static string? Code(string written)
    {
        var plain = string.Join(' ', written.Replace(".", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return ByName.GetValueOrDefault(plain) ?? (plain.Length is 3 && plain[1] == ' ' ? ByName.GetValueOrDefault(plain.Replace(" ", "", StringComparison.Ordinal)) : null);
    }

    /// <summary>The code that a short form (Jersey, Mass) means in all likelihood.</summary>
    public static string? Guess(string written) => Short.GetValueOrDefault(written.Trim().TrimEnd('.'));

    public static string NameOf(string code) =>
        System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(All.First(s => s.Code == code).Name);

    /// <summary>The state a ZIP code lies in by its first three digits; null when no state has them.</summary>
    public static string? OfZip(string zip) =>
        zip.Length >= 3 && int.TryParse(zip.AsSpan(0, 3), out var prefix)
            ? All.Where(s => s.Zips.Any(z => prefix >= z.From && prefix <= z.To)).OrderBy(s => s.Zips.Sum(z => z.To - z.From)).FirstOrDefault().Code
            : null;

    /// <summary>True when the first digit of the ZIP code is one of the state's (the check of the specification; exceptions exist).</summary>
    public static bool FirstDigitFits(string code, string zip) =>
        All.First(s => s.Code == code).Zips.Any(z => z.From / 100 == zip[0] - '0' || z.To / 100 == zip[0] - '0');

    private static (string Code, string Name, (int From, int To)[] Zips) Read(string entry)
    {
        var parts = entry.Split('=');
        var zips = parts[2].Split(',').Select(range =>
            (int.Parse(range[..3], System.Globalization.CultureInfo.InvariantCulture), int.Parse(range[4..], System.Globalization.CultureInfo.InvariantCulture)));
        return (parts[0], parts[1].Replace('_', ' '), [.. zips]);
    }
}
