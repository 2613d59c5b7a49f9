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
    public static WavFile Read(string path)
    {
        using var file = File.OpenRead(path);
        return Parse(file);
    }

    /// <summary>
    /// Reads what an engine sent, up to the end of the sound. A stream's header may say 0xFFFFFFFF: then the sound is what came.
    /// </summary>
    /// <param name="file">Seekable.</param>
    /// <exception cref="ServiceException">It is not 16-bit PCM in RIFF.</exception>
    public static WavFile Parse(Stream file)
    {
        Span<byte> head = stackalloc byte[16];
        if (file.ReadAtLeast(head[..12], 12, throwOnEndOfStream: false) < 12
            || !head[..4].SequenceEqual("RIFF"u8) || !head[8..12].SequenceEqual("WAVE"u8))
        {
            throw Unreadable("is not a WAV file");
        }

        var (rate, channels) = (0, 0);
        while (file.ReadAtLeast(head[..8], 8, throwOnEndOfStream: false) == 8)
        {
            var size = Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(head[4..]), file.Length - file.Position);
            var next = file.Position + size + (size & 1);
            if (head[..4].SequenceEqual("data"u8) && rate > 0)
            {
                return FromPcm(file, size, rate, channels);
            }

            if (head[..4].SequenceEqual("fmt "u8) && size >= 16)
            {
                file.ReadExactly(head);
                (channels, rate) = (BinaryPrimitives.ReadUInt16LittleEndian(head[2..]), BinaryPrimitives.ReadInt32LittleEndian(head[4..]));
                if (BinaryPrimitives.ReadUInt16LittleEndian(head[14..]) != 16 || channels is 0 or > 8 || rate is < 8000 or > 192_000)
                {
                    throw Unreadable("is not 16-bit PCM");
                }
            }

            file.Position = next;
        }

        throw Unreadable("has no sound in it");
    }

    /// <summary>Writes the file whole.</summary>
    public async Task<AudioClip> SaveAsync(string path, CancellationToken ct)
    {
        var data = Samples.Length * 2;
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            var header = new byte[HeaderLength];
            WriteHeader(header, data);
            RandomAccess.Write(file, header, 0);
            RandomAccess.Write(file, MemoryMarshal.AsBytes(Samples.AsSpan()), HeaderLength);
        }

        return new AudioClip(path, AudioFormat.Wav, SampleRate, Channels, Length, await AudioClip.HashAsync(path, ct));
    }

    private static WavFile FromPcm(Stream file, long size, int rate, int channels)
    {
        var samples = new short[size / (2 * channels) * channels];
        file.ReadExactly(MemoryMarshal.AsBytes(samples.AsSpan()));
        return new WavFile(rate, channels, samples);
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
