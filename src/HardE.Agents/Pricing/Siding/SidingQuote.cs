using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Siding;

/// <summary>The rows of a siding job: siding, wrap, trim by its lengths, removal when it was asked for.</summary>
internal sealed class SidingQuote(SidingInput walls, CatalogSnapshot catalog, SidingSums sums, Worksheet sheet)
{
    private readonly List<QuoteLine> lines = [];
    private readonly List<string> left = [];

    /// <summary>Parts that could not be counted for want of a measure.</summary>
    public IReadOnlyList<string> Left => left;

    public (Quote? Quote, string? Problem) Build(CatalogItem field)
    {
        var (squares, order) = (sums.Squares()!.Value, sums.OrderSquares()!.Value);
        lines.Add(QuoteLine.Of(field, order, squares));
        sheet.Step($"{field.UnitWord}s", $"{QuoteLine.How(field, order)} = {Show.Number(QuoteLine.Exact(field, order))}, rounded up", lines[0].Units,
            Show.Plural(field.UnitWord), field.Sku);
        Add("wrap", "wrap", sums.Gross() is { } gross ? Rounding.Two(gross / 100) : squares);
        Add("starter", "siding_starter", sums.Perimeter());
        Add("j_channel", "j_channel", sums.JChannel());
        Add("posts", "outside_post", sums.Posts());
        Add("posts", "inside_post", walls.InsidePosts ?? 0);
        Add("undersill", "undersill", sums.Undersill());
        if (walls.Removal == true)
        {
            Add("removal", "siding_removal", squares);
        }
        else
        {
            sheet.Assume("no removal of old siding (none was mentioned)");
        }

        var (extras, problem) = Extras.Of(catalog, walls.Extras, "siding");
        lines.AddRange(extras);
        return problem is null ? (new Quote($"Siding, {Show.Measure(squares)} squares, {field.Name}", lines), null) : (null, problem);
    }

    private void Add(string part, string role, decimal? need)
    {
        var wanted = walls.Without?.Contains(part) != true && (walls.Only is not { Count: > 0 } only || only.Contains(part));
        if (!wanted || catalog.Part(role) is not { } row)
        {
            return;
        }

        if (need is null)
        {
            left.Add(row.Name);
        }
        else if (need > 0)
        {
            var line = QuoteLine.Of(row, need.Value);
            lines.Add(line);
            if (row.Unit != row.Basis)
            {
                sheet.Step(row.Name, $"{QuoteLine.How(row, need.Value)}, rounded up", line.Units, Show.Plural(row.UnitWord), row.Sku);
            }
        }
    }
}
