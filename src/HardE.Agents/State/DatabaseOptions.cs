using System.ComponentModel.DataAnnotations;

namespace HardE.Agents.State;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Where the truth lies. Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public DatabaseKind Provider { get; init; } = DatabaseKind.Sqlite;

    /// <summary>Needed for PostgreSQL; SQLite lives in the data folder.</summary>
    public string ConnectionString { get; init; } = "";
}

/// <summary>The folder of this node: database file, outputs, mailbox, lock. Section <c>Data</c>.</summary>
public sealed class DataOptions
{
    [Required] public string Folder { get; init; } = ".harde";

    /// <summary>Makes the folder when it is not there: for its owner only, because customers and keys lie in it.</summary>
    /// <returns>Its full path.</returns>
    public string Make()
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(Folder).FullName : Directory.CreateDirectory(Path.GetFullPath(Folder), ownerOnly).FullName;
    }
}
