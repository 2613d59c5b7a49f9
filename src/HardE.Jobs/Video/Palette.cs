using System.Globalization;

namespace HardE.Jobs.Video;

/// <summary>A colour of the screen (sRGB).</summary>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    public static Rgb White { get; } = new(255, 255, 255);

    /// <summary>Relative luminance of WCAG 2.</summary>
    public double Luminance => (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));

    /// <summary>As ASS subtitles write it: blue, green, red, after an alpha where 0 is opaque.</summary>
    public string Ass => $"&H00{B:X2}{G:X2}{R:X2}";

    public static Rgb Parse(string hex)
    {
        var value = int.Parse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>This colour with a share (0 to 1) of another.</summary>
    public Rgb Mix(Rgb other, double share)
    {
        return new Rgb(Channel(R, other.R), Channel(G, other.G), Channel(B, other.B));

        byte Channel(byte mine, byte theirs) => (byte)Math.Round(mine + ((theirs - mine) * share));
    }

    /// <summary>Contrast ratio of WCAG 2, 1 to 21.</summary>
    public double Contrast(Rgb other)
    {
        var (a, b) = (Luminance + 0.05, other.Luminance + 0.05);
        return a > b ? a / b : b / a;
    }

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}

/// <summary>The colours of a film, made from the company's one colour so that white text can always be read.</summary>
/// <param name="Top">Background, upper part.</param>
/// <param name="Bottom">Background, lower part, darker.</param>
/// <param name="Shape">Roofs in the background, a little lighter than it.</param>
/// <param name="Panel">Behind captions.</param>
/// <param name="Accent">Bars, numbers, small headings.</param>
/// <param name="Quiet">Text of less weight.</param>
internal sealed record Palette(Rgb Top, Rgb Bottom, Rgb Shape, Rgb Panel, Rgb Accent, Rgb Quiet)
{
    private static readonly Rgb Black = new(0, 0, 0);
    private static readonly Rgb Charcoal = new(0x22, 0x28, 0x30);
    private static readonly Rgb Amber = new(0xF2, 0xA9, 0x00);

    public static Palette From(string color)
    {
        var brand = Rgb.Parse(color);
        var top = brand.Luminance > 0.35 ? Charcoal.Mix(brand, 0.05) : brand; // a bright colour is the accent on a dark ground
        while (top.Contrast(Rgb.White) < 9)
        {
            top = top.Mix(Black, 0.08);
        }

        while (top.Luminance < 0.022)
        {
            top = top.Mix(Rgb.White, 0.04);
        }

        var accent = brand.Contrast(top) >= 4.5 ? brand : Amber;
        return new Palette(
            top, top.Mix(Black, 0.38), top.Mix(Rgb.White, 0.07), top.Mix(Black, 0.55), accent, top.Mix(Rgb.White, 0.80));
    }
}
