using HardE.Agents.Voice;

namespace HardE.Jobs.Video;

/// <summary>Finds a voice in a film by its loud and quiet moments, and says how late it is.</summary>
internal static class SyncMeter
{
    private const int PerSecond = 50;
    private const int MostFrames = PerSecond * 3 / 2;
    private const double Alike = 0.6;

    /// <returns>Seconds by which the film's sound is late; null when the voice is not in it.</returns>
    public static double? Offset(WavFile voice, WavFile film)
    {
        var (spoken, heard) = (Levels(voice), Levels(film));
        var (best, at) = (double.NegativeInfinity, 0);
        for (var lag = -MostFrames; lag <= MostFrames; lag++)
        {
            var likeness = Correlation(spoken, heard, lag);
            if (likeness > best)
            {
                (best, at) = (likeness, lag);
            }
        }

        return best >= Alike ? (double)at / PerSecond : null;
    }

    /// <summary>Level of each fiftieth of a second, in steps the ear hears (fourth root of power).</summary>
    private static double[] Levels(WavFile sound)
    {
        var frame = sound.SampleRate / PerSecond * sound.Channels;
        var levels = new double[sound.Samples.Length / frame];
        for (var i = 0; i < levels.Length; i++)
        {
            var power = 0.0;
            foreach (var sample in sound.Samples.AsSpan(i * frame, frame))
            {
                power += (double)sample * sample;
            }

            levels[i] = Math.Sqrt(Math.Sqrt(power / frame));
        }

        return levels;
    }

    /// <summary>Pearson's correlation where the two overlap when the second starts <paramref name="lag"/> frames late.</summary>
    private static double Correlation(double[] a, double[] b, int lag)
    {
        var first = Math.Max(0, -lag);
        var count = Math.Min(a.Length, b.Length - lag) - first;
        if (count < PerSecond)
        {
            return double.NegativeInfinity;
        }

        var left = a.AsSpan(first, count);
        var right = b.AsSpan(first + lag, count);
        var (meanLeft, meanRight) = (Mean(left), Mean(right));
        var (both, powerLeft, powerRight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (left[i] - meanLeft, right[i] - meanRight);
            both += x * y;
            powerLeft += x * x;
            powerRight += y * y;
        }

        return powerLeft > 0 && powerRight > 0 ? both / Math.Sqrt(powerLeft * powerRight) : double.NegativeInfinity;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
