namespace HardE.Agents.Voice;

/// <summary>What kind of sound file some bytes are, by how they begin; names and content types lie.</summary>
public static class SoundFile
{
    private const int Needed = 12;

    /// <summary>The ending that fits the stream's content, with its dot; the stream is put back to where it was.</summary>
    /// <returns><c>.m4a</c> for what is not known: phones record that.</returns>
    public static async Task<string> EndingAsync(Stream sound, CancellationToken ct)
    {
        var start = sound.Position;
        var head = new byte[Needed];
        var read = await sound.ReadAtLeastAsync(head, Needed, throwOnEndOfStream: false, ct);
        sound.Position = start;
        return Ending(head.AsSpan(0, read)) ?? ".m4a";
    }

    /// <summary>The ending that fits how a file begins; null when it is no sound we know.</summary>
    public static string? Ending(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8) => ".m4a",
        _ when head.StartsWith("ID3"u8) => ".mp3",
        [0xFF, 0xF1 or 0xF9, ..] => ".aac",
        [0xFF, >= 0xE2, ..] => ".mp3",
        _ when head.StartsWith("OggS"u8) => ".ogg",
        _ when head.StartsWith("fLaC"u8) => ".flac",
        _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WAVE"u8) => ".wav",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => ".webm",
        _ => null,
    };
}
