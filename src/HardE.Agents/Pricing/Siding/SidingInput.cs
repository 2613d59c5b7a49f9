using System.ComponentModel;
using HardE.Agents.Pricing.Roof;

namespace HardE.Agents.Pricing.Siding;

/// <summary>What is known about the walls. Lengths are feet, areas square feet.</summary>
public sealed record SidingInput(
    [property: Description("quote = priced rows, materials = what to order without prices, measures = only the figures in 'wanted'.")] string? Detail = null,
    [property: Description("Which figures: gross, net, order, cartons, wrap, starter, j_channel, undersill, posts. Empty: those that fit.")] IReadOnlyList<string>? Wanted = null,
    [property: Description("Longer side of the house, feet.")] decimal? Length = null,
    [property: Description("Shorter side of the house, feet.")] decimal? Width = null,
    [property: Description("Perimeter, feet, when the sides are not known.")] decimal? PerimeterFeet = null,
    [property: Description("Height of the walls from the bottom edge to the eave, all storeys, feet.")] decimal? HeightFeet = null,
    [property: Description("Storeys.")] int? Stories = null,
    [property: Description("Number of gables.")] int? Gables = null,
    [property: Description("Width of a gable, feet; the shorter side when empty.")] decimal? GableWidth = null,
    [property: Description("Pitch of the gables: rise for 12 of run.")] decimal? GableRise = null,
    [property: Description("Height of a gable, feet, when measured.")] decimal? GableHeight = null,
    [property: Description("Number of windows.")] int? Windows = null,
    [property: Description("Window width, feet; 3 when empty.")] decimal? WindowWidth = null,
    [property: Description("Window height, feet; 5 when empty.")] decimal? WindowHeight = null,
    [property: Description("Area of one window, SF, when given instead of its sides.")] decimal? WindowSf = null,
    [property: Description("Number of doors.")] int? Doors = null,
    [property: Description("Door width, feet; 3 when empty.")] decimal? DoorWidth = null,
    [property: Description("Door height, feet; 7 when empty.")] decimal? DoorHeight = null,
    [property: Description("True when J-channel runs under doors too.")] bool? DoorsAllRound = null,
    [property: Description("All openings together, SF, when measured.")] decimal? OpeningsSf = null,
    [property: Description("Wall area before openings, SF, when measured.")] decimal? GrossSf = null,
    [property: Description("Net wall area, SF, when measured.")] decimal? NetSf = null,
    [property: Description("True when the net area already holds the waste.")] bool? WasteIncluded = null,
    [property: Description("Waste in percent; the company's figure when not given.")] decimal? WastePercent = null,
    [property: Description("Siding as the person said it, or its sku.")] string? Product = null,
    [property: Description("Rakes of the gables together, feet.")] decimal? RakeFeet = null,
    [property: Description("Eaves together, feet.")] decimal? EaveFeet = null,
    [property: Description("Outside corner posts of 10 ft; 4 a storey when empty.")] int? Posts = null,
    [property: Description("Inside corner posts of 10 ft.")] int? InsidePosts = null,
    [property: Description("True when the old siding is removed.")] bool? Removal = null,
    [property: Description("Parts to leave out: wrap, starter, j_channel, posts, undersill, removal.")] IReadOnlyList<string>? Without = null,
    [property: Description("Only these parts beside the siding; empty for all.")] IReadOnlyList<string>? Only = null,
    [property: Description("Other catalog rows to add.")] IReadOnlyList<ExtraItem>? Extras = null);
