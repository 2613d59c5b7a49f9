using System.ComponentModel.DataAnnotations;

namespace HardE.Jobs.Video;

/// <summary>How films are made. Section <c>Video</c>.</summary>
public sealed class VideoOptions
{
    /// <summary>Films made at the same time on this node.</summary>
    [Range(1, 16)] public int AtOnce { get; init; } = 1;

    /// <summary>How loud the music is before it is ducked, in dB.</summary>
    [Range(-40, 0)] public double MusicLevel { get; init; } = -16;

    /// <summary>Free space to have before a film is begun, in megabytes.</summary>
    [Range(50, 100_000)] public int FreeSpace { get; init; } = 300;

    /// <summary>Longest film, in minutes.</summary>
    [Range(1, 30)] public int Longest { get; init; } = 10;
}
