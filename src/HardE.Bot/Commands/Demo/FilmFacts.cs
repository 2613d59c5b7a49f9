using System.Globalization;
using System.Text.Json;
using HardE.Agents.Services;

namespace HardE.Bot.Commands.Demo;

/// <summary>What ffprobe says of a film.</summary>
internal sealed record FilmFacts(string Video, int Width, int Height, string Audio, double Seconds)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Video} {Width}x{Height}, {Audio}, {Seconds:0.0} s");

    public static async Task<FilmFacts> ReadAsync(ChildProcess processes, string path, CancellationToken ct)
    {
        string[] arguments = ["-v", "error", "-show_entries", "format=duration:stream=codec_type,codec_name,width,height", "-of", "json", path];
        var probe = new ChildCommand("ffprobe", arguments, Path.GetDirectoryName(path) ?? ".", TimeSpan.FromSeconds(30)) { Package = "ffmpeg" };
        var result = await processes.RunAsync(probe, ct);
        using var json = JsonDocument.Parse(result.Output);
        var streams = json.RootElement.GetProperty("streams").EnumerateArray().ToList();
        var video = streams.First(s => s.GetProperty("codec_type").GetString() == "video");
        var audio = streams.First(s => s.GetProperty("codec_type").GetString() == "audio");
        return new FilmFacts(
            video.GetProperty("codec_name").GetString() ?? "",
            video.GetProperty("width").GetInt32(),
            video.GetProperty("height").GetInt32(),
            audio.GetProperty("codec_name").GetString() ?? "",
            double.Parse(json.RootElement.GetProperty("format").GetProperty("duration").GetString() ?? "0", CultureInfo.InvariantCulture));
    }
}
