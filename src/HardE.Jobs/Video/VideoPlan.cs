using HardE.Agents.Services;
using HardE.Agents.Voice;

namespace HardE.Jobs.Video;

/// <summary>How the words get onto the screen.</summary>
public enum CaptionStyle
{
    /// <summary>Drawn into the picture: seen everywhere, also without sound.</summary>
    Burned,

    /// <summary>A subtitle track that the player can switch on.</summary>
    Soft,

    /// <summary>No captions.</summary>
    None,
}

/// <summary>How the company looks in its films.</summary>
/// <param name="Name">As homeowners know it.</param>
/// <param name="Color"><c>#RRGGBB</c>; backgrounds and accents are made from it.</param>
/// <param name="Phone">On the closing card; none when empty.</param>
/// <param name="LogoPath">PNG or JPEG on this node; the built-in mark when null.</param>
public sealed record Brand(string Name, string Color, string? Phone = null, string? LogoPath = null)
{
    /// <summary>The look that the company's profile asks for.</summary>
    public static Brand From(CompanyOptions company) => new(
        company.Name, company.Color, company.Phone.Length > 0 ? company.Phone : null, company.Logo.Length > 0 ? company.Logo : null);
}

/// <summary>Everything a film shows and says. Texts are data: they are drawn, never interpreted.</summary>
/// <param name="Customer">The homeowner's name, on the title card and in the corner.</param>
/// <param name="Brand">The company's look.</param>
/// <param name="Voice">The narration as it shall be heard.</param>
/// <param name="Sections">Times of <see cref="Voice"/>.</param>
public sealed record VideoPlan(string Customer, Brand Brand, AudioClip Voice, IReadOnlyList<NarratedSection> Sections)
{
    /// <summary>What the film is about, on the title card: <c>Your roof replacement</c>.</summary>
    public string Title { get; init; } = "Before we meet";

    /// <summary>Who speaks, under the title; none when null.</summary>
    public string? Presenter { get; init; }

    /// <summary>Small print on the closing card, such as that a computer made the voice; none when null.</summary>
    public string? Footnote { get; init; }

    public CaptionStyle Captions { get; init; } = CaptionStyle.Burned;

    /// <summary>Soft music under the voice.</summary>
    public bool Music { get; init; } = true;

    /// <summary>When the title card gives way to the first section, in seconds.</summary>
    internal double Opening => Sections[0].Start;

    /// <summary>When the closing card comes: just after the last word.</summary>
    internal double Closing => Math.Min(Voice.Seconds, (Sections.SelectMany(s => s.Sentences).LastOrDefault()?.End ?? Opening) + 0.6);
}
