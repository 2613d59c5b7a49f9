using HardE.Agents.Voice;
using HardE.Jobs.Video;

namespace HardE.Tests.Video;

public sealed class PictureTests
{
    [Theory]
    [InlineData("#12304A")]
    [InlineData("#000000")]
    [InlineData("#FFFFFF")]
    [InlineData("#FFD400")]
    [InlineData("#C8102E")]
    [InlineData("#00A651")]
    [InlineData("#8080FF")]
    public void Any_company_colour_gives_a_film_whose_text_can_be_read(string color)
    {
        var palette = Palette.From(color);

        palette.Top.Contrast(Rgb.White).ShouldBeGreaterThanOrEqualTo(7);
        palette.Panel.Contrast(Rgb.White).ShouldBeGreaterThanOrEqualTo(7);
        palette.Quiet.Contrast(palette.Top).ShouldBeGreaterThanOrEqualTo(4.5);
        palette.Accent.Contrast(palette.Top).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void A_polygon_covers_its_inside_and_smooths_its_edge()
    {
        var canvas = new Canvas(20, 20);

        canvas.Rectangle(5, 5, 10.5, 10, Rgb.White);

        canvas.At(10, 10).ShouldBe(Rgb.White);
        canvas.At(2, 10).ShouldBe(new Rgb(0, 0, 0));
        canvas.At(15, 10).R.ShouldBeInRange((byte)126, (byte)129); // half of this pixel
    }

    [Fact]
    public void A_logo_of_ones_own_stands_on_white_and_moves_the_name_aside()
    {
        var red = Enumerable.Range(0, 40 * 10).SelectMany(_ => new byte[] { 200, 0, 0, 255 }).ToArray();
        var own = new Backdrops(Palette.From("#12304A"), new LogoPicture(red, 40, 10));

        var picture = own.Section(1, 3, 114);

        picture.At(Backdrops.Margin + 60, 58).ShouldBe(new Rgb(200, 0, 0));
        picture.At(Backdrops.Margin + 4, 58).ShouldBe(Rgb.White);
        own.BesideLogo.ShouldBeGreaterThan(new Backdrops(Palette.From("#12304A"), null).BesideLogo);
    }

    [Fact]
    public void Captions_show_every_word_at_the_time_it_is_said()
    {
        var longOne = string.Join(' ', Enumerable.Repeat("seven little words in a row", 8)) + ".";
        NarratedSection[] sections = [new("A", 1, 20, [new("Hello.", 2, 3), new(longOne, 3.3, 15)])];

        var captions = Captions.From(sections);

        string.Join(' ', captions.Select(c => c.Text)).ShouldBe("Hello. " + longOne);
        captions.ShouldAllBe(c => c.Text.Length <= 92 && c.End > c.Start);
        captions[0].End.ShouldBe(3.3, 0.001); // no flicker in the short pause
        captions[1].Start.ShouldBe(3.3, 0.001);
        captions.Zip(captions.Skip(1)).ShouldAllBe(p => p.First.End <= p.Second.Start + 0.001);
        captions[^1].End.ShouldBe(15.2, 0.001);
    }

    [Fact]
    public void Web_captions_are_escaped()
    {
        var text = Captions.ToWebVtt([new Caption("a < b & c --> d", 1.5, 3661.25)]);

        text.ShouldBe("WEBVTT\n\n00:00:01.500 --> 01:01:01.250\na &lt; b &amp; c --&gt; d\n");
    }

    [Fact]
    public void The_timeline_has_a_frame_at_each_change_and_at_least_one_a_second()
    {
        var timeline = new Timeline(20);
        timeline.Still(0, "card.ppm");
        timeline.Still(5.2, "part1.ppm");
        timeline.Change(9.991);

        var lines = timeline.Write().Split('\n');

        var durations = lines.Where(l => l.StartsWith("duration ", StringComparison.Ordinal)).Select(l => double.Parse(l[9..], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        durations.ShouldAllBe(d => d > 0 && d <= 1.0001);
        durations.Sum().ShouldBe(20, 0.05);
        var starts = durations.Aggregate(new List<double> { 0 }, (all, d) => [.. all, Math.Round(all[^1] + d, 2)]);
        starts.ShouldContain(10.0); // the first tick at which the change is seen
        starts.ShouldContain(5.2);
        lines.Where(l => l.StartsWith("file ", StringComparison.Ordinal)).ElementAt(starts.IndexOf(5.2)).ShouldBe("file part1.ppm");
        lines[^2].ShouldBe("file part1.ppm"); // named twice, else the last length would not count
    }

    [Fact]
    public void The_music_is_the_same_each_time_soft_and_loops_without_a_seam()
    {
        var (first, second) = (MusicPad.Make(), MusicPad.Make());

        second.Samples.ShouldBe(first.Samples);
        (first.SampleRate, first.Channels, first.Length).ShouldBe((48_000, 2, (long)(MusicPad.Seconds * 48_000)));
        first.Samples.Max(s => Math.Abs((int)s)).ShouldBeInRange(16_383, 16_385);
        var largest = Enumerable.Range(2, first.Samples.Length - 2).Max(i => Math.Abs(first.Samples[i] - first.Samples[i - 2]));
        Math.Abs(first.Samples[0] - first.Samples[^2]).ShouldBeLessThanOrEqualTo(largest);
        Loudness.Measure(first)!.Value.ShouldBeInRange(-30, -14);
    }
}
