using HardE.Agents.Services;

namespace HardE.Jobs.Video;

/// <summary>Makes the film: picture, voice, music and captions become one MP4 (1280x720, H.264, AAC).</summary>
public interface IVideoAssembler
{
    /// <summary>What makes the film, as shown to people.</summary>
    string EngineName { get; }

    /// <summary>Makes the film in the folder; running it again replaces what was there.</summary>
    /// <exception cref="ServiceException">The engine is missing, failed, or the disk is too full to start.</exception>
    Task<Film> AssembleAsync(VideoPlan plan, string folder, CancellationToken ct);
}

/// <summary>A finished film on this node.</summary>
/// <param name="Path">MP4.</param>
/// <param name="PosterPath">JPEG of the title card, 1280x720.</param>
/// <param name="CaptionsPath">WebVTT with the times of the sentences, for players.</param>
/// <param name="Seconds">Planned length.</param>
/// <param name="Bytes">Of the MP4.</param>
/// <param name="Sha256">Of the MP4, lower-case hex.</param>
public sealed record Film(
    string Path, string PosterPath, string CaptionsPath, double Seconds, long Bytes, string Sha256);
