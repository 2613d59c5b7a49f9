using HardE.Agents.Services;
using HardE.Agents.Voice;
using HardE.Jobs.Video;

namespace HardE.Tests.Video;

/// <summary>Real films of some seconds, by the ffmpeg and flite of the machine, measured by ffprobe and by us.</summary>
public sealed class FilmTests(FilmStudio studio) : IClassFixture<FilmStudio>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("harde-test-").FullName;
    private readonly Ffmpeg ffmpeg = studio.Ffmpeg;
    private readonly VideoPlan plan = studio.Plan;
    private readonly Film film = studio.Film;

    [Fact]
    public async Task A_script_becomes_a_good_film_and_nothing_half_made_is_left()
    {
        var report = await CheckAsync(film, plan);

        report.Problems.ShouldBeEmpty();
        (report.Width, report.Height, report.VideoCodec, report.AudioCodec).ShouldBe((1280, 720, "h264", "aac"));
        report.Lufs.ShouldBeInRange(-18.2, -15.2); // in so short a film the pauses weigh; -15.8 at three minutes;
        report.TruePeak.ShouldBeLessThanOrEqualTo(-1.5);
        report.VoiceOffset!.Value.ShouldBe(0, 0.05);
        report.Seconds.ShouldBe(plan.Voice.Seconds, 0.2);
        (await File.ReadAllTextAsync(film.CaptionsPath)).ShouldContain("We look at every slope.");
        Directory.EnumerateFileSystemEntries(studio.Folder).Select(Path.GetFileName).Order()
            .ShouldBe(["cache", "captions.vtt", "film.mp4", "narration.wav", "poster.jpg", "voice.wav"]);
    }

    [Fact]
    public async Task Caption_and_card_are_seen_when_they_should_be()
    {
        var sentence = plan.Sections[0].Sentences[0];

        var before = await FrameAsync(film, sentence.Start - 0.6);
        var during = await FrameAsync(film, (sentence.Start + sentence.End) / 2);
        var title = await FrameAsync(film, plan.Sections[0].Start / 2);

        Bright(before, top: 510, bottom: 640).ShouldBe(0); // no caption yet
        Bright(during, top: 510, bottom: 640).ShouldBeGreaterThan(500);
        Bright(title, top: 260, bottom: 380).ShouldBeGreaterThan(3000); // the customer's name, large
        Bright(before, top: 200, bottom: 330).ShouldBeGreaterThan(500); // the section's heading
    }

    [Fact]
    public async Task Captions_can_be_a_track_and_music_can_be_left_out()
    {
        var soft = plan with { Captions = CaptionStyle.Soft, Music = false };

        var made = await studio.AssembleAsync(soft, folder);
        var report = await CheckAsync(made, soft);

        report.Problems.ShouldBeEmpty();
        (await ffmpeg.ProbeAsync(["-select_streams", "s", "-show_entries", "stream=codec_name", "-of", "csv=p=0", made.Path], folder, default))
            .Trim().ShouldBe("mov_text");
    }

    [Theory]
    [InlineData("{\\p1}%{pts}: O'Neil, \"A\" 100% textfile=/etc/passwd")]
    [InlineData("Nguy\u1EC5n V\u0103n \u0110\u1EE9c \U0001F3E0 \u674E")]
    [InlineData("")]
    public async Task Any_name_makes_a_good_film(string name)
    {
        var named = plan with { Customer = name, Title = name, Brand = new Brand("A & B: 'Roofs'", "#C8102E", LogoPath: "/no/such/logo.png") };

        var report = await CheckAsync(await studio.AssembleAsync(named, folder), named);

        report.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_music_is_lower_while_someone_speaks()
    {
        var music = await MusicPad.CachedAsync(studio.Folder, default);
        var mix = $"[0]aresample=48000,{Loudness.Correction(WavFile.Read(plan.Voice.Path))}[key];{MusicMix.Ducked(plan.Voice.Seconds, new VideoOptions().MusicLevel)}";
        await ffmpeg.RunAsync(
            ["-i", plan.Voice.Path, "-stream_loop", "-1", "-i", music, "-filter_complex", mix, "-map", "[ducked]", "ducked.wav"], folder, 10, default);
        var ducked = WavFile.Read(Path.Combine(folder, "ducked.wav"));
        var said = plan.Sections[1].Sentences[0];

        var speaking = Decibels(ducked, said.End - 1, said.End);
        var silent = Decibels(ducked, 1.3, 2.3); // faded in, nobody speaks yet

        (silent - speaking).ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task A_silent_short_black_late_or_broken_film_is_refused()
    {

        (await ProblemsAsync(film, plan, "-c:v", "copy", "-af", "volume=0", "-c:a", "aac", "-ar", "48000")).ShouldContain("narration");
        (await ProblemsAsync(film, plan, "-c", "copy", "-t", "4")).ShouldContain("lasts");
        (await ProblemsAsync(film, plan, "-c:a", "copy", "-vf", "drawbox=t=fill:color=black", "-preset", "ultrafast")).ShouldContain("black");
        (await ProblemsAsync(film, plan, "-c:v", "copy", "-af", "adelay=400:all=1", "-c:a", "aac")).ShouldContain("apart");
        (await ProblemsAsync(film, plan, "-c:v", "copy", "-an")).ShouldContain("sound");
        (await ProblemsAsync(film, plan, "-c:a", "copy", "-vf", "scale=640:360", "-preset", "ultrafast")).ShouldContain("1280x720");
        (await ProblemsAsync(film, plan, "-c:v", "copy", "-af", "volume=-14dB", "-c:a", "aac")).ShouldContain("loudness");
        var broken = film with { Path = Path.Combine(folder, "broken.mp4") };
        await File.WriteAllTextAsync(broken.Path, "this is no film");
        (await CheckAsync(broken, plan)).Problems.ShouldBe(["The file cannot be read as a film."]);
    }

    [Fact]
    public async Task Too_little_space_and_too_long_a_script_stop_the_work_before_it_begins()
    {
        var full = await Should.ThrowAsync<ServiceException>(studio.AssembleAsync(plan, folder, new VideoOptions { FreeSpace = 100_000_000 }));
        var endless = await Should.ThrowAsync<ServiceException>(
            studio.AssembleAsync(plan with { Voice = plan.Voice with { Samples = 48_000L * 60 * 11 } }, folder));

        (full.Failure, endless.Failure).ShouldBe((Failure.Transient, Failure.Refused));
        Directory.EnumerateDirectories(folder, "film*").ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<FilmReport> CheckAsync(Film film, VideoPlan plan) => new FilmCheck(ffmpeg).CheckAsync(film, plan, folder, default);

    private async Task<string> ProblemsAsync(Film film, VideoPlan plan, params string[] change)
    {
        var path = Path.Combine(folder, "changed.mp4");
        await ffmpeg.RunAsync(["-i", film.Path, .. change, "-movflags", "+faststart", path], folder, 10, default);
        return string.Join(' ', (await CheckAsync(film with { Path = path }, plan)).Problems);
    }

    private async Task<byte[]> FrameAsync(Film film, double at)
    {
        await ffmpeg.RunAsync(
            ["-i", film.Path, "-ss", Ffmpeg.Number(at), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "frame.raw"], folder, 10, default);
        return await File.ReadAllBytesAsync(Path.Combine(folder, "frame.raw"));
    }

    /// <summary>White pixels between two lines, where only text is white.</summary>
    private static int Bright(byte[] frame, int top, int bottom) =>
        frame.AsSpan(top * Backdrops.Width, (bottom - top) * Backdrops.Width).ToArray().Count(p => p > 200);

    private static double Decibels(WavFile sound, double from, double to)
    {
        var part = sound.Samples[(int)(from * sound.SampleRate * 2)..(int)(to * sound.SampleRate * 2)];
        return 10 * Math.Log10(part.Average(s => (double)s * s) + 1);
    }
}
