namespace HardE.Jobs.Video;

/// <summary>What a finished film measures, and what is wrong with it. Only a film without problems is delivered.</summary>
/// <param name="Seconds">Length of the file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="VideoCodec">As ffprobe names it.</param>
/// <param name="AudioCodec">As ffprobe names it; empty when there is no sound.</param>
/// <param name="Lufs">Integrated loudness.</param>
/// <param name="TruePeak">In dBTP.</param>
/// <param name="BlackSeconds">How long the picture is black, all together.</param>
/// <param name="VoiceOffset">Seconds by which the voice is late against the plan; null when the voice was not found.</param>
/// <param name="Problems">Sentences for a person; empty when the film is good.</param>
public sealed record FilmReport(
    double Seconds,
    int Width,
    int Height,
    string VideoCodec,
    string AudioCodec,
    double Lufs,
    double TruePeak,
    double BlackSeconds,
    double? VoiceOffset,
    IReadOnlyList<string> Problems)
{
    /// <summary>True when the film may go out.</summary>
    public bool Good => Problems.Count == 0;
}
