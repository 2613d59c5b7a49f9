using System.ComponentModel.DataAnnotations;

namespace HardE.Jobs.Video;

/// <summary>What makes the films.</summary>
public enum VideoProvider
{
    /// <summary>The program of that name on this machine.</summary>
    Ffmpeg,
}

/// <summary>How films are made. Section <c>Video</c>.</summary>
public sealed class VideoOptions
{
    [EnumDataType(typeof(VideoProvider))] public VideoProvider Provider { get; init; } = VideoProvider.Ffmpeg;

    /// <summary>Films made at the same time on this node.</summary>
    [Range(1, 16)] public int AtOnce { get; init; } = 1;

    /// <summary>How loud the music is before it is ducked, in dB.</summary>
    [Range(-40, 0)] public double MusicLevel { get; init; } = -13;

    /// <summary>Free space to have before a film is begun, in megabytes.</summary>
    [Range(50, 100_000)] public int FreeSpace { get; init; } = 300;

    /// <summary>Longest film, in minutes.</summary>
    [Range(1, 30)] public int Longest { get; init; } = 10;
}
