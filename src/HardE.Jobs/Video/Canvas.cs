using System.Globalization;
using System.Text;

namespace HardE.Jobs.Video;

/// <summary>A still picture of 24-bit pixels: gradients, polygons with smooth edges, pictures laid on top.</summary>
internal sealed class Canvas(int width, int height)
{
    private const int Lines = 4; // scan lines in a pixel row; edges are smoothed by their share

    private readonly byte[] pixels = new byte[width * height * 3];

    public int Width => width;

    public int Height => height;

    public Canvas Copy()
    {
        var copy = new Canvas(width, height);
        pixels.CopyTo(copy.pixels, 0);
        return copy;
    }

    public Rgb At(int x, int y) => new(pixels[At3(x, y)], pixels[At3(x, y) + 1], pixels[At3(x, y) + 2]);

    /// <summary>Top to bottom over the whole picture.</summary>
    public void Gradient(Rgb top, Rgb bottom)
    {
        for (var y = 0; y < height; y++)
        {
            var color = top.Mix(bottom, (double)y / (height - 1));
            for (var x = 0; x < width; x++)
            {
                Blend(x, y, color, 1);
            }
        }
    }

    public void Rectangle(double x, double y, double w, double h, Rgb color, double alpha = 1) =>
        Polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], color, alpha);

    public void RoundRectangle(double x, double y, double w, double h, double radius, Rgb color, double alpha = 1)
    {
        var points = new List<(double, double)>();
        ReadOnlySpan<(double X, double Y)> centers =
            [(x + w - radius, y + h - radius), (x + radius, y + h - radius), (x + radius, y + radius), (x + w - radius, y + radius)];
        for (var corner = 0; corner < 4; corner++)
        {
            for (var step = 0; step <= 12; step++)
            {
                var (sin, cos) = Math.SinCos((corner + (step / 12.0)) * Math.PI / 2);
                points.Add((centers[corner].X + (radius * cos), centers[corner].Y + (radius * sin)));
            }
        }

        Polygon([.. points], color, alpha);
    }

    /// <summary>Fills a closed shape (even-odd rule).</summary>
    public void Polygon((double X, double Y)[] points, Rgb color, double alpha = 1)
    {
        var first = Math.Max(0, (int)points.Min(p => p.Y));
        var last = Math.Min(height - 1, (int)points.Max(p => p.Y));
        var cover = new double[width];
        for (var y = first; y <= last; y++)
        {
            Array.Clear(cover);
            for (var line = 0; line < Lines; line++)
            {
                var crossings = Crossings(points, y + ((line + 0.5) / Lines));
                for (var i = 0; i + 1 < crossings.Count; i += 2)
                {
                    AddSpan(cover, crossings[i], crossings[i + 1]);
                }
            }

            for (var x = 0; x < width; x++)
            {
                if (cover[x] > 0)
                {
                    Blend(x, y, color, alpha * cover[x] / Lines);
                }
            }
        }
    }

    /// <summary>Lays a picture of RGBA pixels on top.</summary>
    public void Picture(ReadOnlySpan<byte> rgba, int pictureWidth, int left, int top)
    {
        for (var i = 0; i + 3 < rgba.Length; i += 4)
        {
            var (x, y) = (left + (i / 4 % pictureWidth), top + (i / 4 / pictureWidth));
            if (x >= 0 && x < width && y >= 0 && y < height)
            {
                Blend(x, y, new Rgb(rgba[i], rgba[i + 1], rgba[i + 2]), rgba[i + 3] / 255.0);
            }
        }
    }

    /// <summary>Writes it as a portable pixmap, the plainest file ffmpeg reads.</summary>
    public async Task SaveAsync(string path, CancellationToken ct)
    {
        await using var file = File.Create(path);
        await file.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P6\n{width} {height}\n255\n")), ct);
        await file.WriteAsync(pixels, ct);
    }

    private static List<double> Crossings((double X, double Y)[] points, double y)
    {
        var found = new List<double>(4);
        for (var i = 0; i < points.Length; i++)
        {
            var (a, b) = (points[i], points[(i + 1) % points.Length]);
            if (a.Y <= y != b.Y <= y)
            {
                found.Add(a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
            }
        }

        found.Sort();
        return found;
    }

    private void AddSpan(double[] cover, double from, double to)
    {
        (from, to) = (Math.Clamp(from, 0, width), Math.Clamp(to, 0, width));
        for (var x = (int)from; x < to; x++)
        {
            cover[x] += Math.Min(to, x + 1) - Math.Max(from, x);
        }
    }

    private int At3(int x, int y) => ((y * width) + x) * 3;

    private void Blend(int x, int y, Rgb color, double alpha)
    {
        var at = At3(x, y);
        pixels[at] = (byte)(pixels[at] + ((color.R - pixels[at]) * alpha) + 0.5);
        pixels[at + 1] = (byte)(pixels[at + 1] + ((color.G - pixels[at + 1]) * alpha) + 0.5);
        pixels[at + 2] = (byte)(pixels[at + 2] + ((color.B - pixels[at + 2]) * alpha) + 0.5);
    }
}
