using System.Text.RegularExpressions;
using HardE.Agents.Pricing.Windows;

namespace HardE.Agents.Pricing.Reading;

/// <summary>Reads the windows of a message: how many, what kind, what size. One clause, one kind.</summary>
internal static partial class WindowReader
{
    private const string Style = @"double[- ]hungs?|dh\b|casements?|awnings?|picture|bays?\b(?! roof)|bows?\b|sliders?|gliders?|sliding window";

    /// <summary>True when windows are what the message is about.</summary>
    public static bool IsAbout(Phrase said) =>
        said.Has($@"\b(?:{Style})\b|# ?ui\b|\bui\b") || (said.Sides.Any() && said.Has(@"over the max|the max\b|ui limit|united")) || (said.Has(@"\bwindows?\b")
            && !said.Has(@"subtract|sf each|siding|vinyl (?:siding|job)|wall|j[- ]?channel|doors?\b.*(?:squares|siding)|squares"));

    public static WindowInput Read(Phrase said)
    {
        var general = Product(said.Text);
        var items = new List<WindowItem>();
        foreach (var clause in Clauses(said.Text))
        {
            var part = new Phrase(clause);
            var sides = part.Sides.FirstOrDefault(s => s.Unit != "ft" || s.A <= 20);
            var ui = sides is null ? part.Num(@"# ?ui\b|ui(?: of| is|:)? #") : null;
            var count = part.Int($@"(?<!x )#(?! ?(?:x \d|ft|in|ui|%|x|lites?|panes?|\.))(?: (?!x\b)[a-z-]+){{0,4}} (?:windows?|openings?|units?|"
                + $@"{Style})") ?? part.Int($@"^ ?(?:and |quote |price )*#(?! ?(?:ft|in|ui|%|x)) ?(?=(?:at|all|@)? ?\d)") ?? Leading(part, sides);
            if (sides is null && ui is null && (count is null || items.Count > 0 || !part.Has($@"windows?|openings?|{Style}")))
            {
                continue;
            }

            var product = Product(clause) ?? general;
            items.Add(new WindowItem(product, sides is null ? null : Inches(sides.A, sides), sides is null ? null : Inches(sides.B, sides), ui, count));
        }

        items.RemoveAll(i => i is { Width: null, UnitedInches: null, Count: { } total } && items.Count > 1 && items.Where(o => o != i).Sum(o => o.Count
            ?? 1) == total); // "11 windows, 7 at ..., 4 at ..."
        return new WindowInput
        {
            Items = items.Count > 0 ? items : general is null ? null : [new WindowItem(general)],
            Capping = Flag(said, @"capp?ing|\bwrap(?:ped)?\b|\bcapp?ed\b"),
            Disposal = Flag(said, @"disposal|haul|dispos|remov\w+"),
            Grids = said.Int(@"grids? (?:on|in|for) #") ?? (said.Has(@"\bgrids?\b") && !said.Has(@"no grids?") ? items.Sum(i => i.Count ?? 1) : null),
            Tempered = said.Int(@"# (?:\w+ )?tempered|tempered (?:on|in|for) #") ?? (said.Has(@"\btempered\b") ? items.Sum(i => i.Count ?? 1) : null),
            WithoutLabor = said.Has(@"w/o labor|without labor|no labor|material only|unit only|labor not") ? true : null,
        };
    }

    /// <summary>The words of style and glass, as catalogs have them.</summary>
    public static string? Product(string text)
    {
        var words = StyleWords().Matches(text).Select(m => m.Value).Concat(Glass().Matches(text).Select(m => m.Value)).Distinct().ToList();
        return words.Count > 0 ? string.Join(' ', words) : null;
    }

    private static bool? Flag(Phrase said, string words) => said.Has($@"(?:no|without|drop|leave out)(?: the)? (?:{words})") ? false : said.Has(words) ? true : null;

    private static int? Leading(Phrase part, Sides? sides) =>
        sides is not null && Regex.Match(sides.Before, @"(?<![\d.])(?<n>\d{1,3})(?: (?:at|all|@|of))* ?$") is { Success: true } match ? (int)Phrase.Value(match) : null;

    private static decimal Inches(decimal side, Sides sides) => sides.Unit == "ft" || (sides.Unit.Length == 0 && sides.A < 13 && sides.B < 13) ? side * 12 : side;

    // "8 low-e 32 x 50 and 2 picture 60 x 54": a clause ends before the next count that has a size or a style of its own.
    private static IEnumerable<string> Clauses(string text) => Between().Split(text).Where(c => c.Trim().Length > 0);

    [GeneratedRegex(@"(?:,| and | plus |;|\+|\n)+(?= ?(?:\d|a picture|a bay|a bow|a casement))")] private static partial Regex Between();
    [GeneratedRegex(@"\bdouble[- ]hungs?\b|\bdh\b|\bcasements?\b|\bawnings?\b|\bpicture\b|\bbays?\b|\bbows?\b|\b(?:3|2)[- ](?:lites?|panels?) sliders?\b|\bsliders?\b|"
        + @"\bgliders?\b")]
    private static partial Regex StyleWords();
    [GeneratedRegex(@"\blow[- ]?e\b|\bargon\b|\btriple[- ]?(?:pane)?\b|\b(?:double|dual)[- ]pane\b|\b[23] pane\b")] private static partial Regex Glass();
}
