using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Gutters;

/// <summary>The rows of a gutter job: gutter, downspouts with their fittings, end caps, hangers, guard.</summary>
internal sealed class GutterQuote(GutterInput gutter, CatalogSnapshot catalog, GutterSums sums, Worksheet sheet)
{
    private readonly List<QuoteLine> lines = [];

    public (Quote? Quote, string? Problem) Build(CatalogItem row)
    {
        var feet = gutter.Feet()!.Value;
        var size = row.Attributes.GetValueOrDefault("size", "5");
        if (gutter.Runs is { Count: > 1 } runs)
        {
            sheet.Step("gutter", string.Join(" + ", runs.Select(Show.Number)), feet, "LF");
        }

        lines.Add(QuoteLine.Of(row, feet));
        if (gutter.GutterOnly != true)
        {
            Spouts(row, feet);
            Fitting("end_caps", "end cap", size, Runs());
            Hangers(feet);
        }

        Fitting("miters", "miter", size, gutter.Miters ?? 0);
        if (gutter.GuardFeet is { } guard && IsWanted("guard") && catalog.Fitting("guard", size) is { } mesh)
        {
            lines.Add(QuoteLine.Of(mesh, guard));
        }

        var (extras, problem) = Extras.Of(catalog, gutter.Extras, "gutters");
        lines.AddRange(extras);
        return problem is null ? (new Quote($"Gutters, {Show.Measure(feet)} ft of {row.Name}", lines), null) : (null, problem);
    }

    private bool IsWanted(string part) => gutter.Without?.Contains(part) != true;

    private int Runs()
    {
        if (gutter.Runs is { Count: > 0 } runs)
        {
            return runs.Count;
        }

        if (gutter.RunCount is null)
        {
            sheet.Assume("one run (for end caps)");
        }

        return gutter.RunCount ?? 1;
    }

    private void Spouts(CatalogItem row, decimal feet)
    {
        if (!IsWanted("downspouts"))
        {
            return;
        }

        var round = row.Attributes.GetValueOrDefault("profile") == "half-round";
        var size = gutter.DownspoutSize ?? (round ? "3 round" : row.Attributes.GetValueOrDefault("size") == "6" ? "3x4" : "2x3");
        var spout = catalog.Items.FirstOrDefault(i => i.Category == "downspout" && i.Attributes.GetValueOrDefault("size") == size);
        if (spout is null)
        {
            sheet.Assume($"no downspouts (the catalog has none of {size})");
            return;
        }

        if (gutter.DownspoutSize is null)
        {
            sheet.Assume($"{size} downspouts");
        }

        var count = Count(size, feet);
        var each = gutter.DownspoutFeet ?? Length();
        var total = sheet.Step("downspout", $"{count} × {Show.Number(each)}", count * each, "LF");
        lines.Add(QuoteLine.Of(spout, total) with { Detail = $"{count} of {Show.Number(each)} ft" });
        Fitting("elbows", "elbow", size, count * (gutter.ElbowsEach ?? 3));
        if (IsWanted("outlets") && catalog.Part("outlet") is { } outlet)
        {
            lines.Add(QuoteLine.Of(outlet, count));
        }
    }

    private int Count(string size, decimal feet)
    {
        if (gutter.Downspouts is { } said)
        {
            return said;
        }

        if (gutter.DownspoutsPerRun is { } each)
        {
            return each * Runs();
        }

        if (GutterSums.Downspouts.Any(d => d.Size == size) && sums.PerRun(size) is { } needed)
        {
            return (int)needed * Runs();
        }

        var guess = gutter.Runs is { Count: > 0 } runs ? runs.Sum(r => (int)Rounding.Up(r / 40)) : (int)Rounding.Up(feet / 40);
        sheet.Assume($"{Show.Count(guess, "downspout")}, one for every 40 ft");
        return guess;
    }

    private decimal Length()
    {
        var feet = (9m * (gutter.Stories ?? 1)) + 1;
        sheet.Assume($"downspouts of {Show.Number(feet)} ft");
        return feet;
    }

    private void Hangers(decimal feet)
    {
        if (IsWanted("hangers") && catalog.Part("hanger") is { } hanger)
        {
            var line = QuoteLine.Of(hanger, feet);
            sheet.Step("hangers", QuoteLine.How(hanger, feet), line.Units, "", hanger.Sku);
            lines.Add(line);
        }
    }

    private void Fitting(string part, string word, string size, int count)
    {
        if (count > 0 && IsWanted(part) && catalog.Fitting(word, size) is { } row)
        {
            lines.Add(QuoteLine.Of(row, count));
        }
    }
}
