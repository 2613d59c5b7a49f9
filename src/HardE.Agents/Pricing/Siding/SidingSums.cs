using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Siding;

/// <summary>The areas and lengths of walls; a figure is null when what it needs is not known. Every figure leaves its step.</summary>
internal sealed class SidingSums(SidingInput walls, PriceRules rules, Worksheet sheet)
{
    private const decimal StoryFeet = 9;

    private decimal WindowWidth => walls.WindowWidth ?? 3;
    private decimal WindowHeight => walls.WindowHeight ?? 5;
    private decimal WindowArea => walls.WindowSf ?? (WindowWidth * WindowHeight);
    private decimal DoorWidth => walls.DoorWidth ?? 3;
    private decimal DoorHeight => walls.DoorHeight ?? 7;

    public decimal WasteShare => walls.WasteIncluded == true ? 0 : walls.WastePercent is { } percent ? percent / 100 : rules.Waste("siding");

    public int Stories => walls.Stories ?? (walls.HeightFeet >= 16 ? 2 : 1);

    public decimal? Perimeter() => walls.PerimeterFeet
        ?? (walls is { Length: { } l, Width: { } w } ? sheet.Step("perimeter", $"2 × ({Show.Number(l)} + {Show.Number(w)})", 2 * (l + w), "LF") : null);

    public decimal? Height()
    {
        if (walls.HeightFeet is not null)
        {
            return walls.HeightFeet;
        }

        if (walls.Stories is not { } stories)
        {
            return null;
        }

        sheet.Assume($"{Show.Number(StoryFeet)} ft of wall a story");
        return stories == 1 ? StoryFeet : sheet.Step("wall height", $"{stories} × {Show.Number(StoryFeet)}", stories * StoryFeet, "ft");
    }

    /// <summary>Walls and gables before openings, SF.</summary>
    public decimal? Gross()
    {
        if (walls.GrossSf is not null)
        {
            return walls.GrossSf;
        }

        if (Perimeter() is not { } around || Height() is not { } high)
        {
            return null;
        }

        var plain = sheet.Step("walls", $"{Show.Number(around)} × {Show.Number(high)}", Rounding.Two(around * high), "SF");
        return GableArea() is { } gables and > 0 ? sheet.Step("gross", $"{Show.Number(plain)} + {Show.Number(gables)}", plain + gables, "SF") : plain;
    }

    public decimal Openings()
    {
        if (walls.OpeningsSf is { } measured)
        {
            return measured;
        }

        var (windows, doors) = (walls.Windows ?? 0, walls.Doors ?? 0);
        if (windows + doors == 0)
        {
            sheet.Assume("no openings taken off");
            return 0;
        }

        Standard();
        var how = string.Join(" + ", new[]
        {
            windows > 0 ? $"{windows} × {Show.Number(WindowArea)}" : null,
            doors > 0 ? $"{doors} × {Show.Number(DoorWidth * DoorHeight)}" : null,
        }.OfType<string>());
        return sheet.Step("openings", how, Rounding.Two((windows * WindowArea) + (doors * DoorWidth * DoorHeight)), "SF");
    }

    /// <summary>What is sided, SF.</summary>
    public decimal? Net()
    {
        if (walls.NetSf is not null)
        {
            return walls.NetSf;
        }

        return Gross() is { } gross && Openings() is var open
            ? open == 0 ? gross : sheet.Step("net", $"{Show.Number(gross)} − {Show.Number(open)}", gross - open, "SF") : null;
    }

    public decimal? Squares() => Net() is { } net ? sheet.Step("squares", $"{Show.Number(net)} ÷ 100", Rounding.Two(net / 100), "SQ") : null;

    public decimal? OrderSquares()
    {
        if (Net() is not { } net)
        {
            return null;
        }

        if (WasteShare == 0)
        {
            return Squares();
        }

        var area = sheet.Step($"with {Show.Percent(WasteShare)} waste", $"{Show.Number(net)} × {Show.Number(1 + WasteShare)}", Rounding.Two(net * (1 + WasteShare)), "SF",
            walls.WastePercent is null ? PriceRules.WasteKey("siding") : null);
        return sheet.Step("squares to order", $"{Show.Number(area)} ÷ 100", Rounding.Two(net * (1 + WasteShare) / 100), "SQ");
    }

    /// <summary>Around windows, three sides of doors, and up the gable rakes, LF.</summary>
    public decimal? JChannel()
    {
        var (windows, doors) = (walls.Windows ?? 0, walls.Doors ?? 0);
        if (windows + doors == 0 && Rakes() is null)
        {
            return null;
        }

        Standard();
        var around = 2 * (WindowWidth + WindowHeight);
        var door = (2 * DoorHeight) + (walls.DoorsAllRound == true ? 2 * DoorWidth : DoorWidth);
        var how = string.Join(" + ", new[]
        {
            windows > 0 ? $"{windows} × {Show.Number(around)}" : null,
            doors > 0 ? $"{doors} × {Show.Number(door)}" : null,
            Rakes() is { } r and > 0 ? Show.Number(r) : null,
        }.OfType<string>());
        return sheet.Step("J-channel", how, (windows * around) + (doors * door) + (Rakes() ?? 0), "LF");
    }

    /// <summary>Under eaves and sills, LF.</summary>
    public decimal? Undersill()
    {
        var eaves = walls.EaveFeet ?? (walls.Gables is > 0 && walls.Length is { } l ? sheet.Step("eaves", $"2 × {Show.Number(l)}", 2 * l, "LF") : Perimeter());
        var sills = (walls.Windows ?? 0) * WindowWidth;
        return eaves is { } e ? sills == 0 ? e : sheet.Step("undersill", $"{Show.Number(e)} + {walls.Windows} × {Show.Number(WindowWidth)}", e + sills, "LF") : null;
    }

    public int? Posts() => walls.Posts ?? (Perimeter() is null && walls.Stories is null ? null : 4 * Stories);

    private decimal? Rakes()
    {
        if (walls.RakeFeet is not null || walls.Gables is not > 0 || GableSpan() is not { } span)
        {
            return walls.RakeFeet;
        }

        if (walls.GableRise is not { } rise)
        {
            return null;
        }

        var factor = new Slope(rise).Factor;
        var each = sheet.Step("rake", $"{Show.Number(span / 2)} × {Show.Number(factor)}", Rounding.Two(span / 2 * factor), "LF");
        return sheet.Step("rakes", $"{2 * walls.Gables} × {Show.Number(each)}", 2 * walls.Gables.Value * each, "LF");
    }

    private decimal? GableSpan() => walls.GableWidth ?? walls.Width;

    /// <summary>All gables, SF.</summary>
    public decimal? GableArea()
    {
        if (walls.Gables is not > 0 || GableSpan() is not { } span)
        {
            sheet.Assume("no gables counted");
            return null;
        }

        var count = walls.Gables.Value;
        var high = walls.GableHeight ?? (walls.GableRise is { } rise
            ? sheet.Step("gable height", $"{Show.Number(span)} ÷ 2 × {Show.Number(rise)} ÷ 12", Rounding.Two(span / 2 * rise / 12), "ft") : null);
        return high is { } h ? sheet.Step("gables", $"{count} × {Show.Number(span)} × {Show.Number(h)} ÷ 2", Rounding.Two(count * span * h / 2), "SF") : null;
    }

    private void Standard()
    {
        if (walls.Windows is > 0 && walls.WindowWidth is null && walls.WindowSf is null)
        {
            sheet.Assume("windows 3 × 5 ft (15 SF)");
        }

        if (walls.Doors is > 0 && walls.DoorWidth is null)
        {
            sheet.Assume("doors 3 × 7 ft (21 SF)");
        }
    }
}
