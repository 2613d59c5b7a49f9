using System.Text.RegularExpressions;

namespace HardE.Agents.Pricing.Quotes;

/// <summary>What a row of a catalog is for. A row says so with <c>role=</c> among its attributes, else its name tells.</summary>
public static class Parts
{
    private static readonly Dictionary<string, (string Module, Regex Name)> Known = new(StringComparer.Ordinal)
    {
        ["starter"] = ("roofing", Of("starter")),
        ["cap"] = ("roofing", Of(@"ridge cap|hip (and|&) ridge")),
        ["ice"] = ("roofing", Of(@"ice (and|&) water|ice barrier")),
        ["underlayment"] = ("roofing", Of("synthetic underlayment")),
        ["felt"] = ("roofing", Of("felt")),
        ["drip"] = ("roofing", Of("drip edge")),
        ["valley"] = ("roofing", Of("valley")),
        ["ridge_vent"] = ("roofing", Of("ridge vent")),
        ["boot"] = ("roofing", Of("pipe boot")),
        ["chimney"] = ("roofing", Of("chimney")),
        ["deck"] = ("roofing", Of("deck sheet|osb|plywood")),
        ["nails"] = ("roofing", Of("nails?")),
        ["tear_off"] = ("roofing", Of("tear-?off")),
        ["dumpster"] = ("roofing", Of("dumpster")),
        ["wrap"] = ("siding", Of("house wrap")),
        ["siding_starter"] = ("siding", Of("starter")),
        ["j_channel"] = ("siding", Of("j-channel")),
        ["outside_post"] = ("siding", Of("outside corner")),
        ["inside_post"] = ("siding", Of("inside corner")),
        ["undersill"] = ("siding", Of("undersill")),
        ["soffit"] = ("siding", Of("soffit")),
        ["fascia"] = ("siding", Of("fascia")),
        ["siding_removal"] = ("siding", Of("removal")),
        ["outlet"] = ("gutters", Of("outlet")),
        ["hanger"] = ("gutters", Of("hanger")),
        ["coil"] = ("gutters", Of("coil")),
        ["capping"] = ("windows", Of("capping")),
        ["disposal"] = ("windows", Of("disposal")),
        ["grids"] = ("windows", Of("grids?")),
        ["tempered"] = ("windows", Of("tempered")),
        ["patio_door"] = ("windows", Of("patio door")),
    };

    /// <summary>The row for a part; null when this catalog has none.</summary>
    public static CatalogItem? Part(this CatalogSnapshot catalog, string part)
    {
        var (module, name) = Known[part];
        var rows = catalog.Items.Where(i => i.Module == module).ToList();
        return rows.FirstOrDefault(i => i.Attributes.TryGetValue("role", out var role) && role == part)
            ?? rows.FirstOrDefault(i => i.Category != "field" && name.IsMatch(i.Name));
    }

    /// <summary>Gutter fittings come in sizes: "elbow" with "2x3", "miter" with "5".</summary>
    public static CatalogItem? Fitting(this CatalogSnapshot catalog, string word, string size) =>
        catalog.Items.FirstOrDefault(i => i.Module == "gutters" && i.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
            && (i.Attributes.GetValueOrDefault("size") == size || Regex.IsMatch(i.Name, $@"(?<![\dx]){Regex.Escape(size)}(?![\dx])")));

    /// <summary>Rows of the main material of a module, as they stand in the catalog.</summary>
    public static IReadOnlyList<CatalogItem> Fields(this CatalogSnapshot catalog, string module) =>
        [.. catalog.Items.Where(i => i.Module == module && i.Category == (module switch { "gutters" => "gutter", "windows" => "window", _ => "field" }))];

    private static Regex Of(string words) => new($@"\b(?:{words})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
