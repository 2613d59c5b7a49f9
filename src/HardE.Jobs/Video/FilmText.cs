using System.Globalization;
using System.Text;
using HardE.Agents.Voice;

namespace HardE.Jobs.Video;

/// <summary>
/// All text of a film as an ASS subtitle file, which libass draws. Users' words go in as data: ASS has no escape for
/// braces and backslashes, so they are dropped, with line ends and signs the fonts do not have.
/// </summary>
internal sealed class FilmText(VideoPlan plan, Palette palette, int besideLogo)
{
    private const string Head =
        """
        [Script Info]
        ScriptType: v4.00+
        PlayResX: 1280
        PlayResY: 720
        WrapStyle: 0
        ScaledBorderAndShadow: yes

        [V4+ Styles]
        Format: Name,Fontname,Fontsize,PrimaryColour,SecondaryColour,OutlineColour,BackColour,Bold,Italic,Underline,StrikeOut,ScaleX,ScaleY,Spacing,Angle,BorderStyle,Outline,Shadow,Alignment,MarginL,MarginR,MarginV,Encoding

        """;

    private const string Appear = @"{\fad(400,240)}";
    private const string Later = @"{\fad(700,240)}";

    private const int OneLine = 32;
    private const int TwoLines = 58;

    // A rounded rectangle of 1184 by 158, as libass draws it: move, lines, curves.
    private const string Panel =
        "m 18 0 l 1166 0 b 1176 0 1184 8 1184 18 l 1184 140 b 1184 150 1176 158 1166 158 l 18 158 b 8 158 0 150 0 140 l 0 18 b 0 8 8 0 18 0";

    private readonly StringBuilder file = new();
    private readonly SortedSet<double> changes = [];

    /// <summary>Moments at which the picture changes, in seconds; filled by <see cref="Write"/>.</summary>
    public IReadOnlyCollection<double> Changes => changes;

    /// <summary>Pixels from above the small heading to below the large one.</summary>
    public int HeadingHeight(int index) => Heading(index).Length switch { <= OneLine => 114, <= TwoLines => 168, <= 84 => 148, _ => 198 };

    /// <summary>The whole file.</summary>
    public string Write(double opening, double closing, IReadOnlyList<Caption> captions)
    {
        file.Append(Head);
        Styles();
        file.Append("\n[Events]\nFormat: Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text\n");
        TitleCard(opening);
        for (var i = 0; i < plan.Sections.Count; i++)
        {
            var end = i + 1 < plan.Sections.Count ? plan.Sections[i + 1].Start : closing;
            SectionCard(i, i == 0 ? opening : plan.Sections[i].Start, end, captions);
        }

        ClosingCard(closing, plan.Voice.Seconds);
        foreach (var caption in captions)
        {
            Show(caption.Start, Math.Min(caption.End, closing), "Caption", "", Drawable(caption.Text, Sentences.Longest));
        }

        return file.ToString();
    }

    /// <summary>Words that can do nothing but be drawn.</summary>
    internal static string Drawable(string text, int longest)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in Sentences.Clean(text).EnumerateRunes())
        {
            var known = rune.Value < 0x1F000 && rune.Value is not ('{' or '}' or '\\')
                && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Format);
            clean.Append(known ? rune.ToString() : " ");
        }

        var words = string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= longest ? words : Sentences.Cut(words, longest - 1).First() + "\u2026";
    }

    private void Styles()
    {
        var (white, accent, quiet) = (Rgb.White.Ass, palette.Accent.Ass, palette.Quiet.Ass);
        Style("Caption", "DejaVu Sans", 39, white, false, 0, 5, 86, 86, 0);
        Style("Panel", "DejaVu Sans", 20, "&H24" + palette.Panel.Ass[4..], false, 0, 5, 0, 0, 0);
        Style("Kicker", "DejaVu Sans", 25, accent, true, 3, 7, 104, 104, 200);
        Style("Heading", "DejaVu Sans", 54, white, true, -0.5, 7, 104, 104, 240);
        Style("Company", "DejaVu Sans", 30, white, true, 0, 4, besideLogo, 500, 0);
        Style("For", "DejaVu Sans", 24, quiet, false, 0, 6, 600, Backdrops.Margin, 0);
        Style("CardKicker", "DejaVu Sans", 28, accent, true, 4, 7, Backdrops.Margin, 400, 232);
        Style("CardName", "DejaVu Sans", 80, white, true, -1, 4, Backdrops.Margin, 160, 0);
        Style("CardLine", "DejaVu Sans", 36, white, false, 0, 7, Backdrops.Margin, 380, 400);
        Style("CardQuiet", "DejaVu Sans", 28, quiet, false, 0, 7, Backdrops.Margin, 380, 460);
        Style("CardBrand", "DejaVu Sans", 40, white, true, 0, 4, Backdrops.Margin + 132, 200, 0);
        Style("Footnote", "DejaVu Sans", 20, quiet, false, 0, 1, Backdrops.Margin, Backdrops.Margin, 44);
    }

    private void TitleCard(double end)
    {
        var customer = Drawable(plan.Customer, 60);
        CardBrand(0, end);
        Show(0, end, "CardKicker", Appear, "PREPARED FOR");
        Show(0, end, "CardName", Appear + At(Backdrops.Margin, 318) + Size(customer, (16, 92), (24, 76), (36, 58), (60, 42)), customer);
        Show(0, end, "CardLine", Later, Drawable(plan.Title, 60));
        if (plan.Presenter is { } presenter)
        {
            Show(0, end, "CardQuiet", Later, "With " + Drawable(presenter, 60));
        }
    }

    private void SectionCard(int index, double start, double end, IReadOnlyList<Caption> captions)
    {
        var heading = Heading(index);
        Show(start, end, "Company", At(besideLogo, 58), Drawable(plan.Brand.Name, 34));
        Show(start, end, "For", At(Backdrops.Width - Backdrops.Margin, 58), "For " + Drawable(plan.Customer, 34));
        Show(start, end, "Kicker", Appear, $"PART {index + 1} OF {plan.Sections.Count}");
        Show(start, end, "Heading", Appear + Size(heading, (24, 64), (TwoLines, 54), (90, 42)), heading);
        if (captions.Where(c => c.Start >= start && c.Start < end).ToList() is [var first, ..] own)
        {
            Show(first.Start - 0.24, Math.Min(own[^1].End + 0.2, end), "Panel", @"{\fad(240,200)\pos(640,577)\p1}", Panel);
        }
    }

    private string Heading(int index) => Drawable(plan.Sections[index].Title, 90) is { Length: > 0 } title ? title : Drawable(plan.Title, 90);

    private void ClosingCard(double start, double end)
    {
        var thanks = $"Thank you, {Drawable(plan.Customer, 60)}";
        CardBrand(start, end);
        Show(start, end, "CardKicker", Appear, "WE LOOK FORWARD TO MEETING YOU");
        Show(start, end, "CardName", Appear + At(Backdrops.Margin, 318) + Size(thanks, (20, 70), (30, 58), (48, 46), (80, 34)), thanks);
        Show(start, end, "CardLine", Later, plan.Brand.Phone is { } phone ? $"Questions? Call {Drawable(phone, 30)}" : Drawable(plan.Title, 60));
        if (plan.Footnote is { } footnote)
        {
            Show(start, end, "Footnote", Later, Drawable(footnote, 110));
        }
    }

    private void CardBrand(double start, double end)
    {
        var left = plan.Brand.LogoPath is null ? Backdrops.Margin + 132 : Backdrops.Margin;
        if (plan.Brand.LogoPath is null)
        {
            Show(start, end, "CardBrand", At(left, 116), Drawable(plan.Brand.Name, 40));
        }
        else
        {
            Show(start, end, "Footnote", At(left, 196), Drawable(plan.Brand.Name, 60));
        }
    }

    private static string At(int x, int y) => string.Create(CultureInfo.InvariantCulture, $@"{{\pos({x},{y})}}");

    /// <summary>The size for the first limit that the text keeps.</summary>
    private static string Size(string text, params ReadOnlySpan<(int Letters, int Size)> sizes)
    {
        foreach (var (letters, size) in sizes)
        {
            if (text.Length <= letters)
            {
                return string.Create(CultureInfo.InvariantCulture, $@"{{\fs{size}}}");
            }
        }

        return "";
    }

    private void Style(
        string name, string font, int size, string color, bool bold, double spacing, int alignment, int left, int right, int vertical) =>
        file.Append(
            CultureInfo.InvariantCulture,
            $"Style: {name},{font},{size},{color},{color},&H00000000,&H00000000,{(bold ? -1 : 0)},0,0,0,100,100,{spacing},0,1,0,0,{alignment},{left},{right},{vertical},1\n");

    private void Show(double start, double end, string style, string tags, string text)
    {
        if (end - start < 0.05 || text.Length == 0)
        {
            return;
        }

        var place = style == "Caption" ? At(Backdrops.Width / 2, 577) : "";
        file.Append(CultureInfo.InvariantCulture, $"Dialogue: {(style == "Panel" ? 0 : 1)},{Time(start)},{Time(end)},{style},,0,0,0,,{place}{tags}{text}\n");
        changes.Add(start);
        changes.Add(end);
    }

    private static string Time(double seconds)
    {
        var hundredths = (long)Math.Round(seconds * 100);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{hundredths / 360_000}:{hundredths / 6_000 % 60:00}:{hundredths / 100 % 60:00}.{hundredths % 100:00}");
    }
}
