using System.ComponentModel;
using HardE.Agents.Pricing.Roof;

namespace HardE.Agents.Pricing.Gutters;

/// <summary>What is known about gutters. Lengths are feet, areas square feet of plan.</summary>
public sealed record GutterInput(
    [property: Description("quote = priced rows, materials = what to order without prices, measures = only the figures in 'wanted'.")] string? Detail = null,
    [property: Description("Which figures: flow, size, downspouts, hangers, coil. Empty: those that fit.")] IReadOnlyList<string>? Wanted = null,
    [property: Description("Length of each run, feet.")] IReadOnlyList<decimal>? Runs = null,
    [property: Description("All gutter together, feet, when the runs are not known.")] decimal? TotalFeet = null,
    [property: Description("Number of runs, when their lengths are not known.")] int? RunCount = null,
    [property: Description("Depth of roof in plan behind a run, feet.")] decimal? DepthFeet = null,
    [property: Description("Plan area that one run drains, SF.")] decimal? AreaSf = null,
    [property: Description("Pitch: inches of rise for 12 of run.")] decimal? Rise = null,
    [property: Description("Rain, inches an hour; the company's figure when empty.")] decimal? Rainfall = null,
    [property: Description("Gutter width, inches: 5 or 6.")] decimal? Size = null,
    [property: Description("True for half-round; K-style when empty.")] bool? HalfRound = null,
    [property: Description("Gutter as the person said it (gauge, metal), or its sku.")] string? Product = null,
    [property: Description("Downspouts in all.")] int? Downspouts = null,
    [property: Description("Downspouts on each run.")] int? DownspoutsPerRun = null,
    [property: Description("2x3 or 3x4.")] string? DownspoutSize = null,
    [property: Description("Length of a downspout, feet.")] decimal? DownspoutFeet = null,
    [property: Description("Storeys, when the length of downspouts is not known.")] int? Stories = null,
    [property: Description("Elbows for each downspout; 3 when empty.")] int? ElbowsEach = null,
    [property: Description("Corner miters.")] int? Miters = null,
    [property: Description("True when only the gutter itself is priced, without downspouts and fittings.")] bool? GutterOnly = null,
    [property: Description("Feet of gutter guard.")] decimal? GuardFeet = null,
    [property: Description("Parts to leave out: downspouts, elbows, outlets, end_caps, hangers, guard.")] IReadOnlyList<string>? Without = null,
    [property: Description("Other catalog rows to add.")] IReadOnlyList<ExtraItem>? Extras = null)
{
    /// <summary>All gutter, feet; null when not known.</summary>
    public decimal? Feet() => Runs is { Count: > 0 } runs ? runs.Sum() : TotalFeet;
}
