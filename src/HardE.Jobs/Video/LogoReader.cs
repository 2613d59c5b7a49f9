using System.Text.Json;
using HardE.Agents.Services;
using HardE.Agents.Voice;
using Microsoft.Extensions.Logging;

namespace HardE.Jobs.Video;

/// <summary>Reads a company's logo (PNG or JPEG). A logo that cannot be read gives way to the built-in mark, with a warning.</summary>
internal sealed partial class LogoReader(Ffmpeg ffmpeg, ILogger<LogoReader> log)
{
    private const int Widest = 720;
    private const int Highest = 360;

    /// <returns>Null when the file is missing or no picture.</returns>
    public async Task<LogoPicture?> ReadAsync(string path, string work, CancellationToken ct)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (!File.Exists(full))
            {
                NotReadable(path, null);
                return null;
            }

            var facts = await ffmpeg.ProbeAsync(
                ["-protocol_whitelist", "file", "-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "json", full], work, ct);
            var stream = JsonDocument.Parse(facts).RootElement.GetProperty("streams")[0];
            var (width, height) = (stream.GetProperty("width").GetInt32(), stream.GetProperty("height").GetInt32());
            var scale = Math.Min(1, Math.Min((double)Widest / width, (double)Highest / height));
            var (w, h) = ((int)Math.Max(1, width * scale), (int)Math.Max(1, height * scale));
            await ffmpeg.RunAsync(
                [
                    "-loglevel", "error", "-protocol_whitelist", "file", "-i", full, "-vf", $"scale={w}:{h}:flags=area", "-frames:v", "1",
                    "-f", "rawvideo", "-pix_fmt", "rgba", "logo.rgba",
                ],
                work,
                1,
                ct);
            return new LogoPicture(await File.ReadAllBytesAsync(Path.Combine(work, "logo.rgba"), ct), w, h);
        }
        catch (ServiceException problem) when (problem.Failure == Failure.BadReply)
        {
            NotReadable(path, problem);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The logo {Path} cannot be read; the built-in mark is used")]
    private partial void NotReadable(string path, Exception? problem);
}
