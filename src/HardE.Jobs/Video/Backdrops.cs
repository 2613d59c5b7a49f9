namespace HardE.Jobs.Video;

/// <summary>A company's own logo, ready to be laid on a picture: RGBA pixels.</summary>
internal sealed record LogoPicture(byte[] Rgba, int Width, int Height);

/// <summary>Draws what stands behind the text: background with roofs, brand bar, logo, caption panel, progress.</summary>
internal sealed class Backdrops(Palette palette, LogoPicture? logo)
{
    /// <summary>Width and height of the film.</summary>
    public const int Width = 1280;
    public const int Height = 720;

    /// <summary>Free space at the sides.</summary>
    public const int Margin = 72;

    /// <summary>Where text beside the logo may begin.</summary>
    public int BesideLogo => Margin + BarLogoWidth + 20;

    private int BarLogoWidth => logo is null ? 60 : Fitted(logo, 220, 60).Width + 20;

    /// <summary>Title and closing card: roofs over the whole width, logo large.</summary>
    public Canvas Card()
    {
        var canvas = Sky();
        Street(canvas, 452, 1.5);
        canvas.Rectangle(0, 700, Width, 20, palette.Accent);
        if (logo is null)
        {
            Mark(canvas, Margin, 64, 104);
        }
        else
        {
            Own(canvas, logo, 64, 360, 104);
        }

        return canvas;
    }

    /// <summary>A section: brand bar, a bar beside the heading, one piece of progress a section.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="count">Sections in the film.</param>
    /// <param name="heading">Height of the heading, in pixels.</param>
    public Canvas Section(int number, int count, int heading)
    {
        var canvas = Sky();
        Street(canvas, 292, 1.3);
        canvas.Rectangle(0, 0, Width, 116, palette.Panel, 0.55);
        canvas.Rectangle(0, 116, Width, 3, palette.Accent);
        if (logo is null)
        {
            Mark(canvas, Margin, 28, 60);
        }
        else
        {
            Own(canvas, logo, 28, 220, 60);
        }

        canvas.RoundRectangle(Margin, 196, 8, heading, 4, palette.Accent);
        Progress(canvas, number, count);
        return canvas;
    }

    private static (int Width, int Height) Fitted(LogoPicture picture, int width, int height)
    {
        var scale = Math.Min((double)width / picture.Width, (double)height / picture.Height);
        return ((int)Math.Max(1, picture.Width * scale), (int)Math.Max(1, picture.Height * scale));
    }

    private Canvas Sky()
    {
        var canvas = new Canvas(Width, Height);
        canvas.Gradient(palette.Top, palette.Bottom);
        return canvas;
    }

    /// <summary>A row of roofs at the right, the near ones lighter; they end in the dark of the ground.</summary>
    private void Street(Canvas canvas, double ground, double size)
    {
        House(canvas, 890 - (170 * size), ground + (30 * size), 190 * size, 0.4);
        House(canvas, 890 + (235 * size), ground + (24 * size), 200 * size, 0.45);
        House(canvas, 890, ground, 260 * size, 0.85);
        canvas.Rectangle(0, ground + (0.64 * 260 * size), Width, Height, palette.Bottom, 0.94);
    }

    private void House(Canvas canvas, double left, double ridge, double width, double alpha)
    {
        var (eave, foot, over) = (ridge + (width * 0.36), ridge + (width * 0.95), width * 0.07);
        canvas.Polygon([(left + (width * 0.72), ridge + (width * 0.02)), (left + (width * 0.84), ridge + (width * 0.02)),
            (left + (width * 0.84), eave), (left + (width * 0.72), eave)], palette.Shape, alpha);
        canvas.Rectangle(left, eave, width, foot - eave, palette.Shape, alpha * 0.8);
        canvas.Polygon([(left - over, eave), (left + (width / 2), ridge), (left + width + over, eave)], palette.Shape, alpha);
        canvas.Rectangle(left + (width * 0.18), eave + (width * 0.14), width * 0.18, width * 0.2, palette.Bottom, alpha * 0.6);
        canvas.Rectangle(left + (width * 0.62), eave + (width * 0.14), width * 0.18, width * 0.2, palette.Bottom, alpha * 0.6);
    }

    /// <summary>The built-in mark: a roof and a house in a rounded square, for a company without a logo of its own.</summary>
    private void Mark(Canvas canvas, double x, double y, double size)
    {
        canvas.RoundRectangle(x, y, size, size, size * 0.2, palette.Accent);
        canvas.Polygon([At(0.14, 0.52), At(0.5, 0.2), At(0.86, 0.52), At(0.78, 0.6), At(0.5, 0.35), At(0.22, 0.6)], palette.Bottom);
        canvas.Polygon([At(0.3, 0.6), At(0.5, 0.42), At(0.7, 0.6), At(0.7, 0.8), At(0.57, 0.8), At(0.57, 0.64),
            At(0.43, 0.64), At(0.43, 0.8), At(0.3, 0.8)], palette.Bottom);

        (double, double) At(double dx, double dy) => (x + (dx * size), y + (dy * size));
    }

    /// <summary>The company's logo on a white plate, so that a dark one can be seen.</summary>
    private static void Own(Canvas canvas, LogoPicture logo, int top, int width, int height)
    {
        var (w, h) = Fitted(logo, width, height - 12);
        canvas.RoundRectangle(Margin, top, w + 20, height, 10, Rgb.White);
        canvas.Picture(Scaled(logo, w, h), w, Margin + 10, top + ((height - h) / 2));
    }

    /// <summary>Shrinks by averaging the pixels that fall together; the logo was decoded close to this size.</summary>
    private static byte[] Scaled(LogoPicture from, int width, int height)
    {
        var to = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = (y * from.Height / height, Math.Max((y * from.Height / height) + 1, (y + 1) * from.Height / height));
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (x * from.Width / width, Math.Max((x * from.Width / width) + 1, (x + 1) * from.Width / width));
                Average(from, left, right, top, bottom, to.AsSpan(((y * width) + x) * 4, 4));
            }
        }

        return to;
    }

    private static void Average(LogoPicture from, int left, int right, int top, int bottom, Span<byte> to)
    {
        Span<double> sum = stackalloc double[4];
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var pixel = from.Rgba.AsSpan(((y * from.Width) + x) * 4, 4);
                for (var c = 0; c < 3; c++)
                {
                    sum[c] += pixel[c] * (double)pixel[3]; // weighed by alpha, else clear pixels darken the edges
                }

                sum[3] += pixel[3];
            }
        }

        for (var c = 0; c < 3; c++)
        {
            to[c] = (byte)(sum[3] > 0 ? sum[c] / sum[3] : 0);
        }

        to[3] = (byte)(sum[3] / ((right - left) * (bottom - top)));
    }

    private void Progress(Canvas canvas, int number, int count)
    {
        const int gap = 8;
        var width = (Width - (2.0 * Margin) - (gap * (count - 1))) / count;
        for (var i = 0; i < count; i++)
        {
            var color = i < number ? palette.Accent : Rgb.White;
            canvas.RoundRectangle(Margin + (i * (width + gap)), 684, width, 6, 3, color, i < number ? 1 : 0.22);
        }
    }
}
