using System.Security.Cryptography;
using System.Text;
using HardE.Agents.Services;
using HardE.Agents.State;

namespace HardE.Agents.Voice;

/// <summary>A text as sound in the file store.</summary>
/// <param name="File">Key in the file store; an MP3.</param>
/// <param name="Seconds">Length.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Transcript">What is spoken, cleaned of Markdown.</param>
/// <param name="EngineName">What spoke.</param>
/// <param name="Embedded">True for a machine voice made here; say so to the listener.</param>
public sealed record ReadAloudSound(
    string File, double Seconds, long Bytes, string Transcript, string EngineName, bool Embedded);

/// <summary>Reads a text aloud: an MP3 at even loudness in the file store.</summary>
public sealed class ReadAloud(ISpeech speech, Ffmpeg ffmpeg, IFileStore files)
{
    /// <summary>Longest text in words: about ten minutes.</summary>
    public const int MostWords = 1600;

    /// <summary>Speaks the text. The same text and voice has the same key.</summary>
    /// <returns>Null when there is nothing to say in the text.</returns>
    /// <exception cref="ServiceException"><see cref="Failure.Refused"/> for a text that is too long; else the voice failed.</exception>
    public async Task<ReadAloudSound?> SpeakAsync(string tenant, string text, CancellationToken ct)
    {
        var sentences = Sentences.Split(text);
        var transcript = string.Join(' ', sentences);
        if (!transcript.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        if (transcript.Count(c => c == ' ') >= MostWords)
        {
            throw new ServiceException("voice", Failure.Refused, $"the text has more than {MostWords} words");
        }

        var folder = Directory.CreateTempSubdirectory("harde-voice-").FullName; // mode 700
        try
        {
            var spoken = await new Narration(speech).SpeakAsync([new("", sentences)], Pauses.Listening, folder, ct);
            var key = $"audio/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{speech.EngineName}\n{transcript}")))[..32]}.mp3";
            await using var mp3 = File.OpenRead(await EncodeAsync(spoken.Audio, folder, ct));
            var stored = await files.SaveAsync(tenant, key, mp3, ct);
            return new ReadAloudSound(
                stored.Key, spoken.Audio.Seconds, stored.Bytes, transcript, speech.EngineName, speech.Embedded);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string> EncodeAsync(AudioClip clip, string folder, CancellationToken ct)
    {
        var filters = Loudness.Correction(WavFile.Read(clip.Path));
        var rate = clip.SampleRate >= 32_000 ? "44100" : "24000";
        await ffmpeg.RunAsync(
            [
                "-loglevel", "error", "-i", clip.Path, "-af", filters, "-c:a", "libmp3lame", "-b:a", "64k", "-ar", rate, "-ac", "1",
                "-map_metadata", "-1", "speech.mp3",
            ],
            folder,
            clip.Seconds,
            ct);
        return Path.Combine(folder, "speech.mp3");
    }
}
