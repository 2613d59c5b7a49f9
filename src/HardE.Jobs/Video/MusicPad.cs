using HardE.Agents.Services;
using HardE.Agents.Voice;

namespace HardE.Jobs.Video;

/// <summary>
/// Soft music of our own: four chords of warm tones that drift into each other, a few bell notes above, an echo. It
/// loops without a seam and is the same to the bit each time.
/// </summary>
internal static class MusicPad
{
    /// <summary>Length of the loop.</summary>
    public const double Seconds = 24;

    private const int Rate = 48_000;
    private const double Chord = 6;
    private const double Attack = 2.2;

    // C, A minor, F, G as MIDI notes: bass, then the chord.
    private static readonly int[][] Chords = [[48, 55, 60, 64, 67], [45, 52, 57, 60, 64], [41, 48, 53, 57, 60], [43, 50, 55, 59, 62]];
    private static readonly int[] Bells = [2, 3, 4, 3];

    /// <summary>48 kHz stereo, peak at half of full scale.</summary>
    public static WavFile Make()
    {
        var length = (int)(Seconds * Rate);
        float[][] sides = [new float[length], new float[length]];
        for (var chord = 0; chord < Chords.Length; chord++)
        {
            for (var note = 0; note < Chords[chord].Length; note++)
            {
                AddTone(sides, chord * Chord, Hertz(Chords[chord][note]), note == 0 ? 1.0 : 0.55);
            }

            for (var bell = 0; bell < Bells.Length; bell++)
            {
                AddBell(sides, (chord * Chord) + (bell * Chord / Bells.Length), 2 * Hertz(Chords[chord][Bells[bell]]), bell % 2);
            }
        }

        return new WavFile(Rate, 2, Interleaved(sides.Select(Echo).ToArray()));
    }

    /// <summary>The loop as a file in the folder, made when it is not there yet.</summary>
    /// <exception cref="ServiceException">The folder cannot be written.</exception>
    public static async Task<string> CachedAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, "music-1.wav");
        if (File.Exists(path))
        {
            return path;
        }

        var part = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(folder);
            await Make().SaveAsync(part, ct);
            File.Move(part, path, overwrite: true); // two renders at once make the same bytes
            return path;
        }
        catch (IOException problem)
        {
            throw new ServiceException("video", Failure.Transient, "the music could not be stored; is the disk full?", problem);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static double Hertz(int midi) => 440 * Math.Pow(2, (midi - 69) / 12.0);

    /// <summary>A tone of three soft partials, a little apart on the two sides, that swells and fades over its chord.</summary>
    private static void AddTone(float[][] sides, double start, double hertz, double level)
    {
        var samples = (int)((Chord + Attack) * Rate);
        var first = (int)(start * Rate);
        for (var side = 0; side < 2; side++)
        {
            var pitch = 2 * Math.PI * hertz * (side == 0 ? 0.9985 : 1.0015) / Rate;
            for (var i = 0; i < samples; i++)
            {
                var phase = pitch * i;
                var tone = Math.Sin(phase) + (0.28 * Math.Sin(2 * phase)) + (0.07 * Math.Sin(3 * phase));
                sides[side][(first + i) % sides[side].Length] += (float)(0.05 * level * Swell(i, samples) * tone);
            }
        }
    }

    private static double Swell(int at, int samples)
    {
        var edge = Math.Min(at, samples - at) / (Attack * Rate);
        return edge >= 1 ? 1 : 0.5 - (0.5 * Math.Cos(Math.PI * edge));
    }

    private static void AddBell(float[][] sides, double start, double hertz, int nearer)
    {
        var first = (int)(start * Rate);
        for (var i = 0; i < 2 * Rate; i++)
        {
            var time = (double)i / Rate;
            var strike = Math.Min(1, time / 0.012) * Math.Exp(-2.6 * time);
            var tone = strike * (Math.Sin(2 * Math.PI * hertz * time) + (0.2 * Math.Exp(-4 * time) * Math.Sin(6 * Math.PI * hertz * time)));
            for (var side = 0; side < 2; side++)
            {
                sides[side][(first + i) % sides[side].Length] += (float)((side == nearer ? 0.055 : 0.03) * tone);
            }
        }
    }

    /// <summary>Two late, quieter copies; they wrap around, so the loop stays seamless.</summary>
    private static float[] Echo(float[] dry, int side)
    {
        var (one, two) = (Rate * (23 + side) / 100, Rate * (41 - side) / 100);
        return [.. dry.Select((s, i) => s + (0.3f * dry[(i - one + dry.Length) % dry.Length]) + (0.18f * dry[(i - two + dry.Length) % dry.Length]))];
    }

    private static short[] Interleaved(float[][] sides)
    {
        var scale = 16_384 / sides.Max(s => s.Max(Math.Abs));
        var samples = new short[sides[0].Length * 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)Math.Round(sides[i % 2][i / 2] * scale);
        }

        return samples;
    }
}
