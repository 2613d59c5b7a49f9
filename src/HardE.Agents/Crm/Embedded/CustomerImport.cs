using System.Data.Common;
using CsvHelper;
using Dapper;
using HardE.Agents.State;

namespace HardE.Agents.Crm.Embedded;

/// <summary>One line of an import: what it becomes, or why not.</summary>
/// <param name="Line">Line in the file; the heading is line 1.</param>
/// <param name="Existing">Name of the customer with the same phone and last name; such a line is passed over.</param>
public sealed record ImportRow(int Line, string Name, NewCustomer? Customer, NewJob? Job, string? Existing, IReadOnlyList<string> Problems);

/// <summary>What an import would do.</summary>
public sealed record ImportPlan(IReadOnlyList<ImportRow> Rows, IReadOnlyList<string> Problems)
{
    /// <summary>Everything that stands in the way, with its line.</summary>
    public IReadOnlyList<string> AllProblems => [.. Problems, .. Rows.SelectMany(r => r.Problems.Select(p => $"line {r.Line}: {p}"))];

    public IReadOnlyList<ImportRow> Ready => [.. Rows.Where(r => r is { Customer: not null, Existing: null, Problems.Count: 0 })];

    public IReadOnlyList<ImportRow> AlreadyThere => [.. Rows.Where(r => r.Existing is not null)];
}

/// <summary>Brings customers (and a first job each) from a CSV file into the embedded CRM: first a preview, then all or nothing.</summary>
public sealed class CustomerImport(EmbeddedCrm crm, Database database)
{
    private const int MostRows = 50_000;

    /// <summary>Headings it knows, with other words for them.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Columns = new Dictionary<string, string[]>
    {
        ["first_name"] = ["first", "firstname", "given name"],
        ["last_name"] = ["last", "lastname", "surname", "family name"],
        ["company_name"] = ["company", "business"],
        ["phone"] = ["phone number", "cell", "mobile", "telephone"],
        ["phone_label"] = ["phone type"],
        ["email"] = ["e-mail", "email address", "mail"],
        ["street"] = ["address", "address 1", "street address"],
        ["city"] = ["town"],
        ["state"] = [],
        ["zip"] = ["zip code", "zipcode", "postal code"],
        ["note"] = ["notes", "comment", "comments"],
        ["lead_source"] = ["source", "lead source"],
        ["rep"] = ["sales rep", "salesperson"],
        ["trades"] = ["trade", "work type"],
        ["job_description"] = ["description", "job", "project"],
    };

    /// <summary>Reads the file and says what would happen; nothing is written.</summary>
    public async Task<ImportPlan> PreviewAsync(string tenant, TextReader csv, CancellationToken ct)
    {
        var users = await crm.ListUsersAsync(tenant, ct);
        var text = await csv.ReadToEndAsync(ct);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ImportPlan([], ["The file is empty."]);
        }

        try
        {
            var (rows, problems) = Read(text, users.Ok ? users.Value : [], ct);
            return new ImportPlan(await MarkKnownAsync(tenant, rows, ct), problems);
        }
        catch (CsvFormatException broken)
        {
            return new ImportPlan([], [$"The file is no valid CSV: {broken.Message}"]);
        }
    }

    /// <summary>Writes all lines that are ready in one transaction; lines that are there already are passed over.</summary>
    /// <returns>How many customers were added.</returns>
    /// <exception cref="InvalidOperationException">The plan still has problems; nothing was written.</exception>
    public Task<int> ApplyAsync(string tenant, ImportPlan plan, CancellationToken ct)
    {
        if (plan.AllProblems is [var first, ..])
        {
            throw new InvalidOperationException($"Nothing was imported: {first}");
        }

        return database.WriteAsync(
            async db =>
            {
                foreach (var row in plan.Ready)
                {
                    var added = await crm.Customers.InsertAsync(db, tenant, row.Customer!, row.Job);
                    if (!added.Ok)
                    {
                        throw new InvalidOperationException($"Nothing was imported: line {row.Line}: {added.Error!.UserMessage}");
                    }
                }

                return plan.Ready.Count;
            },
            ct);
    }

    private static (List<ImportRow> Rows, List<string> Problems) Read(string text, IReadOnlyList<CrmUser> users, CancellationToken ct)
    {
        using var reader = CsvReader.Create(new StringReader(text), new CsvReaderOptions { TrackLineNumbers = true });
        reader.ReadHeader();
        var headings = reader.Headers.ToArray();
        var columns = headings.Select(Column).ToArray();
        List<string> problems = [.. headings.Where((h, i) => columns[i] is null && h.Trim().Length > 0).Select(h => $"column \"{h}\" is not known; known are {string.Join(", ", Columns.Keys)}")];
        var rows = new List<ImportRow>();
        while (reader.Read())
        {
            ct.ThrowIfCancellationRequested();
            var fields = columns.Take(reader.FieldCount).Select((c, i) => (c, Value: reader.GetString(i).Trim())).Where(f => f.c is not null && f.Value.Length > 0)
                .GroupBy(f => f.c!).ToDictionary(g => g.Key, g => g.First().Value);
            if (fields.Count > 0)
            {
                rows.Add(ImportLine.Read((int)reader.LineNumber, fields, users));
            }

            if (rows.Count > MostRows)
            {
                return ([], [$"The file has more than {MostRows:N0} lines; please split it."]);
            }
        }

        return (rows, problems);
    }

    private Task<IReadOnlyList<ImportRow>> MarkKnownAsync(string tenant, IReadOnlyList<ImportRow> rows, CancellationToken ct) => database.ReadAsync<IReadOnlyList<ImportRow>>(
        async db =>
        {
            var seen = new Dictionary<(string Phone, string Last), string>();
            var marked = new List<ImportRow>();
            foreach (var row in rows)
            {
                if (row.Customer is not { } customer)
                {
                    marked.Add(row);
                    continue;
                }

                var key = (CustomerIndex.National(customer.Phones[0].E164), Folding.Fold(customer.IsCommercial ? customer.Company! : customer.Name.Last));
                var known = seen.GetValueOrDefault(key) ?? await KnownAsync(db, tenant, key);
                marked.Add(row with { Existing = known });
                seen.TryAdd(key, $"line {row.Line} of the file");
            }

            return marked;
        },
        ct);

    private static async Task<string?> KnownAsync(DbConnection db, string tenant, (string Phone, string Name) key)
    {
        var names = await db.QueryAsync<string>(
            """
            SELECT customer.name FROM crm_word phone
            JOIN crm_customer customer ON customer.tenant = phone.tenant AND customer.id = phone.customer_id
            WHERE phone.tenant = @tenant AND phone.field = 'phone' AND phone.word = @Phone
            """,
            new { tenant, key.Phone });
        return names.FirstOrDefault(n => Folding.Fold(n).Contains(key.Name, StringComparison.Ordinal));
    }

    private static string? Column(string heading)
    {
        var wanted = Folding.Fold(heading).Trim().Replace('_', ' ');
        return Columns.Where(c => c.Key.Replace('_', ' ') == wanted || c.Value.Contains(wanted)).Select(c => c.Key).FirstOrDefault();
    }
}
