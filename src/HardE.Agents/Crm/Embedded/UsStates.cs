namespace HardE.Agents.Crm.Embedded;

/// <summary>USPS codes of states, the district and the territories.</summary>
internal static class UsStates
{
    private const string Codes =
        """
        AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|
        FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|
        MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|
        NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|
        PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|
        WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|AS American Samoa|
        MP Northern Mariana Islands
        """;

    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        .. Codes.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(s => (s[..2], s[3..])),
    ];

    /// <summary>The code of a state given by code or name; null for none.</summary>
    public static string? Code(string text)
    {
        var folded = Folding.Fold(text.Replace(".", "", StringComparison.Ordinal)).Trim();
        return All.Where(s => Folding.Fold(s.Code) == folded || Folding.Fold(s.Name) == folded).Select(s => s.Code).FirstOrDefault();
    }
}
