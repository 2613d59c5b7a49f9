namespace HardE.Agents.Voice;

/// <summary>
/// Joins spoken sentences without clicks: silence at the edges is cut to 50 ms, both edges are faded over 5 ms, and
/// digital silence goes between. All times are counted in samples.
/// </summary>
internal sealed class SpeechJoin(Pauses pauses)
{
    private const int Quiet = 104; // -50 dBFS of 32768
    private const double Kept = 0.05;
    private const double Fade = 0.005;
    private const double CardAhead = 0.8; // of the pause before a section

    private readonly List<short> sound = [];
    private readonly List<(string Title, long Start, List<NarratedSentence> Sentences)> sections = [];
    private int rate;

    /// <summary>The sections so far; each ends where the next one begins, the last with the sound.</summary>
    public IReadOnlyList<NarratedSection> Sections =>
    [
        .. sections.Select((s, i) => new NarratedSection(
            s.Title, Seconds(s.Start), Seconds(i + 1 < sections.Count ? sections[i + 1].Start : sound.Count), s.Sentences)),
    ];

    public void StartSection(string title) => sections.Add((title, sound.Count, []));

    /// <exception cref="InvalidOperationException">The clip's sample rate differs from the ones before.</exception>
    public void Add(string text, WavFile clip)
    {
        rate = rate == 0 ? clip.SampleRate : rate;
        if (rate != clip.SampleRate)
        {
            throw new InvalidOperationException($"Clips of {rate} and {clip.SampleRate} Hz cannot be joined.");
        }

        var (title, _, section) = sections[^1];
        AddSilence(sound.Count == 0 ? pauses.Lead : section.Count == 0 ? pauses.Section : pauses.Sentence);
        if (section.Count == 0)
        {
            sections[^1] = (title, sound.Count - (long)(CardAhead * pauses.Section * rate), section);
        }

        var start = sound.Count;
        sound.AddRange(Trimmed(Mono(clip)));
        section.Add(new NarratedSentence(text, Seconds(start), Seconds(sound.Count)));
    }

    /// <summary>Adds the closing pause and writes the file.</summary>
    public Task<AudioClip> SaveAsync(string path, CancellationToken ct)
    {
        rate = rate == 0 ? 16_000 : rate;
        AddSilence(pauses.Tail);
        return new WavFile(rate, 1, [.. sound]).SaveAsync(path, ct);
    }

    private static short[] Mono(WavFile clip) => clip.Channels == 1
        ? clip.Samples
        : [.. clip.Samples.Chunk(clip.Channels).Select(frame => (short)frame.Average(s => s))];

    private short[] Trimmed(short[] clip)
    {
        var keep = (int)(Kept * rate);
        var first = Array.FindIndex(clip, s => Math.Abs((int)s) > Quiet);
        if (first < 0)
        {
            return clip[..Math.Min(clip.Length, keep)];
        }

        var last = Array.FindLastIndex(clip, s => Math.Abs((int)s) > Quiet);
        var kept = clip[Math.Max(0, first - keep)..Math.Min(clip.Length, last + keep + 1)];
        var fade = Math.Min((int)(Fade * rate), kept.Length / 2);
        for (var i = 0; i < fade; i++)
        {
            var gain = 0.5 - (0.5 * Math.Cos(Math.PI * i / fade));
            kept[i] = (short)(kept[i] * gain);
            kept[^(i + 1)] = (short)(kept[^(i + 1)] * gain);
        }

        return kept;
    }

    private void AddSilence(double seconds) => sound.AddRange(new short[(int)Math.Round(seconds * rate)]);

    private double Seconds(long samples) => rate == 0 ? 0 : (double)samples / rate;
}
