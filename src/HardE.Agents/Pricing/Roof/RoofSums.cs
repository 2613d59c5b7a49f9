using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Roof;

/// <summary>The geometry of one roof; a figure is null when what it needs is not known. Every figure leaves its step on the sheet.</summary>
internal sealed class RoofSums(RoofInput roof, PriceRules rules, Worksheet sheet)
{
    private readonly Slope? slope = roof.Rise is { } rise ? new Slope(rise) : null;

    public bool IsHip => roof.Shape == "hip";

    /// <summary>Share of waste and where it comes from; null when neither a shape nor a percentage is known.</summary>
    public decimal? WasteShare => roof.WasteIncluded == true ? 0
        : roof.WastePercent is { } percent ? percent / 100
        : roof.Shape is { } shape ? rules.Waste("roofing", shape) : null;

    public decimal? Factor() => slope is { } s
        ? sheet.Step($"slope factor at {s}", $"√(({Show.Number(s.Rise)} ÷ 12)² + 1)", s.Factor, "") : null;

    public decimal? HipFactor() => slope is { } s
        ? sheet.Step($"hip and valley factor at {s}", $"√(({Show.Number(s.Rise)} ÷ 12)² + 2)", s.HipFactor, "") : null;

    public decimal? Degrees() => slope?.Degrees;

    public decimal? Footprint() => slope is not null && Together() is { } sections ? sections : roof.FootprintSf
        ?? (roof is { Length: { } l, Width: { } w } ? sheet.Step("footprint", $"{Show.Number(l)} × {Show.Number(w)}", Rounding.Two(l * w), "SF") : null);

    /// <summary>Surface without waste, SF.</summary>
    public decimal? Surface()
    {
        if (roof.SurfaceSf is { } measured)
        {
            return measured;
        }

        if (slope is null && Together() is { } planes)
        {
            return planes;
        }

        return Footprint() is { } plan && Factor() is { } f
            ? sheet.Step("surface", $"{Show.Number(plan)} × {Show.Number(f)}", Rounding.Two(plan * f), "SF") : null;
    }

    public decimal? Squares() => Surface() is { } sf ? sheet.Step("squares", $"{Show.Number(sf)} ÷ 100", Rounding.Two(sf / 100), "SQ") : null;

    /// <summary>Squares to buy: surface with waste.</summary>
    public decimal? OrderSquares()
    {
        if (Surface() is not { } sf || WasteShare is not { } waste)
        {
            return null;
        }

        if (waste == 0)
        {
            return Squares();
        }

        var source = roof.WastePercent is null ? PriceRules.WasteKey("roofing", roof.Shape ?? "gable") : null;
        var area = sheet.Step($"with {Show.Percent(waste)} waste", $"{Show.Number(sf)} × {Show.Number(1 + waste)}", Rounding.Two(sf * (1 + waste)), "SF", source);
        return sheet.Step("squares to order", $"{Show.Number(area)} ÷ 100", Rounding.Two(sf * (1 + waste) / 100), "SQ");
    }

    public decimal? Run() => roof.RunFeet
        ?? (roof.Width is { } w ? sheet.Step("run", $"{Show.Number(w)} ÷ 2", Rounding.Two(w / 2), "LF") : null);

    /// <summary>One rake, which is one common rafter along the slope.</summary>
    public decimal? Rafter() => Run() is { } run && Factor() is { } f
        ? sheet.Step("rafter (rake)", $"{Show.Number(run)} × {Show.Number(f)}", Rounding.Two(run * f), "LF") : null;

    public decimal? Eaves()
    {
        if (roof.EaveFeet is not null)
        {
            return roof.EaveFeet;
        }

        return IsHip
            ? roof is { Length: { } l, Width: { } w } ? sheet.Step("eaves all round", $"2 × ({Show.Number(l)} + {Show.Number(w)})", 2 * (l + w), "LF") : null
            : roof.Length is { } length ? sheet.Step("eaves", $"2 × {Show.Number(length)}", 2 * length, "LF") : null;
    }

    public decimal? Rakes() => IsHip ? 0
        : roof.RakeFeet ?? (Rafter() is { } each ? sheet.Step("rakes", $"4 × {Show.Number(each)}", 4 * each, "LF") : null);

    /// <summary>Eaves and rakes: where drip edge and starter go.</summary>
    public decimal? Edge()
    {
        if (Eaves() is not { } eaves || Rakes() is not { } rakes)
        {
            return null;
        }

        return rakes == 0 ? eaves : sheet.Step("edge", $"{Show.Number(eaves)} + {Show.Number(rakes)}", eaves + rakes, "LF");
    }

    public decimal? Ridge()
    {
        if (roof.RidgeFeet is not null)
        {
            return roof.RidgeFeet;
        }

        return IsHip
            ? roof is { Length: { } l, Width: { } w } ? sheet.Step("ridge", $"{Show.Number(l)} − {Show.Number(w)}", Math.Max(0, l - w), "LF") : null
            : roof.Length;
    }

    /// <summary>One hip or one valley.</summary>
    public decimal? HipEach(string what) => Run() is { } run && HipFactor() is { } h
        ? sheet.Step($"{what}, each", $"{Show.Number(run)} × {Show.Number(h)}", Rounding.Two(run * h), "LF") : null;

    public decimal? HipsTotal()
    {
        var count = roof.Hips ?? (IsHip && roof.RunFeet is null && roof.Width is not null ? 4 : (int?)null);
        return roof.HipFeet ?? (count is { } n && HipEach("hip") is { } each ? sheet.Step("hips", $"{n} × {Show.Number(each)}", n * each, "LF") : null);
    }

    public decimal? ValleysTotal() => roof.ValleyFeet
        ?? (roof.Valleys is { } n && HipEach("valley") is { } each ? n == 1 ? each : sheet.Step("valleys", $"{n} × {Show.Number(each)}", n * each, "LF") : null);

    /// <summary>Ridge and hips: what caps cover.</summary>
    public decimal? CapFeet()
    {
        var (ridge, hips) = (Ridge(), HipsTotal());
        return (ridge, hips) switch
        {
            (null, null) => null,
            ({ } r, { } h and > 0) when r > 0 => sheet.Step("ridge and hips", $"{Show.Number(h)} + {Show.Number(r)}", h + r, "LF"),
            _ => (ridge ?? 0) + (hips ?? 0),
        };
    }

    /// <summary>
    /// Ice barrier: from the eave to 24 in inside the wall line (IRC R905.1.2), in whole 3-ft courses; a valley takes one course.
    /// </summary>
    public (decimal Courses, decimal Squares)? Ice()
    {
        if (Eaves() is not { } eaves || Factor() is not { } f)
        {
            return null;
        }

        var (overhang, wall) = (roof.OverhangFeet ?? Assumed(1, "1 ft overhang"), roof.WallFeet ?? Assumed(0.5m, "6 in walls"));
        var width = sheet.Step("ice barrier up the slope", $"({Show.Number(overhang)} + {Show.Number(wall)} + 2) × {Show.Number(f)}", Rounding.Two((overhang + wall
            + 2) * f), "LF");
        var courses = sheet.Step("courses of 3 ft", $"{Show.Number(width)} ÷ 3, up", Rounding.Up((overhang + wall + 2) * f / 3), "courses");
        var area = eaves * courses * 3;
        var how = $"{Show.Number(eaves)} × {Show.Number(courses)} × 3";
        if (roof.Shape is not null && ValleysTotal() is { } valleys and > 0)
        {
            area += valleys * 3;
            how += $" + {Show.Number(valleys)} × 3";
        }

        sheet.Step("ice barrier area", how, Rounding.Two(area), "SF");
        return (courses, Rounding.Two(area / 100));
    }

    private decimal? Together() => roof.Sections is { Count: > 0 } sections
        ? sheet.Step(slope is null ? "surface" : "footprint", string.Join(" + ", sections.Select(s => $"{Show.Number(s.Length)} × "
            + $"{Show.Number(s.Width)}")), Rounding.Two(sections.Sum(s => s.Length * s.Width)), "SF")
        : null;

    private decimal Assumed(decimal value, string words)
    {
        sheet.Assume(words);
        return value;
    }
}
