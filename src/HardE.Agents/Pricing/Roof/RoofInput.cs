using System.ComponentModel;

namespace HardE.Agents.Pricing.Roof;

/// <summary>What is known about a roof. Lengths are feet along the plan, areas square feet; nothing is guessed from what is missing.</summary>
public sealed record RoofInput(
    [property: Description("quote = priced rows, materials = what to order without prices, measures = only the figures in 'wanted'.")] string? Detail = null,
    [property: Description("Which figures: surface, order, bundles, rafter, rake, eave, edge, drip, starter, ridge, cap, ridge_vent, hip, valley, ice, underlayment, "
        + "felt, nails, factor, degrees, tear_off. Empty: those that fit.")] IReadOnlyList<string>? Wanted = null,
    [property: Description("Longer side of the footprint with overhangs, feet.")] decimal? Length = null,
    [property: Description("Shorter side of the footprint with overhangs (the span), feet.")] decimal? Width = null,
    [property: Description("Plan area with overhangs, SF, when the sides are not known.")] decimal? FootprintSf = null,
    [property: Description("Several planes or wings, each length by width in feet: surfaces when no pitch is known, footprints with one.")] IReadOnlyList<Section>? Sections = null,
    [property: Description("Measured roof surface, SF: used as it is, no slope factor.")] decimal? SurfaceSf = null,
    [property: Description("True when the surface already holds the waste.")] bool? WasteIncluded = null,
    [property: Description("gable, hip or complex.")] string? Shape = null,
    [property: Description("Pitch: inches of rise for 12 of run, 0 to 24.")] decimal? Rise = null,
    [property: Description("Waste in percent; the company's figure for the shape when not given.")] decimal? WastePercent = null,
    [property: Description("Shingle or panel as the person said it, or its sku.")] string? Product = null,
    [property: Description("Bundles for one square, when the person named it.")] decimal? BundlesPerSquare = null,
    [property: Description("Run of the common rafter, feet.")] decimal? RunFeet = null,
    [property: Description("All eaves together, feet.")] decimal? EaveFeet = null,
    [property: Description("All rakes together, feet.")] decimal? RakeFeet = null,
    [property: Description("All ridges together, feet.")] decimal? RidgeFeet = null,
    [property: Description("Number of hips.")] int? Hips = null,
    [property: Description("All hips together, feet.")] decimal? HipFeet = null,
    [property: Description("Number of valleys.")] int? Valleys = null,
    [property: Description("All valleys together, feet.")] decimal? ValleyFeet = null,
    [property: Description("Eave overhang, feet.")] decimal? OverhangFeet = null,
    [property: Description("Thickness of the wall, feet.")] decimal? WallFeet = null,
    [property: Description("Layers to tear off; 0 = none.")] int? Layers = null,
    [property: Description("Pipe boots.")] int? Boots = null,
    [property: Description("Sheets of deck to replace.")] int? DeckSheets = null,
    [property: Description("Dumpsters.")] int? Dumpsters = null,
    [property: Description("Boxes of nails.")] int? NailBoxes = null,
    [property: Description("Chimney flashing kits.")] int? Chimneys = null,
    [property: Description("True when the field is laid on felt instead of synthetic.")] bool? Felt = null,
    [property: Description("Parts to leave out: starter, cap, ridge_vent, ice, underlayment, drip, nails, tear_off, dumpster.")] IReadOnlyList<string>? Without = null,
    [property: Description("Only these parts beside the field; empty for the whole system.")] IReadOnlyList<string>? Only = null,
    [property: Description("Other catalog rows to add.")] IReadOnlyList<ExtraItem>? Extras = null);

/// <summary>One plane or wing of a roof, feet.</summary>
public sealed record Section(decimal Length, decimal Width);

/// <summary>A catalog row added to a quote as it is: "40 feet of gutter guard".</summary>
public sealed record ExtraItem(
    [property: Description("The item as said, or its sku.")] string Item,
    [property: Description("How much, in the unit.")] decimal Quantity,
    [property: Description("SQ, SF, LF, EA, BD, RL, PC, BX, CT or LB; the row's own when empty.")] string? Unit = null);
