using System.Security.Cryptography;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.State;

/// <summary>Where outputs and media lie. Section <c>Files</c>.</summary>
public sealed class FilesOptions
{
    /// <summary>Empty means <c>files</c> in the data folder.</summary>
    public string Folder { get; init; } = "";
}

/// <summary>Keeps files in a folder, one subfolder a tenant. A reader sees the old file or the new one, never half of one.</summary>
internal sealed class FolderFileStore(IOptions<FilesOptions> options, IOptions<DataOptions> data) : IFileStore
{
    private const string Unfinished = ".part-";

    private readonly string root = Path.GetFullPath(
        options.Value.Folder.Length > 0 ? options.Value.Folder : Path.Combine(data.Value.Folder, "files"));

    public async Task<StoredFile> SaveAsync(string tenant, string key, Stream content, CancellationToken ct)
    {
        var path = PathOf(tenant, key);
        var part = Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName, Unfinished + Path.GetRandomFileName());
        try
        {
            StoredFile stored;
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                stored = await CopyAsync(content, file, key, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
            return stored;
        }
        catch (IOException problem)
        {
            throw new ServiceException("files", Failure.Transient, "the file could not be stored; is the disk full?", problem);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Task<Stream?> OpenAsync(string tenant, string key, CancellationToken ct)
    {
        try
        {
            var path = PathOf(tenant, key);
            return Task.FromResult<Stream?>(new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string tenant, string key, CancellationToken ct)
    {
        var path = PathOf(tenant, key);
        if (File.Exists(path))
        {
            File.Delete(path);
            RemoveEmpty(Path.GetDirectoryName(path)!, Path.Combine(root, tenant));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> ListAsync(string tenant, string prefix, CancellationToken ct)
    {
        var home = Path.Combine(root, Name(tenant, tenant));
        IReadOnlyList<string> keys = !Directory.Exists(home) ? [] :
        [
            .. Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories)
                .Where(f => !Path.GetFileName(f).StartsWith(Unfinished, StringComparison.Ordinal))
                .Select(f => Path.GetRelativePath(home, f).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(k => k.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        return Task.FromResult(keys);
    }

    private static async Task<StoredFile> CopyAsync(Stream from, FileStream to, string key, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (await from.ReadAsync(buffer, ct) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return new StoredFile(key, to.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void RemoveEmpty(string folder, string home)
    {
        try
        {
            while (folder.Length > home.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
                folder = Path.GetDirectoryName(folder)!;
            }
        }
        catch (IOException problem)
        {
            System.Diagnostics.Debug.WriteLine(problem.Message); // someone is storing there again: the folder stays
        }
    }

    private string PathOf(string tenant, string key) =>
        Path.Combine([root, Name(tenant, tenant), .. key.Split('/').Select(part => Name(part, key))]);

    /// <summary>Keys are ours: letters, digits, dot, dash, underscore. Anything else is a bug or an attack, never a file.</summary>
    private static string Name(string part, string key) =>
        part.Length is > 0 and <= 120 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? part
            : throw new ArgumentException($"'{key}' is not a key of the file store.");
}
