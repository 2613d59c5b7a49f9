namespace HardE.Scenarios;

/// <summary>HARDE_ENV=production on a machine as it comes: the program does not start and lists every reason at once.</summary>
public sealed class ProductionStartTests
{
    [Fact]
    public async Task Every_reason_is_told_and_nothing_is_begun()
    {
        var folder = Directory.CreateTempSubdirectory("harde-production-").FullName;

        var (code, said) = await RunningProgram.RunAsync(
            folder, new Dictionary<string, string> { ["HARDE_ENV"] = "production" }, "up", "--urls", "http://127.0.0.1:0");

        var flat = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        code.ShouldBe(1, said);
        foreach (var reason in new[]
        {
            "embedded CRM", "Company:Demo", "Company:Name", "knowledge base is the samples", "price catalog is the samples", "embedded voice",
            "HARDE_Host__PublicUrl", "HARDE_MASTER_KEY", "Mail:AuthservId", "Mail:Folder:TrustUnsigned",
        })
        {
            flat.ShouldContain(reason);
        }

        Directory.EnumerateFiles(folder, "*.db").ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }
}
