using HardE.Agents.Knowledge;

namespace HardE.Tests.Knowledge;

/// <summary>The sample knowledge of the repository.</summary>
internal static class Samples
{
    public static string Root { get; } = Find();

    public static SearchIndex Index { get; } = new(
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "knowledge"), "*.md", SearchOption.AllDirectories)
            .Select(f => DocumentParser.Parse(Path.GetRelativePath(Path.Combine(Root, "knowledge"), f), File.ReadAllBytes(f))!)
            .OrderBy(d => d.Path, StringComparer.Ordinal),
    ]);

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !Directory.Exists(Path.Combine(at.FullName, "samples", "evals")))
        {
            at = at.Parent;
        }

        return Path.Combine(at!.FullName, "samples");
    }
}
