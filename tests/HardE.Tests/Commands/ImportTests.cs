using HardE.Agents.Pricing.Versions;
using HardE.Bot.Commands.Import;

namespace HardE.Tests.Commands;

public sealed class ImportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("harde-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Customers_are_read_with_area_code_and_address()
    {
        var (customers, problems) = CustomerFile.Read(
            new StringReader("First Name,last_name,phone,city,state,zip\nAnn,Example,555-0123,Hoboken,nj,07030\n"), "201");

        problems.ShouldBeEmpty();
        var customer = customers.ShouldHaveSingleItem().Customer;
        customer.Phones[0].E164.ShouldBe("+12015550123");
        customer.Address!.State.ShouldBe("NJ");
    }

    [Fact]
    public void Every_problem_of_a_customer_file_is_told_with_its_line()
    {
        var (_, problems) = CustomerFile.Read(
            new StringReader("first_name,last_name,phone,email,zip\nAnn,Example,555-0123,,\nBob,,201-555-0124,bob,123\nCyd,One,201-555-0125,,\nCyd,One,2015550125,,\n"), "");

        problems.Count.ShouldBe(5);
        problems[0].ShouldStartWith("line 2: '555-0123'");
        problems.Count(p => p.StartsWith("line 3: ", StringComparison.Ordinal)).ShouldBe(3);
        problems[4].ShouldBe("line 5: repeats line 4 (same name and phone).");
    }

    [Fact]
    public void A_catalog_of_two_modules_is_refused() =>
        CatalogLoader.Read(Catalog("roofing", "siding"), "x.csv").Problems.ShouldHaveSingleItem().ShouldContain("several modules");

    [Fact]
    public void A_catalog_of_one_module_is_taken() => CatalogLoader.Read(Catalog("roofing", "roofing"), "x.csv").Problems.ShouldBeEmpty();

    [Fact]
    public async Task Knowledge_is_copied_whole()
    {
        var (from, to) = (Path.Combine(folder, "from"), Path.Combine(folder, "to"));
        Write(Path.Combine(from, "CORE_KNOWLEDGE", "one.md"), "# One");

        var plan = KnowledgeImport.Plan(from, to);
        plan.Problems.ShouldBeEmpty();
        await plan.ApplyAsync(CancellationToken.None);

        Directory.GetFiles(to, "*", SearchOption.AllDirectories).ShouldBe([Path.Combine(to, "CORE_KNOWLEDGE", "one.md")]);
    }

    [Fact]
    public void Knowledge_outside_the_seven_bases_is_refused()
    {
        Write(Path.Combine(folder, "OTHER", "one.md"), "# One");

        KnowledgeImport.Plan(folder, folder).Problems.ShouldHaveSingleItem().ShouldStartWith("OTHER/one.md: lies in none of");
    }

    private static string Catalog(params string[] modules) =>
        "module,sku,name,category,catalog,tier,unit,unit_cost,basis,units_per_basis,basis_per_unit,labor_per_basis,attributes,source\n"
        + string.Concat(modules.Select((m, i) => $"{m},S-{i},Thing,c,k,t,EA,1.50,EA,1,,0,,\n"));

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
