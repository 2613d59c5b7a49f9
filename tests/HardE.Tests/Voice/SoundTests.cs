using HardE.Agents.Services;
using HardE.Agents.Voice;

namespace HardE.Tests.Voice;

public sealed class SoundTests : IDisposable
{
    private const int Rate = 16_000;
    private static readonly Pauses Pauses = new(Lead: 1, Sentence: 0.3, Section: 1, Tail: 0.5);

    private readonly string folder = Directory.CreateTempSubdirectory("harde-test-").FullName;

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var sound = Tone(0.1, 0.5);

        var clip = await sound.SaveAsync(InFolder("a.wav"), default);
        var again = WavFile.Read(clip.Path);

        again.Samples.ShouldBe(sound.Samples);
        (clip.Samples, clip.SampleRate, clip.Sha256.Length).ShouldBe((1600, Rate, 64));
    }

    [Fact]
    public async Task A_stream_that_does_not_know_its_length_is_read_to_its_end_and_chunks_after_the_sound_are_not_heard()
    {
        var clip = await Tone(0.1, 0.5).SaveAsync(InFolder("a.wav"), default);
        var endless = await File.ReadAllBytesAsync(clip.Path);
        endless.AsSpan(4, 4).Fill(0xFF);
        endless.AsSpan(40, 4).Fill(0xFF);
        var tailed = (byte[])[.. await File.ReadAllBytesAsync(clip.Path), .. "LIST"u8, 4, 0, 0, 0, 1, 2, 3, 4];

        WavFile.Parse(new MemoryStream(endless)).Length.ShouldBe(1600);
        WavFile.Parse(new MemoryStream(tailed)).Length.ShouldBe(1600);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("ID3 this is an mp3, not a wav file at all")]
    [InlineData("RIFF0000WAVEdata0000")]
    public void What_is_no_sound_is_a_bad_reply(string text) =>
        Should.Throw<ServiceException>(() => WavFile.Parse(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(text)))).Failure.ShouldBe(Failure.BadReply);

    [Fact]
    public async Task Sentences_are_joined_with_exact_times()
    {
        var join = new SpeechJoin(Pauses);
        join.StartSection("One");
        join.Add("a", Padded(0.5));
        join.Add("b", Padded(0.25));
        join.StartSection("Two");
        join.Add("c", Padded(0.5));
        var clip = await join.SaveAsync(InFolder("joined.wav"), default);
        var samples = WavFile.Read(clip.Path).Samples;

        var said = join.Sections.SelectMany(s => s.Sentences).ToList();
        join.Sections.Select(s => s.Title).ShouldBe(["One", "Two"]);
        said[0].Start.ShouldBe(1.0, 0.0001);
        (said[0].End - said[0].Start).ShouldBe(0.6, 0.001); // 50 ms of the silence stays at both ends
        (said[1].Start - said[0].End).ShouldBe(0.3, 0.0001);
        (said[2].Start - said[1].End).ShouldBe(1.0, 0.0001);
        join.Sections[1].Start.ShouldBeInRange(said[1].End, said[2].Start);
        join.Sections[1].End.ShouldBe(clip.Seconds, 0.0001);
        foreach (var sentence in said)
        {
            Level(samples, sentence.Start + 0.06, sentence.End - 0.06).ShouldBeGreaterThan(5000);
            Level(samples, sentence.End + 0.01, sentence.End + 0.25).ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_join_makes_no_click()
    {
        var join = new SpeechJoin(Pauses);
        join.StartSection("One");
        var loud = new WavFile(Rate, 1, [.. Enumerable.Repeat((short)20_000, Rate / 2)]); // the worst: it begins and ends at full level
        join.Add("a", loud);
        join.Add("b", loud);
        var samples = WavFile.Read((await join.SaveAsync(InFolder("joined.wav"), default)).Path).Samples;

        var steps = samples.Zip(samples.Skip(1), (a, b) => Math.Abs(a - b));

        steps.Max().ShouldBeLessThan(500); // 1.5 percent of full scale, spread over 5 ms
        Math.Abs((int)samples[Rate]).ShouldBeLessThan(328);
    }

    [Theory]
    [InlineData(0.1, -23.0)] // 997 Hz at -20 dBFS on one channel: -20 - 3.01 + 0 of BS.1770
    [InlineData(0.01, -43.0)]
    public void Loudness_is_that_of_the_standard(double amplitude, double lufs) =>
        Loudness.Measure(Tone(3, amplitude, 997, 48_000))!.Value.ShouldBe(lufs, 0.1);

    [Fact]
    public void Silence_has_no_loudness_and_is_not_made_louder()
    {
        var silence = new WavFile(Rate, 1, new short[Rate * 2]);

        Loudness.Measure(silence).ShouldBeNull();
        Loudness.Correction(silence).ShouldStartWith("volume=0dB,");
    }

    [Fact]
    public void Pauses_do_not_count_for_loudness()
    {
        var tone = Tone(3, 0.1, 997);
        var paused = new WavFile(Rate, 1, [.. tone.Samples, .. new short[Rate * 10], .. tone.Samples]);

        Loudness.Measure(paused)!.Value.ShouldBe(Loudness.Measure(tone)!.Value, 0.3);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal static WavFile Tone(double seconds, double amplitude, double hertz = 440, int rate = Rate) =>
        new(rate, 1, [.. Enumerable.Range(0, (int)(seconds * rate)).Select(i => (short)(32767 * amplitude * Math.Sin(2 * Math.PI * hertz * i / rate)))]);

    /// <summary>A tone with a quarter of a second of near silence around it, as a voice engine sends it.</summary>
    private static WavFile Padded(double seconds)
    {
        var hiss = Enumerable.Repeat((short)12, Rate / 4).ToArray();
        return new WavFile(Rate, 1, [.. hiss, .. Tone(seconds, 0.5).Samples.Select(s => (short)(Math.Abs((int)s) < 200 ? 200 : s)), .. hiss]);
    }

    private static double Level(short[] samples, double from, double to) =>
        Math.Sqrt(samples[(int)(from * Rate)..(int)(to * Rate)].Average(s => (double)s * s));

    private string InFolder(string name) => Path.Combine(folder, name);
}
