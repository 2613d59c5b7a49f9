using System.Globalization;
using System.Text;
using HardE.Agents.Knowledge;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands.Import;

/// <summary>Copies Markdown documents of the seven bases into the knowledge folder.</summary>
internal static class KnowledgeImport
{
    /// <summary>The library reads no longer documents.</summary>
    private const int MostBytes = 256 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Task<ImportPlan> PlanAsync(IServiceProvider services, string path, CancellationToken ct)
    {
        var folder = services.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Folder;
        return Task.FromResult(folder.Length == 0
            ? ImportPlan.Refused("The knowledge base is still the samples. Run ./harde init first, or set HARDE_Knowledge__Folder to a folder of yours.")
            : Plan(path, Path.GetFullPath(folder)));
    }

    /// <summary>What copying one folder into the other would do.</summary>
    public static ImportPlan Plan(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return ImportPlan.Refused($"{from} is not a folder.");
        }

        FileInfo[] files = [.. new DirectoryInfo(from).EnumerateFiles("*.md", SearchOption.AllDirectories)
            .Where(f => f.LinkTarget is null).OrderBy(f => f.FullName, StringComparer.Ordinal)];
        string[] names = [.. files.Select(f => Path.GetRelativePath(from, f.FullName).Replace('\\', '/'))];
        if (names.Length == 0)
        {
            return ImportPlan.Refused($"{from} holds no Markdown file (.md).");
        }

        var there = names.Count(n => File.Exists(Path.Combine(to, n)));
        return new ImportPlan($"{Number(names.Length)} documents, {Number(there)} of them in place of present ones.", stop => CopyAsync(from, to, names, stop))
        {
            Columns = ["Base", "Documents"],
            Rows = [.. names.GroupBy(n => n.Split('/')[0]).Select(g => (string[])[g.Key, Number(g.Count())])],
            Problems = [.. files.Zip(names, Check).OfType<string>()],
        };
    }

    private static string? Check(FileInfo file, string name)
    {
        if (!name.Contains('/', StringComparison.Ordinal) || !KnowledgeBases.All.Contains(name.Split('/')[0]))
        {
            return $"{name}: lies in none of {string.Join(", ", KnowledgeBases.All)}.";
        }

        return file.Length is 0 or > MostBytes
            ? $"{name}: {Number(file.Length)} bytes; a document has 1 to {Number(MostBytes)}."
            : IsText(file.FullName) ? null : $"{name}: is not UTF-8 text.";
    }

    private static bool IsText(string path)
    {
        try
        {
            return !Strict.GetString(File.ReadAllBytes(path)).Contains('\0', StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>All are copied beside their places first, so that a full disk changes nothing.</summary>
    private static async Task<string> CopyAsync(string from, string to, IReadOnlyList<string> names, CancellationToken ct)
    {
        string[] parts = [.. names.Select(n => Path.Combine(to, n) + ".part")];
        try
        {
            foreach (var (name, part) in names.Zip(parts))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(part)!);
                await File.WriteAllBytesAsync(part, await File.ReadAllBytesAsync(Path.Combine(from, name), ct), ct);
            }

            foreach (var part in parts)
            {
                File.Move(part, part[..^".part".Length], overwrite: true);
            }
        }
        finally
        {
            foreach (var part in parts.Where(File.Exists))
            {
                File.Delete(part);
            }
        }

        return $"{Number(names.Count)} documents are in {to}; they are found within seconds.";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
