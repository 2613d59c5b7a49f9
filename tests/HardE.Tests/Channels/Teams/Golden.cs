using System.Runtime.CompilerServices;

namespace HardE.Tests.Channels.Teams;

/// <summary>Cards that somebody has looked at, one file each. HARDE_GOLDEN=write writes them anew, to be looked at again.</summary>
internal static class Golden
{
    public static string Read(string name, string drawn, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "Golden", $"{name}.json");
        if (Environment.GetEnvironmentVariable("HARDE_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, drawn);
        }

        return File.ReadAllText(file);
    }
}
