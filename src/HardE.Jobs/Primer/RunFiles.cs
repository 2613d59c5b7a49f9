using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Voice;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer;

/// <summary>The files of runs: a folder of its own on this node for work (mode 700), and copies in the file store between steps.</summary>
public sealed class RunFiles(IFileStore store, IOptions<DataOptions> data)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly string[] Prefixes = ["runs", "films"];

    private string Root => Path.GetFullPath(Path.Combine(data.Value.Folder, "work"));

    /// <summary>The run's work folder on this node; made when it is not there.</summary>
    public string Folder(PrimerRun run)
    {
        var path = Path.Combine(Root, Path.GetFileName(run.Id));
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path).FullName : Directory.CreateDirectory(path, OwnerOnly).FullName;
    }

    /// <summary>Key of a file that is gone with the run.</summary>
    public static string WorkKey(PrimerRun run, string name) => $"runs/{run.Id}/{name}";

    /// <summary>Key of a file that stays behind the link.</summary>
    public static string FilmKey(PrimerRun run, string name) => $"films/{run.Id}/{name}";

    /// <summary>Copies a file of the work folder to the store, so that another node can go on with it.</summary>
    /// <returns>The run with the file on its list.</returns>
    public async Task<PrimerRun> KeepAsync(PrimerRun run, string path, string key, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var kept = await store.SaveAsync(run.Tenant, key, file, ct);
        return run with { Work = run.Work with { Files = [.. run.Work.Files.Where(f => f.Key != key), kept] } };
    }

    /// <summary>The file on this node: as it lies in the work folder, else from the store.</summary>
    /// <exception cref="ServiceException">It is neither here nor there.</exception>
    public async Task<string> OpenAsync(PrimerRun run, string name, string key, CancellationToken ct)
    {
        var path = Path.Combine(Folder(run), name);
        var kept = run.Work.Files.FirstOrDefault(f => f.Key == key);
        if (File.Exists(path) && (kept is null || await AudioClip.HashAsync(path, ct) == kept.Sha256))
        {
            return path;
        }

        await using var stored = await store.OpenAsync(run.Tenant, key, ct)
            ?? throw new ServiceException("files", Failure.Missing, "a file of the run is gone");
        await using var file = File.Create(path);
        await stored.CopyToAsync(file, ct);
        return path;
    }

    /// <summary>Removes the run's work folder and its files in the store.</summary>
    /// <param name="film">Whether the finished film goes, too.</param>
    /// <returns>How many files were removed.</returns>
    public async Task<int> RemoveAsync(PrimerRun run, bool film, CancellationToken ct)
    {
        var removed = RemoveFolder(Path.GetFileName(run.Id));
        foreach (var prefix in Prefixes.Take(film ? 2 : 1))
        {
            foreach (var key in await store.ListAsync(run.Tenant, $"{prefix}/{run.Id}/", ct))
            {
                await store.DeleteAsync(run.Tenant, key, ct);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>Ids of the runs that have a work folder on this node.</summary>
    public IReadOnlyList<string> Folders() => !Directory.Exists(Root) ? []
        : [.. Directory.EnumerateDirectories(Root).Select(d => Path.GetFileName(d))];

    /// <summary>Removes a work folder of this node.</summary>
    /// <returns>How many files were in it.</returns>
    public int RemoveFolder(string id)
    {
        var path = Path.Combine(Root, Path.GetFileName(id));
        if (!Directory.Exists(path))
        {
            return 0;
        }

        var count = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Count();
        Directory.Delete(path, recursive: true);
        return count;
    }
}
