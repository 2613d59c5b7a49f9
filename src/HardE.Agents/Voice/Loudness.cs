namespace HardE.Agents.Voice;

/// <summary>
/// How loud sound is to the ear: integrated loudness of ITU-R BS.1770-4 (two filters, 400 ms blocks with three quarters
/// of overlap, gates at -70 LUFS and 10 LU below the rest), for one or two channels.
/// </summary>
public static class Loudness
{
    /// <summary>What films and read-aloud are brought to.</summary>
    public const double Target = -16;

    private const double Silence = -70;

    /// <summary>In LUFS; null when there is nothing to hear.</summary>
    public static double? Measure(WavFile sound)
    {
        var powers = BlockPowers(sound).Where(p => Lufs(p) > Silence).ToList();
        if (powers.Count == 0)
        {
            return null;
        }

        var gate = Lufs(powers.Average()) - 10;
        return Lufs(powers.Where(p => Lufs(p) > gate).Average());
    }

    /// <summary>
    /// Filters for ffmpeg that bring the sound to <see cref="Target"/> with peaks below -1.5 dBTP: gain, then a limiter
    /// (which costs about 0.2 LU).
    /// </summary>
    public static string Correction(WavFile sound)
    {
        var gain = Measure(sound) is { } lufs ? Math.Clamp(Target - lufs + 0.2, -30, 40) : 0;
        return $"volume={Ffmpeg.Number(gain)}dB,alimiter=limit=0.79:attack=3:release=80:level=disabled";
    }

    private static double Lufs(double power) => -0.691 + (10 * Math.Log10(power + 1e-20));

    private static IEnumerable<double> BlockPowers(WavFile sound)
    {
        var quarter = sound.SampleRate / 10;
        var quarters = new double[(int)(sound.Length / quarter)];
        for (var channel = 0; channel < sound.Channels; channel++)
        {
            var (shelf, pass) = (Biquad.HighShelf(sound.SampleRate), Biquad.HighPass(sound.SampleRate));
            for (var i = 0; i < quarters.Length * quarter; i++)
            {
                var heard = pass.Next(shelf.Next(sound.Samples[(i * sound.Channels) + channel] / 32768.0));
                quarters[i / quarter] += heard * heard / quarter;
            }
        }

        for (var i = 3; i < quarters.Length; i++)
        {
            yield return (quarters[i] + quarters[i - 1] + quarters[i - 2] + quarters[i - 3]) / 4;
        }
    }

    /// <summary>A second-order filter; the constants are the analogue prototypes behind the 48 kHz tables of BS.1770.</summary>
    private sealed class Biquad(double b0, double b1, double b2, double a1, double a2)
    {
        private double x1, x2, y1, y2;

        public static Biquad HighShelf(int rate)
        {
            var (k, q) = (Math.Tan(Math.PI * 1681.974450955533 / rate), 0.7071752369554196);
            var high = Math.Pow(10, 3.999843853973347 / 20);
            var band = Math.Pow(high, 0.4996667741545416);
            var a0 = 1 + (k / q) + (k * k);
            return new Biquad(
                (high + (band * k / q) + (k * k)) / a0,
                2 * ((k * k) - high) / a0,
                (high - (band * k / q) + (k * k)) / a0,
                2 * ((k * k) - 1) / a0,
                (1 - (k / q) + (k * k)) / a0);
        }

        public static Biquad HighPass(int rate)
        {
            var (k, q) = (Math.Tan(Math.PI * 38.13547087602444 / rate), 0.5003270373238773);
            var a0 = 1 + (k / q) + (k * k);
            return new Biquad(1, -2, 1, 2 * ((k * k) - 1) / a0, (1 - (k / q) + (k * k)) / a0);
        }

        public double Next(double x)
        {
            var y = (b0 * x) + (b1 * x1) + (b2 * x2) - (a1 * y1) - (a2 * y2);
            (x2, x1, y2, y1) = (x1, x, y1, y);
            return y;
        }
    }
}
