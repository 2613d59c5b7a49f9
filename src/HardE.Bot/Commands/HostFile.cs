using System.Security.Cryptography;
using System.Text;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands;

/// <summary>Where a running host is, for commands on the same machine.</summary>
internal sealed record HostAddress(string Url, string Token, int ProcessId);

/// <summary>
/// The file by which commands find a running host; readable by its owner only. Beside it lies the lock: one process owns
/// a data folder.
/// </summary>
internal sealed class HostFile(IOptions<DataOptions> data) : IDisposable
{
    private FileStream? ownership;

    /// <summary>Proves that a command may speak as the owner of this machine.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>True when the request carries the token of the host file.</summary>
    public bool IsOwner(HttpRequest request) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {Token}"));

    /// <summary>Where this host listens; null until it does.</summary>
    public string? Url { get; private set; }

    /// <summary>Makes this process the owner of the data folder.</summary>
    /// <exception cref="DataFolderTakenException">Another process owns it.</exception>
    public void Own()
    {
        data.Value.Make();
        try
        {
            ownership = new FileStream(Path.Combine(data.Value.Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DataFolderTakenException(data.Value.Folder, Find(data.Value.Folder));
        }
    }

    /// <summary>Tells other commands where this host listens.</summary>
    public void Announce(string url)
    {
        Url = url;
        var path = PathIn(data.Value.Folder);
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(TurnJson.Write(new HostAddress(url, Token, Environment.ProcessId)));
    }

    /// <returns>The host that owns the folder now; null when none does.</returns>
    public static HostAddress? Find(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path) || !IsOwned(folder))
        {
            return null;
        }

        return TurnJson.Read<HostAddress>(File.ReadAllText(path));
    }

    public void Dispose()
    {
        if (ownership is not null)
        {
            File.Delete(PathIn(data.Value.Folder));
            ownership.Dispose();
        }
    }

    private static string PathIn(string folder) => Path.Combine(folder, "host.json");

    private static bool IsOwned(string folder)
    {
        try
        {
            using var test = new FileStream(Path.Combine(folder, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true; // locked: its owner lives
        }
    }
}

/// <summary>Another process owns the data folder.</summary>
internal sealed class DataFolderTakenException(string folder, HostAddress? owner) : Exception(
    owner is null
        ? $"Another Hard-E is using the data folder '{folder}'. Stop it first, or set HARDE_Data__Folder to another folder."
        : $"Hard-E already runs on '{folder}': {owner.Url} (process {owner.ProcessId}). Stop it with Ctrl-C there, or set HARDE_Data__Folder.");
