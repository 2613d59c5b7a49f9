using System.Globalization;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Knowledge;

/// <summary>Documents in a folder: one subfolder a base, Markdown files in it.</summary>
internal sealed class FolderKnowledge : IKnowledgeSource
{
    private readonly string root;

    public FolderKnowledge(IOptions<KnowledgeOptions> options)
    {
        IsSample = options.Value.Folder.Length == 0;
        root = Path.GetFullPath(IsSample ? Samples() : options.Value.Folder);
    }

    public bool IsSample { get; }

    public Task<IReadOnlyList<KnowledgeFile>> ListAsync(CancellationToken ct)
    {
        try
        {
            IReadOnlyList<KnowledgeFile> files =
            [
                .. KnowledgeBases.All.Select(b => new DirectoryInfo(Path.Combine(root, b))).Where(d => d.Exists)
                    .SelectMany(d => d.EnumerateFiles("*.md", SearchOption.AllDirectories))
                    .Where(f => f.LinkTarget is null)
                    .Select(f => new KnowledgeFile(
                        Path.GetRelativePath(root, f.FullName).Replace('\\', '/'), f.Length,
                        string.Create(CultureInfo.InvariantCulture, $"{f.LastWriteTimeUtc.Ticks}-{f.Length}")))
                    .OrderBy(f => f.Path, StringComparer.Ordinal),
            ];
            return Task.FromResult(files);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ServiceException("Knowledge folder", Failure.Transient, "cannot be listed.", problem);
        }
    }

    public async Task<byte[]?> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(Path.Combine(root, path), ct);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ServiceException("Knowledge folder", Failure.Transient, "a document cannot be read.", problem);
        }
    }

    /// <summary>The samples lie beside the program, or above it in a built tree.</summary>
    private static string Samples()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var samples = Path.Combine(at.FullName, "samples", "knowledge");
            if (Directory.Exists(samples))
            {
                return samples;
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "samples", "knowledge");
    }
}
