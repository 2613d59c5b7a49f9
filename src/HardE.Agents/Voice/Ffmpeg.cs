using System.Globalization;
using HardE.Agents.Services;

namespace HardE.Agents.Voice;

/// <summary>Runs ffmpeg and ffprobe for voice and film. Arguments hold only file names and numbers of ours, never a user's text.</summary>
public sealed class Ffmpeg(ChildProcess children)
{
    private static readonly string[] Common = ["-nostdin", "-nostats", "-hide_banner", "-y"];

    /// <summary>Runs ffmpeg in the folder at low priority.</summary>
    /// <param name="seconds">Length of the media; the time allowed is 30 s and this twice.</param>
    /// <returns>What it wrote to standard error (the end of it).</returns>
    /// <exception cref="ServiceException">Missing, too slow, or it failed.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, string folder, double seconds, CancellationToken ct)
    {
        var command = new ChildCommand(
            "ffmpeg", [.. Common, .. arguments], folder, TimeSpan.FromSeconds(30 + (2 * seconds)))
        {
            Background = true,
        };
        return (await children.RunAsync(command, ct)).Errors;
    }

    /// <summary>Asks ffprobe about a file.</summary>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="ServiceException">Missing, or it cannot read the file.</exception>
    public async Task<string> ProbeAsync(IReadOnlyList<string> arguments, string folder, CancellationToken ct)
    {
        var command = new ChildCommand("ffprobe", ["-v", "error", .. arguments], folder, TimeSpan.FromSeconds(30))
        {
            Package = "ffmpeg",
        };
        return (await children.RunAsync(command, ct)).Output;
    }

    /// <summary>A number as ffmpeg reads it.</summary>
    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
