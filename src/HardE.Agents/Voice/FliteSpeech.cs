using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Voice;

/// <summary>The embedded voice. Section <c>Voice:Flite</c>.</summary>
public sealed class FliteOptions
{
    /// <summary>One of <c>flite -lv</c>; rms is the best understood.</summary>
    [Required, RegularExpression("^[a-z0-9_]+$")] public string Voice { get; init; } = "rms";

    /// <summary>1 is the voice's own pace; more is slower.</summary>
    [Range(0.8, 1.5)] public double Stretch { get; init; } = 1.05;

    /// <summary>Sentences spoken at once.</summary>
    [Range(1, 16)] public int Parallel { get; init; } = 2;
}

/// <summary>Speaks with flite, a small program of the system: no key, no network, and it sounds like a machine.</summary>
internal sealed class FliteSpeech(ChildProcess children, IOptions<FliteOptions> options) : ISpeech
{
    private const int SampleRate = 16_000;
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(30);

    public string EngineName => $"flite {options.Value.Voice} (embedded)";

    public bool Embedded => true;

    public async Task<IReadOnlyList<AudioClip>> SpeakAsync(IReadOnlyList<string> sentences, string folder, CancellationToken ct)
    {
        var clips = new AudioClip[sentences.Count];
        var both = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallel, CancellationToken = ct };
        await Parallel.ForEachAsync(
            sentences.Index(),
            both,
            async (sentence, stop) => clips[sentence.Index] = await SpeakOneAsync(sentence.Item, sentence.Index, folder, stop));
        return clips;
    }

    /// <summary>The voice knows English letters: accents are dropped, what it cannot say is left out.</summary>
    internal static string Pronounceable(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            plain.Append(letter switch
            {
                '\u0111' => "d",
                '\u0110' => "D",
                '\u00F8' => "o",
                '\u00D8' => "O",
                '\u0142' => "l",
                '\u0141' => "L",
                '\u00DF' => "ss",
                '\u00E6' => "ae",
                '\u0131' => "i",
                '\u2013' or '\u2014' => ", ",
                _ when char.IsAsciiLetterOrDigit(letter) || " .,;:?!'%$-".Contains(letter) => letter.ToString(),
                _ when char.IsWhiteSpace(letter) || letter is '(' or ')' or '"' or '/' => " ",
                _ => "",
            });
        }

        return plain.ToString().Trim();
    }

    private async Task<AudioClip> SpeakOneAsync(string sentence, int index, string folder, CancellationToken ct)
    {
        var name = index.ToString("000", CultureInfo.InvariantCulture);
        var wav = Path.Combine(folder, name + ".wav");
        var text = Pronounceable(sentence);
        if (!text.Any(char.IsAsciiLetterOrDigit))
        {
            return await new WavFile(SampleRate, 1, new short[SampleRate / 5]).SaveAsync(wav, ct); // nothing to say: a breath
        }

        await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), text + "\n", ct);
        string[] arguments =
        [
            "-voice", options.Value.Voice, "--setf", $"duration_stretch={Ffmpeg.Number(options.Value.Stretch)}",
            "-f", name + ".txt", "-o", name + ".wav",
        ];
        await children.RunAsync(new ChildCommand("flite", arguments, folder, Allowed) { Background = true }, ct);
        if (!File.Exists(wav))
        {
            throw new ServiceException("flite", Failure.BadReply, "made no sound");
        }

        var sound = WavFile.Read(wav);
        return new AudioClip(
            wav, AudioFormat.Wav, sound.SampleRate, sound.Channels, sound.Length, await AudioClip.HashAsync(wav, ct));
    }
}
