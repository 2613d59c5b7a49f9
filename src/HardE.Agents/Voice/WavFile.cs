using System.Buffers.Binary;
using System.Runtime.InteropServices;
using HardE.Agents.Services;

namespace HardE.Agents.Voice;

/// <summary>16-bit PCM in a RIFF file. Sizes in the header are only believed where the bytes bear them out.</summary>
public sealed record WavFile(int SampleRate, int Channels, short[] Samples)
{
    private const int HeaderLength = 44;

    /// <summary>Samples in each channel.</summary>
    public long Length => Samples.Length / Channels;

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="ServiceException">It is not 16-bit PCM in RIFF.</exception>
    public static WavFile Read(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads what an engine sent. A stream's header may say 0xFFFFFFFF: then the data is what came.</summary>
    /// <exception cref="ServiceException">It is not 16-bit PCM in RIFF.</exception>
    public static WavFile Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            throw Unreadable("is not a WAV file");
        }

        ReadOnlySpan<byte> format = default;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var body = file[(at + 8)..];
            var size = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]), (uint)body.Length);
            if (file.Slice(at, 4).SequenceEqual("fmt "u8) && size >= 16)
            {
                format = body[..size];
            }
            else if (file.Slice(at, 4).SequenceEqual("data"u8) && !format.IsEmpty)
            {
                return FromPcm(format, body[..size]);
            }

            at += 8 + size + (size & 1);
        }

        throw Unreadable("has no sound in it");
    }

    /// <summary>Writes the file whole.</summary>
    public async Task<AudioClip> SaveAsync(string path, CancellationToken ct)
    {
        var data = MemoryMarshal.AsBytes(Samples.AsSpan());
        var bytes = new byte[HeaderLength + data.Length];
        WriteHeader(bytes, data.Length);
        data.CopyTo(bytes.AsSpan(HeaderLength));
        await File.WriteAllBytesAsync(path, bytes, ct);
        return new AudioClip(path, AudioFormat.Wav, SampleRate, Channels, Length, await AudioClip.HashAsync(path, ct));
    }

    private static WavFile FromPcm(ReadOnlySpan<byte> format, ReadOnlySpan<byte> data)
    {
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadInt32LittleEndian(format[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        if (bits != 16 || channels is 0 or > 8 || rate is < 8000 or > 192_000)
        {
            throw Unreadable("is not 16-bit PCM");
        }

        var whole = data.Length / (2 * channels) * channels;
        return new WavFile(rate, channels, MemoryMarshal.Cast<byte, short>(data)[..whole].ToArray());
    }

    private void WriteHeader(Span<byte> header, int dataLength)
    {
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderLength - 8 + dataLength);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], (short)Channels);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], SampleRate * Channels * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], (short)(Channels * 2));
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], dataLength);
    }

    private static ServiceException Unreadable(string why) => new("voice", Failure.BadReply, $"the sound {why}");
}
