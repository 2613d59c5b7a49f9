using System.Globalization;
using CsvHelper;

namespace HardE.Agents.Pricing;

/// <summary>Reads a catalog as CSV. A file is taken whole or not at all; every problem is named with its line.</summary>
public static class CatalogFile
{
    private static readonly string[] Columns =
    [
        "module", "sku", "name", "category", "catalog", "tier", "unit", "unit_cost", "basis", "units_per_basis", "basis_per_unit",
        "labor_per_basis", "attributes", "source",
    ];

    /// <summary>The rows of a file, or what is wrong with it.</summary>
    public static (IReadOnlyList<CatalogItem> Items, IReadOnlyList<string> Problems) Read(TextReader text, string name)
    {
        var problems = new List<string>();
        var items = new List<CatalogItem>();
        using var csv = CsvReader.Create(text, CsvReaderOptions.Default with { TrackLineNumbers = true });
        csv.ReadHeader();
        if (Columns.Except(csv.Headers).Any())
        {
            return ([], [$"{name}: the first line must name the columns {string.Join(", ", Columns)}."]);
        }

        while (csv.Read())
        {
            var row = new Row(csv, $"{name} line {csv.LineNumber}", problems);
            items.Add(row.Item());
        }

        problems.AddRange(items.GroupBy(i => i.Sku, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
            .Select(g => $"{name}: the sku {g.Key} stands in {g.Count()} rows."));
        return (items, problems);
    }

    private sealed class Row(CsvReader csv, string where, List<string> problems)
    {
        public CatalogItem Item()
        {
            var unit = OneOf("unit", CatalogItem.Units);
            var basis = OneOf("basis", CatalogItem.Bases);
            var (up, per) = (Number("units_per_basis"), Number("basis_per_unit"));
            if (up.HasValue == per.HasValue)
            {
                problems.Add($"{where}: fill exactly one of units_per_basis and basis_per_unit.");
            }

            var attributes = Attributes();
            if (Limit(attributes, "ui_included") is { } included && Limit(attributes, "max_ui") is { } most && included >= most)
            {
                problems.Add($"{where}: ui_included must be below max_ui.");
            }

            return new CatalogItem(
                Text("module"), Required("sku"), Required("name"), Text("category"), Text("catalog"), Text("tier"), unit,
                Number("unit_cost") ?? Missing("unit_cost"), basis, up, per, Number("labor_per_basis") ?? 0, attributes);
        }

        private string Text(string column) => csv.GetString(column).Trim();

        private string Required(string column)
        {
            var value = Text(column);
            if (value.Length == 0)
            {
                problems.Add($"{where}: {column} is empty.");
            }

            return value;
        }

        private string OneOf(string column, IReadOnlyList<string> known)
        {
            var value = Text(column);
            if (!known.Contains(value))
            {
                problems.Add($"{where}: {column} '{value}' is none of {string.Join(", ", known)}.");
            }

            return value;
        }

        private decimal? Number(string column)
        {
            var text = Text(column);
            if (text.Length == 0)
            {
                return null;
            }

            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }

            problems.Add($"{where}: {column} '{text}' is not a number of zero or more.");
            return null;
        }

        private decimal Missing(string column)
        {
            problems.Add($"{where}: {column} is missing.");
            return 0;
        }

        private Dictionary<string, string> Attributes() => Text("attributes")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
            .GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First() is [_, var value] ? value : "", StringComparer.OrdinalIgnoreCase);

        private static decimal? Limit(Dictionary<string, string> attributes, string name) =>
            attributes.TryGetValue(name, out var text) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
                ? value
                : null;
    }
}
