using System.Globalization;
using System.Runtime.InteropServices;

namespace HardE.Bench;

/// <summary>Where it is measured.</summary>
internal static class Machine
{
    /// <summary>Runnable processes on average over the last minute; above the number of cores everything waits.</summary>
    public static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}");

    /// <summary>The folder of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HardE.Bot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No repository around the benchmarks.");
        }

        return folder.FullName;
    }
}
