using System.Globalization;
using System.Text;

namespace HardE.Jobs.Video;

/// <summary>
/// Which still is shown when, as a list for ffmpeg's concat demuxer. There is a frame where something changes, small
/// steps while something fades, and at least one a second, so that players can seek.
/// </summary>
internal sealed class Timeline(double seconds)
{
    /// <summary>Stills come on a clock of 25 ticks a second, the demuxer's own.</summary>
    public const int Ticks = 25;

    private const int FadeStep = 2;
    private const double FadeIn = 0.72;
    private const double FadeOut = 0.24;

    private readonly SortedDictionary<int, string> stills = [];
    private readonly SortedSet<int> frames = [0];

    private int Last => (int)Math.Floor(seconds * Ticks);

    /// <summary>From this moment on the still is the background; text fades in there.</summary>
    public void Still(double from, string file)
    {
        var tick = Tick(from);
        stills[tick] = file;
        Steps(tick, tick + (int)(FadeIn * Ticks));
        Steps(tick - (int)(FadeOut * Ticks) - 1, tick);
    }

    /// <summary>Something changes at this moment.</summary>
    public void Change(double at) => frames.Add(Tick(at));

    /// <summary>The picture changes all the time between these moments.</summary>
    public void Fade(double from, double to) => Steps(Tick(from), Tick(to));

    /// <summary>Text of the list. The last still is named twice, else its length would not count.</summary>
    public string Write()
    {
        var list = new StringBuilder("ffconcat version 1.0\n");
        int[] all = [.. Gapless()];
        for (var i = 0; i < all.Length; i++)
        {
            var until = i + 1 < all.Length ? all[i + 1] : Last + 1;
            var still = stills.Last(s => s.Key <= all[i]).Value;
            list.Append(CultureInfo.InvariantCulture, $"file {still}\nduration {(until - all[i]) / (double)Ticks:0.00}\n");
        }

        return list.Append(CultureInfo.InvariantCulture, $"file {stills.Last().Value}\n").ToString();
    }

    /// <summary>Rounded up: a frame drawn just before a caption begins would not show it.</summary>
    private int Tick(double at) => Math.Clamp((int)Math.Ceiling((at * Ticks) - 0.001), 0, Last);

    private void Steps(int from, int to)
    {
        for (var tick = Math.Max(0, from); tick < Math.Min(to, Last); tick += FadeStep)
        {
            frames.Add(tick);
        }

        frames.Add(Math.Clamp(to, 0, Last));
    }

    private IEnumerable<int> Gapless()
    {
        var before = 0;
        foreach (var frame in frames.Append(Last).Distinct())
        {
            for (var between = before + Ticks; between < frame; between += Ticks)
            {
                yield return between;
            }

            yield return frame;
            before = frame;
        }
    }
}
