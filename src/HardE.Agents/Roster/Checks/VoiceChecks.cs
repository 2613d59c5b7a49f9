namespace HardE.Agents.Roster;

/// <summary>Rule 11, first half: engines can write their formats, and chains of voices end.</summary>
internal static class VoiceChecks
{
    public static void Run(ConfigReport report)
    {
        var voices = report.Config.Voices;
        foreach (var (name, voice) in voices)
        {
            One(report, $"voices.{name}", voice);
            foreach (var (key, other) in new[] { ("source", voice.Source), ("fallback", voice.Fallback) })
            {
                if (other is not null)
                {
                    report.Knows($"voices.{name}.{key}", "voice", other, [.. voices.Keys]);
                }
            }
        }

        IEnumerable<string> Next(string name) => voices.GetValueOrDefault(name) is { } voice
            ? new[] { voice.Source, voice.Fallback }.OfType<string>() : [];
        report.NoCycles(voices.Keys, Next, n => $"voices.{n}", "chain of sources and fallbacks");
    }

    private static void One(ConfigReport report, string path, VoiceEntry voice)
    {
        var formats = Formats(voice.Engine);
        if (!formats.Contains(voice.Format))
        {
            report.Error($"{path}.format", $"this engine does not write {Word(voice.Format)}", $"it writes {string.Join(", ", formats.Select(Word))}");
        }

        if (Changes(voice.Engine) && voice.Source is null)
        {
            report.Error($"{path}.source", "an engine that changes a voice needs the voice that speaks first");
        }
        else if (!Changes(voice.Engine) && voice.Source is not null)
        {
            report.Error($"{path}.source", "this engine speaks by itself");
        }

        if (voice.MaxWordError is < 0 or > 1)
        {
            report.Error($"{path}.max_word_error", "is a share from 0 to 1");
        }
    }

    private static bool Changes(VoiceEngine engine) => engine is VoiceEngine.ElevenlabsSts or VoiceEngine.FfmpegChain;

    private static SoundFormat[] Formats(VoiceEngine engine) => engine switch
    {
        VoiceEngine.OpenaiRealtime => [SoundFormat.Pcm, SoundFormat.Mp3],
        VoiceEngine.Flite or VoiceEngine.Festival => [SoundFormat.Wav, SoundFormat.Mp3],
        VoiceEngine.Elevenlabs or VoiceEngine.ElevenlabsSts => [SoundFormat.Mp3, SoundFormat.Pcm, SoundFormat.Opus],
        VoiceEngine.FfmpegChain => [SoundFormat.Mp3, SoundFormat.Wav, SoundFormat.Aac, SoundFormat.Flac, SoundFormat.Opus],
        _ => [SoundFormat.Mp3, SoundFormat.Opus, SoundFormat.Aac, SoundFormat.Flac, SoundFormat.Wav, SoundFormat.Pcm],
    };

    private static string Word(SoundFormat format) => format.ToString().ToLowerInvariant();
}
