using HardE.Agents.Voice;

namespace HardE.Jobs.Video;

/// <summary>How voice and music come together: the music goes down while someone speaks and comes up in the pauses.</summary>
internal static class MusicMix
{
    /// <summary>Filter graph for ffmpeg: input 0 is the voice, input 1 the music without end, output <c>[film]</c>.</summary>
    public static string Filters(string voice, double seconds, double musicLevel) =>
        $"[0]aresample=48000,{voice},asplit[voice][key];{Ducked(seconds, musicLevel)};"
        + "[voice]aformat=channel_layouts=stereo[speaker];"
        + "[speaker][ducked]amix=inputs=2:normalize=0:duration=first,alimiter=limit=0.79:level=disabled[film]";

    /// <summary>The music alone, ducked by <c>[key]</c> and faded at both ends, as <c>[ducked]</c>.</summary>
    public static string Ducked(double seconds, double musicLevel) =>
        $"[1]volume={Ffmpeg.Number(musicLevel)}dB,atrim=duration={Ffmpeg.Number(seconds)},afade=t=in:d=1.2,"
        + $"afade=t=out:st={Ffmpeg.Number(Math.Max(0, seconds - 2))}:d=1.8[music];"
        + "[music][key]sidechaincompress=threshold=0.02:ratio=3:attack=30:release=700[ducked]";
}
