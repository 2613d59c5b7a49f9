using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HardE.Agents.Services;
using HardE.Agents.Voice;

namespace HardE.Jobs.Video;

/// <summary>
/// Looks at a finished film before anyone else does: measured by ffprobe, ebur128 and blackdetect, and its sound is
/// compared with the narration, so that a silent, short, black or out-of-sync film never goes out.
/// </summary>
public sealed partial class FilmCheck(Ffmpeg ffmpeg)
{
    private const double LengthTolerance = 1.0;
    private const double TracksTolerance = 0.5;
    private const double MostBlack = 2.0;
    private const double MostOffset = 0.12;

    /// <summary>Loudness in LUFS and how far off it may be; the mix comes to -15.8 (docs/wire/media.md).</summary>
    private const double Loudness = -16;
    private const double LoudnessTolerance = 1;

    /// <summary>Highest true peak in dBTP.</summary>
    private const double MostPeak = -1.5;

    /// <summary>Measures the film against the plan it was made from.</summary>
    /// <param name="folder">A work folder; nothing is left in it.</param>
    /// <exception cref="ServiceException">ffmpeg is missing or too slow. A file that is no film is a problem in the report.</exception>
    public async Task<FilmReport> CheckAsync(Film film, VideoPlan plan, string folder, CancellationToken ct)
    {
        try
        {
            var probe = JsonSerializer.Deserialize<Probe>(
                await ffmpeg.ProbeAsync(
                    [
                        "-show_entries", "format=duration:stream=codec_type,codec_name,width,height,pix_fmt,duration,sample_rate,channels",
                        "-of", "json", film.Path,
                    ],
                    folder,
                    ct),
                Wire)!;
            var measured = await MeasureAsync(film, plan, folder, probe.Streams.Any(s => s.CodecType == "audio"), ct);
            return Report(probe, measured, film, plan);
        }
        catch (ServiceException problem) when (problem.Failure == Failure.BadReply)
        {
            return new FilmReport(0, 0, 0, "", "", 0, 0, 0, null, ["The file cannot be read as a film."]);
        }
    }

    private static readonly JsonSerializerOptions Wire = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>One pass over picture and sound; the sound is also kept small, to be laid beside the narration.</summary>
    private async Task<Measured> MeasureAsync(Film film, VideoPlan plan, string folder, bool sound, CancellationToken ct)
    {
        var small = Path.Combine(folder, "check.wav");
        try
        {
            string[] listen = sound
                ? ["-map", "0:a:0", "-af", "ebur128=peak=true:framelog=verbose,aresample=8000", "-ac", "1", "-c:a", "pcm_s16le", small]
                : [];
            var said = await ffmpeg.RunAsync(
                ["-i", film.Path, "-map", "0:v:0", "-vf", "blackdetect=d=0.3:pix_th=0.05", "-f", "null", "-", .. listen], folder, film.Seconds, ct);
            var black = Black().Matches(said).Sum(m => Value(m));
            if (!sound)
            {
                return new Measured(double.NegativeInfinity, 0, black, null);
            }

            var offset = SyncMeter.Offset(WavFile.Read(plan.Voice.Path), WavFile.Read(small));
            return new Measured(Value(Integrated().Match(said)), Value(Peak().Match(said)), black, offset);
        }
        finally
        {
            File.Delete(small);
        }
    }

    private static FilmReport Report(Probe probe, Measured measured, Film film, VideoPlan plan)
    {
        var video = probe.Streams.FirstOrDefault(s => s.CodecType == "video") ?? new Track();
        var audio = probe.Streams.FirstOrDefault(s => s.CodecType == "audio");
        (bool Wrong, string Words)[] tests =
        [
            (video is not { CodecName: "h264", PixFmt: "yuv420p", Width: 1280, Height: 720 }, "The picture is not H.264 at 1280x720."),
            (audio is not { CodecName: "aac", SampleRate: 48_000, Channels: 2 }, "The sound is not AAC stereo at 48 kHz."),
            (Math.Abs(probe.Format.Duration - plan.Voice.Seconds) > LengthTolerance,
                Words($"The film lasts {probe.Format.Duration:0.0} s instead of {plan.Voice.Seconds:0.0} s.")),
            (audio is not null && Math.Abs(audio.Duration - video.Duration) > TracksTolerance, "Picture and sound differ in length."),
            (!(Math.Abs(measured.Lufs - Loudness) <= LoudnessTolerance), Words($"The loudness is {measured.Lufs:0.0} LUFS; it should be {Loudness:0} within {LoudnessTolerance:0}.")),
            (measured.TruePeak > MostPeak, Words($"The sound peaks at {measured.TruePeak:0.0} dBTP and may crackle.")),
            (measured.Black > MostBlack, Words($"The picture is black for {measured.Black:0.0} s.")),
            (measured.Offset is null, "The narration is not heard in the film."),
            (Math.Abs(measured.Offset ?? 0) > MostOffset, Words($"Voice and captions are {measured.Offset:0.00} s apart.")),
            (!FastStart(film.Path), "The file cannot start to play before it is loaded whole."),
        ];
        return new FilmReport(
            probe.Format.Duration,
            video.Width,
            video.Height,
            video.CodecName,
            audio?.CodecName ?? "",
            measured.Lufs,
            measured.TruePeak,
            measured.Black,
            measured.Offset,
            [.. tests.Where(t => t.Wrong).Select(t => t.Words)]);
    }

    /// <summary>True when the index (<c>moov</c>) comes before the data (<c>mdat</c>): ISO/IEC 14496-12, boxes of size and name.</summary>
    private static bool FastStart(string path)
    {
        using var file = new BinaryReader(File.OpenRead(path));
        while (file.BaseStream.Position + 8 <= file.BaseStream.Length)
        {
            var size = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(file.ReadBytes(4));
            var name = System.Text.Encoding.ASCII.GetString(file.ReadBytes(4));
            if (name is "moov" or "mdat" || size < 8)
            {
                return name == "moov";
            }

            file.BaseStream.Seek(size - 8, SeekOrigin.Current);
        }

        return false;
    }

    private static string Words(FormattableString text) => FormattableString.Invariant(text);

    private static double Value(Match match) =>
        double.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var value) ? value : double.NegativeInfinity;

    [GeneratedRegex(@"black_duration:([\d.]+)")]
    private static partial Regex Black();

    [GeneratedRegex(@"Integrated loudness:\s+I:\s+(\S+) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"True peak:\s+Peak:\s+(\S+) dBFS")]
    private static partial Regex Peak();

    private sealed record Measured(double Lufs, double TruePeak, double Black, double? Offset);

    private sealed record Probe(Container Format, IReadOnlyList<Track> Streams);

    private sealed record Container(double Duration);

    private sealed record Track(
        string CodecType = "", string CodecName = "", string PixFmt = "", int Width = 0, int Height = 0, double Duration = 0, int SampleRate = 0, int Channels = 0);
}
