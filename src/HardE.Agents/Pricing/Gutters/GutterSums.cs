using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Gutters;

/// <summary>Sizes gutters and downspouts for what a run drains (sources of the figures: specs, domain 6.3).</summary>
internal sealed class GutterSums(GutterInput gutter, PriceRules rules, Worksheet sheet)
{
    /// <summary>Downspouts: what one serves, SF of plan area times pitch factor.</summary>
    public static readonly IReadOnlyList<(string Size, decimal Serves)> Downspouts = [("2x3", 600), ("3x4", 1200)];

    private const decimal FeetForSecondDownspout = 40;

    private (decimal Small, decimal Large, string Name) Capacity => gutter.HalfRound == true ? (2500, 3840, "half-round") : (5520, 7960, "K-style");

    /// <summary>Plan area behind one run, SF.</summary>
    public decimal? Area() => gutter.AreaSf
        ?? (gutter is { DepthFeet: { } depth } && (gutter.Runs is [var run, ..] ? run : gutter.TotalFeet) is { } feet
            ? sheet.Step("area drained", $"{Show.Number(feet)} × {Show.Number(depth)}", Rounding.Two(feet * depth), "SF") : null);

    /// <summary>Area times what the pitch adds.</summary>
    public decimal? Adjusted()
    {
        if (Area() is not { } area || gutter.Rise is not { } rise)
        {
            return null;
        }

        var slope = new Slope(rise);
        return sheet.Step($"adjusted for {slope}", $"{Show.Number(area)} × {Show.Number(slope.RainFactor)}", Rounding.Two(area * slope.RainFactor), "SF");
    }

    public decimal? Flow()
    {
        if (Adjusted() is not { } adjusted)
        {
            return null;
        }

        var rain = gutter.Rainfall ?? rules.Rainfall;
        if (gutter.Rainfall is null)
        {
            sheet.Assume($"rain of {Show.Number(rain)} in an hour");
        }

        return sheet.Step("flow", $"{Show.Number(adjusted)} × {Show.Number(rain)} in/h", Rounding.Two(adjusted * rain), "", gutter.Rainfall is null ? "rainfall_in_per_hr" : null);
    }

    /// <summary>5 or 6 inches; 0 when neither carries it.</summary>
    public decimal? SizeNeeded() => Flow() is { } flow ? flow <= Capacity.Small ? 5 : flow <= Capacity.Large ? 6 : 0 : null;

    /// <summary>The sizing in words.</summary>
    public string Sizing(List<Figure> figures)
    {
        var (flow, size) = (Flow()!.Value, SizeNeeded()!.Value);
        figures.Add(new Figure("flow", flow, "SF x in/h"));
        figures.Add(new Figure("size", size, "in"));
        var (small, large, name) = Capacity;
        return size switch
        {
            5 => $"**5 inch {name}** is enough: the flow is **{Show.Measure(flow)}**, and it carries {Show.Number(small)}.",
            6 => $"Take **6 inch {name}**: the flow is **{Show.Measure(flow)}**; 5 inch carries only {Show.Number(small)}, 6 inch {Show.Number(large)}.",
            _ => $"This needs an engineer: the flow is **{Show.Measure(flow)}**, more than the {Show.Number(large)} of a 6 inch {name}. More outlets or shorter runs may do.",
        };
    }

    /// <summary>How many downspouts of each size one run needs.</summary>
    public string DownspoutWords(List<Figure> figures)
    {
        if (Adjusted() is not { } adjusted)
        {
            return AtLeast(figures);
        }

        var words = Downspouts.Where(d => gutter.DownspoutSize is null || gutter.DownspoutSize == d.Size).Select(d =>
        {
            var count = PerRun(d.Size)!.Value;
            figures.Add(new Figure($"downspouts_{d.Size}", count, ""));
            return $"**{Show.Number(count)}** of {d.Size}";
        });
        var flag = gutter.Runs is { Count: > 0 } runs && runs.Max() > FeetForSecondDownspout && PerRun(gutter.DownspoutSize ?? "3x4") == 1
            ? $" The run is over {Show.Number(FeetForSecondDownspout)} ft: consider a second one all the same." : "";
        return $"Downspouts for the run ({Show.Measure(adjusted)} SF adjusted): {string.Join(", or ", words)}.{flag}";
    }

    // Without the area that is drained only the lower bound is known: one a run.
    private string AtLeast(List<Figure> figures)
    {
        if (gutter.Runs is not { Count: > 0 } runs)
        {
            return "";
        }

        figures.Add(new Figure("downspouts", runs.Count, ""));
        var flag = runs.Max() > FeetForSecondDownspout ? $" A run over {Show.Number(FeetForSecondDownspout)} ft gets a second one as a rule." : "";
        return $"At least **{Show.Number(runs.Count)}**, one for each run, and one outlet each.{flag} With the depth of roof behind a run and the pitch I can size them.";
    }

    /// <summary>Downspouts of a size on one run, by the area it drains.</summary>
    public decimal? PerRun(string size) => Adjusted() is { } adjusted && Downspouts.First(d => d.Size == size).Serves is var serves
        ? sheet.Step($"{size} downspouts", $"{Show.Number(adjusted)} ÷ {Show.Number(serves)} = {Show.Number(Rounding.Two(adjusted / serves))}, rounded "
            + $"up", Math.Max(1, Rounding.Up(adjusted / serves)), "")
        : null;
}
