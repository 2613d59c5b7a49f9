using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Roof;

/// <summary>One figure of an answer, as data.</summary>
public sealed record Figure(string Name, decimal Value, string Unit);

/// <summary>Says the figures of a roof that were asked for, or those that its measures give.</summary>
internal sealed class RoofAnswer(RoofInput roof, CatalogSnapshot catalog, RoofSums sums, Worksheet sheet)
{
    private readonly List<string> said = [];
    private readonly List<Figure> figures = [];

    /// <summary>Surface, squares with waste and units of the field material in one sentence.</summary>
    public static string Head(RoofSums sums, CatalogItem field, List<Figure>? figures)
    {
        var (surface, squares) = (sums.Surface()!.Value, sums.Squares()!.Value);
        figures?.Add(new Figure("squares", squares, "SQ"));
        var text = $"Surface {Show.Measure(surface)} SF = **{Show.Measure(squares)} squares**";
        if (sums.OrderSquares() is { } order && sums.WasteShare is { } waste)
        {
            figures?.Add(new Figure("order_squares", order, "SQ"));
            var units = QuoteLine.UnitsFor(field, order);
            text += waste > 0 ? $"; with {Show.Percent(waste)} waste **{Show.Measure(order)} squares**" : "";
            text += $" = **{Show.Count(units, field.UnitWord)}**";
        }

        return text + ".";
    }

    public (string Text, IReadOnlyList<Figure> Figures) Say(CatalogItem? product)
    {
        foreach (var key in roof.Wanted is { Count: > 0 } wanted ? wanted : ["surface", "order"])
        {
            One(key, product);
        }

        return (string.Join(' ', said), figures);
    }

    private void One(string key, CatalogItem? product)
    {
        switch (key)
        {
            case "surface":
                Surface();
                break;
            case "order":
                Order();
                break;
            case "bundles":
                Bundles(product);
                break;
            case "factor" when sums.Factor() is { } f:
                Tell($"The slope factor at {Show.Number(roof.Rise!.Value)}/12 is **{Show.Number(f)}**.", "factor", f, "");
                break;
            case "hip_factor" when sums.HipFactor() is { } h:
                Tell($"The hip and valley factor at {Show.Number(roof.Rise!.Value)}/12 is **{Show.Number(h)}** times the common run.", "hip_factor", h, "");
                break;
            case "degrees" when sums.Degrees() is { } d:
                Tell($"{Show.Number(roof.Rise!.Value)}/12 is **{Show.Measure(d)} degrees**.", "degrees", d, "degrees");
                break;
            case "hip" when roof.HipFeet is null && sums.HipEach("hip") is { } each:
                Tell($"Each hip is **{Show.Measure(each)} ft**{Together(sums.HipsTotal(), each)}.", "hip", each, "LF");
                break;
            case "valley" when roof.ValleyFeet is null && sums.HipEach("valley") is { } each:
                Tell($"Each valley is **{Show.Measure(each)} ft**{Together(sums.ValleysTotal(), each)}.", "valley", each, "LF");
                break;
            case "valley_metal":
                Part("valley", sums.ValleysTotal);
                break;
            case "ice" when sums.Ice() is { } ice:
                var line = Units("ice", ice.Squares);
                Tell($"Ice barrier: **{Show.Count(ice.Courses, "course")}** of 3 ft, {Show.Measure(ice.Squares)} SQ = **{line}**.", "courses", ice.Courses, "courses");
                break;
            default:
                Lengths(key);
                break;
        }
    }

    private void Lengths(string key)
    {
        (string Name, Func<decimal?> Feet, string? Part)? asked = key switch
        {
            "rafter" or "rake" => ("Each rafter (rake)", sums.Rafter, null),
            "eave" => ("Eaves", sums.Eaves, null),
            "edge" => ("Edge (eaves and rakes)", sums.Edge, null),
            "drip" => ("Drip edge", sums.Edge, "drip"),
            "starter" => ("Starter", sums.Edge, "starter"),
            "ridge" => ("Ridge", sums.Ridge, null),
            "cap" => ("Ridge and hips", sums.CapFeet, "cap"),
            "ridge_vent" => ("Ridge", sums.Ridge, "ridge_vent"),
            _ => null,
        };
        if (asked is { } length && length.Feet() is { } feet)
        {
            Tell($"{length.Name}: **{Show.Measure(feet)} LF**{(length.Part is { } part ? $" = **{Units(part, feet)}**" : "")}.", key, feet, "LF");
        }
        else if (key is "underlayment" or "felt" && sums.Squares() is not null)
        {
            Part(key, sums.Squares);
        }
        else if (key == "nails" && (sums.OrderSquares() ?? sums.Squares()) is { } order)
        {
            Part(key, () => order);
        }
    }

    private void Surface()
    {
        if (sums.Surface() is { } sf && sums.Squares() is { } squares)
        {
            Tell($"Surface: {Show.Measure(sf)} SF = **{Show.Measure(squares)} squares** before waste.", "squares", squares, "SQ");
        }
    }

    private void Order()
    {
        if (sums.WasteShare is { } waste and > 0 && sums.OrderSquares() is { } order)
        {
            Tell($"With {Show.Percent(waste)} waste: **{Show.Measure(order)} squares** to order.", "order_squares", order, "SQ");
        }
    }

    private void Bundles(CatalogItem? product)
    {
        var order = sums.OrderSquares() ?? sums.Squares();
        if (order is not { } squares)
        {
            return;
        }

        if (sums.WasteShare is null)
        {
            sheet.Assume("no waste added (tell me gable, hip, complex, or a percentage)");
        }

        var field = product ?? Choice.Standard(catalog.Fields("roofing"));
        var per = roof.BundlesPerSquare ?? field.UnitsPerBasis ?? 0;
        if (per == 0 || field.Unit != "BD")
        {
            Tell($"{field.Name} is sold by the {field.UnitWord}: **{Show.Count(QuoteLine.UnitsFor(field, squares), field.UnitWord)}**.", "units", QuoteLine.UnitsFor(field,
                squares), field.UnitWord);
            return;
        }

        if (product is null && roof.BundlesPerSquare is null)
        {
            sheet.Assume($"{field.Name}, {Show.Number(per)} bundles a square");
        }

        var source = roof.BundlesPerSquare is null ? field.Sku : null;
        var bundles = sheet.Step("bundles", $"{Show.Number(squares)} SQ × {Show.Number(per)} = {Show.Number(squares * per)}, rounded up", Rounding.Up(squares * per),
            "bundles", source);
        Tell($"That is **{Show.Count(bundles, "bundle")}**{(product is null ? "" : $" of {product.Name}")}.", "bundles", bundles, "bundles");
    }

    private void Part(string part, Func<decimal?> need)
    {
        if (catalog.Part(part) is { } row && need() is { } amount and > 0)
        {
            Tell($"{row.Name}: **{Units(part, amount)}** for {Show.Measure(amount)} {row.Basis}.", part, QuoteLine.UnitsFor(row, amount), row.UnitWord);
        }
    }

    private string Units(string part, decimal need)
    {
        if (catalog.Part(part) is not { } row)
        {
            return "no row for it in the catalog";
        }

        var units = QuoteLine.UnitsFor(row, need);
        sheet.Step(row.Name, $"{QuoteLine.How(row, need)}, rounded up", units, Show.Plural(row.UnitWord), row.Sku);
        return Show.Count(units, row.UnitWord);
    }

    private static string Together(decimal? all, decimal each) => all is { } sum && sum != each ? $", {Show.Measure(sum)} ft together" : "";

    private void Tell(string sentence, string name, decimal value, string unit)
    {
        said.Add(sentence);
        figures.Add(new Figure(name, value, unit));
    }
}
