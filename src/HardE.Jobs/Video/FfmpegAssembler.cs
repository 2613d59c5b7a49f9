using System.Globalization;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Voice;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Video;

/// <summary>
/// Makes the film with ffmpeg on this machine. We draw the stills, libass the text on top; a frame exists only where the
/// picture changes, which is why a film of three minutes takes seconds. Picture and sound are made side by side.
/// </summary>
internal sealed class FfmpegAssembler(
    Ffmpeg ffmpeg, LogoReader logos, IOptions<VideoOptions> options, IOptions<DataOptions> data) : IVideoAssembler, IDisposable
{
    private readonly SemaphoreSlim free = new(options.Value.AtOnce);

    public string EngineName => "ffmpeg (embedded)";

    public async Task<Film> AssembleAsync(VideoPlan plan, string folder, CancellationToken ct)
    {
        if (plan.Sections.Count == 0 || plan.Voice.Seconds > options.Value.Longest * 60)
        {
            throw new ServiceException(
                "video", Failure.Refused, $"a film needs at least one section and at most {options.Value.Longest} minutes");
        }

        await free.WaitAsync(ct);
        RemoveFormer(folder);
        var work = Path.Combine(folder, $"film-{Guid.NewGuid():N}");
        try
        {
            CheckDisk(folder);
            Directory.CreateDirectory(work);
            await DrawAsync(plan, work, ct);
            await Task.WhenAll(PictureAsync(plan, work, ct), SoundAsync(plan, work, ct));
            await JoinAsync(plan, work, ct);
            return await KeepAsync(plan, work, folder, ct);
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }

            free.Release();
        }
    }

    public void Dispose() => free.Dispose();

    /// <summary>A killed program leaves its ffmpeg behind, which may still write: never into the folder of the next try.</summary>
    private static void RemoveFormer(string folder)
    {
        foreach (var former in Directory.EnumerateDirectories(folder, "film-*"))
        {
            Directory.Delete(former, recursive: true);
        }
    }

    private void CheckDisk(string folder)
    {
        var megabytes = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace >> 20;
        if (megabytes < options.Value.FreeSpace)
        {
            throw new ServiceException(
                "video", Failure.Transient, $"the disk has {megabytes} MB left, a film needs {options.Value.FreeSpace} MB");
        }
    }

    private async Task DrawAsync(VideoPlan plan, string work, CancellationToken ct)
    {
        var palette = Palette.From(plan.Brand.Color);
        var logo = plan.Brand.LogoPath is { } path ? await logos.ReadAsync(path, work, ct) : null;
        var (backdrops, timeline) = (new Backdrops(palette, logo), new Timeline(plan.Voice.Seconds));
        await backdrops.Card().SaveAsync(Path.Combine(work, "card.ppm"), ct);
        var shown = logo is null ? plan with { Brand = plan.Brand with { LogoPath = null } } : plan;
        var text = new FilmText(shown, palette, backdrops.BesideLogo);
        var captions = Captions.From(plan.Sections);
        var (opening, closing) = (plan.Opening, plan.Closing);
        timeline.Still(0, "card.ppm");
        for (var i = 0; i < plan.Sections.Count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"part{i + 1}.ppm");
            await backdrops.Section(i + 1, plan.Sections.Count, text.HeadingHeight(i)).SaveAsync(Path.Combine(work, name), ct);
            timeline.Still(i == 0 ? opening : plan.Sections[i].Start, name);
        }

        timeline.Still(closing, "card.ppm");
        timeline.Fade(0, 0.6);
        timeline.Fade(plan.Voice.Seconds - 1, plan.Voice.Seconds);
        var ass = text.Write(opening, closing, plan.Captions == CaptionStyle.Burned ? captions : []);
        foreach (var change in text.Changes)
        {
            timeline.Change(change);
        }

        await File.WriteAllTextAsync(Path.Combine(work, "text.ass"), ass, ct);
        await File.WriteAllTextAsync(Path.Combine(work, "stills.ffconcat"), timeline.Write(), ct);
        await File.WriteAllTextAsync(Path.Combine(work, "captions.vtt"), Captions.ToWebVtt(captions), ct);
    }

    private async Task PictureAsync(VideoPlan plan, string work, CancellationToken ct)
    {
        var length = plan.Voice.Seconds;
        var filters = "ass=text.ass,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,"
            + $"fade=t=in:d=0.5,fade=t=out:st={Ffmpeg.Number(length - 0.9)}:d=0.8";
        await ffmpeg.RunAsync(
            [
                "-loglevel", "error", "-f", "concat", "-i", "stills.ffconcat", "-vf", filters, "-fps_mode", "vfr", "-an",
                "-t", Ffmpeg.Number(length), "-fs", "200M", "-c:v", "libx264", "-preset", "ultrafast", "-tune", "stillimage",
                "-crf", "19", "-force_key_frames", "expr:gte(t,n_forced*6)", "-threads", "2", "-colorspace", "bt709",
                "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-video_track_timescale", "90000", "picture.mp4",
            ],
            work,
            length,
            ct);
    }

    private async Task SoundAsync(VideoPlan plan, string work, CancellationToken ct)
    {
        var length = plan.Voice.Seconds;
        var voice = Loudness.Correction(WavFile.Read(plan.Voice.Path));
        string[] encoded = ["-t", Ffmpeg.Number(length), "-c:a", "aac", "-aac_coder", "fast", "-b:a", "160k", "-ar", "48000", "-ac", "2", "sound.m4a"];
        if (!plan.Music)
        {
            await ffmpeg.RunAsync(["-loglevel", "error", "-i", plan.Voice.Path, "-af", voice, .. encoded], work, length, ct);
            return;
        }

        var pad = await MusicPad.CachedAsync(Path.Combine(data.Value.Folder, "cache"), ct);
        var mix = MusicMix.Filters(voice, length, options.Value.MusicLevel);
        await ffmpeg.RunAsync(
            ["-loglevel", "error", "-i", plan.Voice.Path, "-stream_loop", "-1", "-i", Path.GetFullPath(pad), "-filter_complex", mix, "-map", "[film]", .. encoded],
            work,
            length,
            ct);
    }

    private async Task JoinAsync(VideoPlan plan, string work, CancellationToken ct)
    {
        var soft = plan.Captions == CaptionStyle.Soft;
        string[] captions = soft ? ["-i", "captions.vtt"] : [];
        string[] track = soft ? ["-map", "2", "-c:s", "mov_text", "-metadata:s:s:0", "language=eng"] : [];
        await ffmpeg.RunAsync(
            [
                "-loglevel", "error", "-i", "picture.mp4", "-i", "sound.m4a", .. captions, "-map", "0:v", "-map", "1:a", .. track,
                "-c:v", "copy", "-c:a", "copy", "-map_metadata", "-1", "-movflags", "+faststart", "film.mp4",
                "-ss", Ffmpeg.Number(Math.Min(1.4, plan.Opening * 0.6)), "-map", "0:v", "-frames:v", "1", "-q:v", "3", "poster.jpg",
            ],
            work,
            plan.Voice.Seconds,
            ct);
    }

    private static async Task<Film> KeepAsync(VideoPlan plan, string work, string folder, CancellationToken ct)
    {
        string[] names = ["film.mp4", "poster.jpg", "captions.vtt"];
        foreach (var name in names)
        {
            File.Move(Path.Combine(work, name), Path.Combine(folder, name), overwrite: true);
        }

        string[] kept = [.. names.Select(n => Path.Combine(folder, n))];
        return new Film(
            kept[0], kept[1], kept[2], plan.Voice.Seconds, new FileInfo(kept[0]).Length, await AudioClip.HashAsync(kept[0], ct));
    }
}
