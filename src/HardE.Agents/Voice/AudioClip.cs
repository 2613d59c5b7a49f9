using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace HardE.Agents.Voice;

/// <summary>How the sound is written in the file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AudioFormat>))]
public enum AudioFormat
{
    /// <summary>RIFF, 16-bit PCM: what passes between the steps.</summary>
    Wav,

    /// <summary>For listeners; never joined or cut.</summary>
    Mp3,
}

/// <summary>A sound file on this node. Steps pass this record on, never the bytes.</summary>
/// <param name="Path">Where it lies; a run that goes on elsewhere replaces it by <c>with</c>.</param>
/// <param name="Format">How it is written.</param>
/// <param name="SampleRate">Samples a second in each channel.</param>
/// <param name="Channels">1 for speech.</param>
/// <param name="Samples">Samples in each channel; times come from this number, never from a header.</param>
/// <param name="Sha256">Of the whole file, lower-case hex.</param>
public sealed record AudioClip(
    string Path, AudioFormat Format, int SampleRate, int Channels, long Samples, string Sha256)
{
    /// <summary>Length in seconds.</summary>
    [JsonIgnore]
    public double Seconds => (double)Samples / SampleRate;

    /// <summary>SHA-256 of a file, lower-case hex.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }
}
