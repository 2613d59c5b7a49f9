using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Siding;

/// <summary>Says the figures of walls that were asked for, or those that their measures give.</summary>
internal sealed class SidingAnswer(SidingInput walls, CatalogSnapshot catalog, SidingSums sums, Worksheet sheet)
{
    private readonly List<string> said = [];
    private readonly List<Figure> figures = [];

    /// <summary>Net, squares with waste and units of the siding in one sentence.</summary>
    public static string Head(SidingSums sums, CatalogItem field)
    {
        var (net, squares, order) = (sums.Net()!.Value, sums.Squares()!.Value, sums.OrderSquares()!.Value);
        var waste = sums.WasteShare > 0 ? $"; with {Show.Percent(sums.WasteShare)} waste **{Show.Measure(order)} squares**" : "";
        return $"Net {Show.Measure(net)} SF = **{Show.Measure(squares)} squares**{waste} = **{Show.Count(QuoteLine.UnitsFor(field, order), field.UnitWord)}**.";
    }

    public (string Text, IReadOnlyList<Figure> Figures) Say(CatalogItem? product)
    {
        foreach (var key in walls.Wanted is { Count: > 0 } wanted ? wanted : ["net", "order", "cartons"])
        {
            One(key, product);
        }

        return (string.Join(' ', said), figures);
    }

    private void One(string key, CatalogItem? product)
    {
        switch (key)
        {
            case "gables" when sums.GableArea() is { } gables:
                Tell($"Gables: **{Show.Measure(gables)} SF = {Show.Measure(Rounding.Two(gables / 100))} squares**.", key, gables, "SF");
                break;
            case "gross" when sums.Gross() is { } gross:
                Tell($"Gross: **{Show.Measure(gross)} SF = {Show.Measure(Rounding.Two(gross / 100))} squares**.", key, gross, "SF");
                break;
            case "net" when sums.Net() is { } net && sums.Squares() is { } squares:
                Tell($"Net: {Show.Measure(net)} SF = **{Show.Measure(squares)} squares** before waste.", key, squares, "SQ");
                break;
            case "order" when sums.OrderSquares() is { } order && sums.WasteShare > 0:
                Tell($"With {Show.Percent(sums.WasteShare)} waste: **{Show.Measure(order)} squares** to order.", key, order, "SQ");
                break;
            case "cartons" when sums.OrderSquares() is { } order:
                Cartons(order, product);
                break;
            case "wrap":
                Part(key, "wrap", sums.Gross() is { } sf ? Rounding.Two(sf / 100) : null);
                break;
            case "starter":
                Part(key, "siding_starter", sums.Perimeter());
                break;
            case "j_channel":
                Part(key, "j_channel", sums.JChannel());
                break;
            case "undersill":
                Part(key, "undersill", sums.Undersill());
                break;
            case "posts":
                Part(key, "outside_post", sums.Posts());
                break;
        }
    }

    private void Cartons(decimal order, CatalogItem? product)
    {
        var field = product ?? Choice.Standard(catalog.Fields("siding"));
        if (product is null)
        {
            sheet.Assume($"{field.Name}, {Show.Number(field.BasisPerUnit ?? 1)} SQ a {field.UnitWord}");
        }

        var units = sheet.Step($"{field.UnitWord}s", $"{QuoteLine.How(field, order)} = {Show.Number(QuoteLine.Exact(field, order))}, rounded up", QuoteLine.UnitsFor(field,
            order), Show.Plural(field.UnitWord), field.Sku);
        Tell($"That is **{Show.Count(units, field.UnitWord)}**{(product is null ? "" : $" of {field.Name}")}.", "cartons", units, field.UnitWord);
    }

    private void Part(string key, string role, decimal? need)
    {
        if (need is { } amount and > 0 && catalog.Part(role) is { } row)
        {
            var units = sheet.Step(row.Name, $"{QuoteLine.How(row, amount)}, rounded up", QuoteLine.UnitsFor(row, amount), Show.Plural(row.UnitWord), row.Sku);
            Tell($"{row.Name}: {(row.Basis == "EA" ? "" : $"**{Show.Measure(amount)} {row.Basis}** = ")}**{Show.Count(units, row.UnitWord)}**.", key, units, row.UnitWord);
        }
    }

    private void Tell(string sentence, string name, decimal value, string unit)
    {
        said.Add(sentence);
        figures.Add(new Figure(name, value, unit));
    }
}
