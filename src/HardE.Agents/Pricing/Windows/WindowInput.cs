using System.ComponentModel;
using HardE.Agents.Pricing.Roof;

namespace HardE.Agents.Pricing.Windows;

/// <summary>Windows of one size and kind.</summary>
public sealed record WindowItem(
    [property: Description("Style and glass as the person said it (double hung low-e, casement, picture), or the sku.")] string? Product = null,
    [property: Description("Width, inches.")] decimal? Width = null,
    [property: Description("Height, inches.")] decimal? Height = null,
    [property: Description("United inches, when the sides are not known.")] decimal? UnitedInches = null,
    [property: Description("How many.")] int? Count = null);

/// <summary>What is known about windows.</summary>
public sealed record WindowInput(
    [property: Description("quote = priced rows with labor, unit = one window's united inches and price, measures = united inches only.")] string? Detail = null,
    [property: Description("The windows, one entry for each size and kind.")] IReadOnlyList<WindowItem>? Items = null,
    [property: Description("True when each opening gets aluminum capping.")] bool? Capping = null,
    [property: Description("True when the old windows are removed and disposed of.")] bool? Disposal = null,
    [property: Description("Windows with grids between the glass.")] int? Grids = null,
    [property: Description("Windows with tempered glass.")] int? Tempered = null,
    [property: Description("True when labor is left out.")] bool? WithoutLabor = null,
    [property: Description("Other catalog rows to add.")] IReadOnlyList<ExtraItem>? Extras = null);
