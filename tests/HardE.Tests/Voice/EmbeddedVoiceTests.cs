using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Voice;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Voice;

/// <summary>With the real flite and ffmpeg of the machine: <c>./harde test</c> installs them.</summary>
public sealed class EmbeddedVoiceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("harde-test-").FullName;
    private readonly ChildProcess children = new(TimeProvider.System);

    private FliteSpeech Speech => new(children, Options.Create(new FliteOptions()));

    private Ffmpeg Ffmpeg => new(children);

    [Fact]
    public async Task A_script_becomes_narration_whose_times_are_where_the_words_are()
    {
        var narrated = await SpeakAsync();
        var sound = WavFile.Read(narrated.Audio.Path);

        narrated.Embedded.ShouldBeTrue();
        narrated.EngineName.ShouldContain("embedded");
        narrated.Sections.Select(s => s.Title).ShouldBe(["Hello", "The roof"]);
        narrated.Transcript.ShouldBe("Hello Jordan. The price is $1,250.\n\nWe look at every slope.");
        foreach (var sentence in narrated.Sections.SelectMany(s => s.Sentences))
        {
            Loudness.Measure(Part(sound, sentence.Start, sentence.End))!.Value.ShouldBeGreaterThan(-40);
        }

        Loudness.Measure(Part(sound, 0, narrated.Sections[0].Sentences[0].Start)).ShouldBeNull();
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).ShouldBe(["narration.wav"]);
    }

    [Fact]
    public async Task A_sentence_without_a_word_the_voice_knows_is_a_breath_not_an_error()
    {
        var clips = await Speech.SpeakAsync(["\U0001F600", "\u674E\u660E"], folder, default);

        clips.ShouldAllBe(c => c.Seconds > 0.1 && c.Seconds < 1);
    }

    [Fact]
    public async Task The_same_words_give_the_same_sound()
    {
        var (one, two) = (Directory.CreateDirectory(Path.Combine(folder, "1")).FullName, Directory.CreateDirectory(Path.Combine(folder, "2")).FullName);

        var first = await Speech.SpeakAsync(["Hello there."], one, default);
        var second = await Speech.SpeakAsync(["Hello there."], two, default);

        second[0].Sha256.ShouldBe(first[0].Sha256);
    }

    [Fact]
    public async Task The_second_stage_changes_the_voice_and_keeps_its_timing()
    {
        var narrated = await SpeakAsync();

        var changed = await new StudioVoice(Ffmpeg).ChangeAsync(narrated.Audio, folder, default);

        (changed.SampleRate, changed.Channels).ShouldBe((48_000, 1));
        changed.Seconds.ShouldBe(narrated.Audio.Seconds, 0.02);
        changed.Sha256.ShouldNotBe(narrated.Audio.Sha256);
        var (lufs, _) = await Ebur128Async(changed.Path);
        Loudness.Measure(WavFile.Read(changed.Path))!.Value.ShouldBe(lufs, 0.2); // our meter against ffmpeg's
    }

    [Fact]
    public async Task Reading_aloud_makes_an_mp3_at_even_loudness_and_leaves_nothing_behind()
    {
        var files = new FolderFileStore(Options.Create(new FilesOptions { Folder = folder }), Options.Create(new DataOptions()));

        var read = await new ReadAloud(Speech, Ffmpeg, files).SpeakAsync("main", "**Good morning.** We come at 9 AM, and we call before.", default);

        read.ShouldNotBeNull();
        read.File.ShouldEndWith(".mp3");
        read.Transcript.ShouldBe("Good morning. We come at 9 AM, and we call before.");
        read.Embedded.ShouldBeTrue();
        var path = Path.Combine(folder, "main", read.File);
        new FileInfo(path).Length.ShouldBe(read.Bytes);
        var (lufs, peak) = await Ebur128Async(path);
        lufs.ShouldBeInRange(-17.5, -14.5);
        peak.ShouldBeLessThan(-0.5);
        var facts = await Ffmpeg.ProbeAsync(["-show_entries", "format=duration:stream=codec_name", "-of", "csv=p=0", path], folder, default);
        facts.ShouldContain("mp3");
        double.Parse(facts.Split('\n')[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(read.Seconds, 0.15);
    }

    [Fact]
    public async Task There_is_nothing_to_read_in_a_text_without_words_and_a_book_is_refused()
    {
        var aloud = new ReadAloud(Speech, Ffmpeg, new FolderFileStore(Options.Create(new FilesOptions { Folder = folder }), Options.Create(new DataOptions())));

        (await aloud.SpeakAsync("main", " \u2026 --- ", default)).ShouldBeNull();
        var refused = await Should.ThrowAsync<ServiceException>(aloud.SpeakAsync("main", string.Concat(Enumerable.Repeat("word ", 1700)), default));
        refused.Failure.ShouldBe(Failure.Refused);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<Narrated> SpeakAsync() => new Narration(Speech).SpeakAsync(
        [new("Hello", ["Hello Jordan.", "The price is $1,250."]), new("The roof", ["We look at every slope."])], Pauses.Film, folder, default);

    private static WavFile Part(WavFile sound, double from, double to) =>
        sound with { Samples = sound.Samples[(int)(from * sound.SampleRate)..(int)(to * sound.SampleRate)] };

    private async Task<(double Lufs, double Peak)> Ebur128Async(string path)
    {
        var said = await Ffmpeg.RunAsync(["-i", path, "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"], folder, 10, default);
        return (Value(said, @"I:\s+(\S+) LUFS"), Value(said, @"Peak:\s+(\S+) dBFS"));
    }

    private static double Value(string text, string pattern) => double.Parse(
        System.Text.RegularExpressions.Regex.Match(text, pattern).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
}
