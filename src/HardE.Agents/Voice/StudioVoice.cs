using HardE.Agents.Services;

namespace HardE.Agents.Voice;

/// <summary>
/// The embedded second stage: what a sound studio does to a speaker. Rumble out, mud down, presence up, level evened,
/// hiss of the S tamed, 48 kHz. The speaker stays the same.
/// </summary>
internal sealed class StudioVoice(Ffmpeg ffmpeg) : IVoiceChanger
{
    private const string Chain =
        "highpass=f=80,equalizer=f=250:t=q:w=1:g=-2,equalizer=f=3200:t=q:w=1.2:g=2.5,"
        + "acompressor=threshold=-22dB:ratio=3.5:attack=6:release=140:makeup=2,deesser=i=0.3,aresample=48000";

    public string EngineName => "studio chain (embedded)";

    public bool Embedded => true;

    public async Task<AudioClip> ChangeAsync(AudioClip plain, string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, "voice.wav");
        await ffmpeg.RunAsync(
            ["-loglevel", "error", "-i", plain.Path, "-af", Chain, "-ac", "1", "-c:a", "pcm_s16le", path], folder, plain.Seconds, ct);
        var changed = WavFile.Read(path);
        var ratio = (double)changed.Length / changed.SampleRate / plain.Seconds;
        return ratio is >= 0.97 and <= 1.03
            ? new AudioClip(
                path, AudioFormat.Wav, changed.SampleRate, changed.Channels, changed.Length, await AudioClip.HashAsync(path, ct))
            : throw new ServiceException("ffmpeg", Failure.BadReply, $"the changed voice is {ratio:0.00} times as long as the plain one");
    }
}
