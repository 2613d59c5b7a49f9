using Dapper;
using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Admin;

/// <summary>One thing that must work before messages are taken.</summary>
internal sealed record ReadinessFinding(string Name, bool Ok, string Detail);

/// <summary>Can this node take messages: database, disk.</summary>
internal sealed class Readiness(Database database, IOptions<DataOptions> data)
{
    private const long LeastFreeBytes = 300L * 1024 * 1024; // a film needs about 48 MB; docs/wire/media.md

    public async Task<IReadOnlyList<ReadinessFinding>> CheckAsync(CancellationToken ct) => [await DatabaseAsync(ct), Disk()];

    private async Task<ReadinessFinding> DatabaseAsync(CancellationToken ct)
    {
        try
        {
            await database.ReadAsync(db => db.ExecuteScalarAsync<long>("SELECT 1"), ct);
            return new ReadinessFinding("database", true, database.Kind.ToString());
        }
        catch (ServiceException problem)
        {
            return new ReadinessFinding("database", false, problem.Message);
        }
    }

    private ReadinessFinding Disk()
    {
        var free = new DriveInfo(Path.GetFullPath(data.Value.Folder)).AvailableFreeSpace;
        return free > LeastFreeBytes
            ? new ReadinessFinding("disk", true, "enough space")
            : new ReadinessFinding("disk", false, "less than 300 MB free: films cannot be made");
    }
}
