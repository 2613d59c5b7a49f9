using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>A kind of work named in a message.</summary>
internal sealed record TradeHit(string Trade, int Start, int Length, bool Negated, bool Doubtful);

/// <summary>Finds the trades a customer wants, by our names for them and the words people use.</summary>
internal static partial class TradeReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The canonical trades (docs/wire/crm.md).</summary>
    public static readonly IReadOnlyList<string> All =
        ["roofing", "siding", "gutters", "windows", "doors", "decks", "soffit_fascia", "insulation", "skylights", "chimney", "masonry", "painting", "repair", "other"];

    private static readonly (string Trade, Regex Words)[] Synonyms =
    [
        ("roofing", Roofing), ("siding", Siding), ("gutters", Gutters), ("windows", Windows), ("doors", Doors), ("decks", Decks), ("soffit_fascia", Soffit),
        ("insulation", Insulation), ("skylights", Skylights), ("chimney", Chimney), ("masonry", Masonry), ("painting", Painting),
    ];

    public static bool IsTrade(string word) => Array.Exists(Synonyms, s => s.Words.IsMatch(word));

    public static IReadOnlyList<TradeHit> Read(Said said)
    {
        var text = Uncheck(said.Rest);
        var hits = new List<TradeHit>();
        foreach (var (trade, words) in Synonyms)
        {
            foreach (Match match in words.Matches(text))
            {
                if (!IsOther(text, match, trade))
                {
                    var doubtful = trade == "doors" && match.Value.StartsWith("garage", StringComparison.OrdinalIgnoreCase);
                    hits.Add(new TradeHit(trade, match.Index, match.Length, IsNegated(text, match), doubtful));
                }
            }
        }

        if (hits.Count == 0 && Repair.Match(text) is { Success: true } repair)
        {
            hits.Add(new TradeHit("repair", repair.Index, repair.Length, false, false));
        }

        if (hits.Count == 0 && Unusual.Match(text) is { Success: true } other)
        {
            hits.Add(new TradeHit("other", other.Groups["what"].Index, other.Groups["what"].Length, false, false));
        }

        return [.. hits.OrderBy(h => h.Start)];
    }

    public static IReadOnlyList<Finding> Find(Said said, ReadingContext context)
    {
        var hits = Read(said);
        var had = context.Form.List(Slots.Trades);
        var wanted = hits.Where(h => !h.Negated && !hits.Any(n => n.Negated && n.Trade == h.Trade && n.Start > h.Start)).ToList();
        var refused = hits.Where(h => h.Negated && wanted.TrueForAll(w => w.Trade != h.Trade)).ToList();
        var found = refused.Select(h => Of(said, h, Merge.Remove)).ToList();
        var replaces = had.Count > 0 && wanted.Count > 0 && refused.Count == 0 && OnlyNow.IsMatch(said.Text);
        found.AddRange(wanted.DistinctBy(h => h.Trade).Select((h, i) => Of(said, h, replaces && i == 0 ? Merge.Set : Merge.Add)));
        return found;
    }

    private static Finding Of(Said said, TradeHit hit, Merge merge)
    {
        var finding = Finding.Of(Slots.Trades, hit.Trade, said.Span(hit.Start, hit.Length)) with { Merge = merge };
        return hit.Doubtful ? finding.Doubtful("Is it about the garage door itself?") : finding;
    }

    /// <summary>Blots out the boxes of a form that are not ticked.</summary>
    private static string Uncheck(string text) =>
        Unticked.Replace(text, m => new string(Said.Used, m.Length));

    private static bool IsOther(string text, Match match, string trade)
    {
        var before = text[Math.Max(0, match.Index - 30)..match.Index];
        var after = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 24)];
        return trade switch
        {
            "doors" => NotDoor.IsMatch(before + match.Value) || GarageRoof.IsMatch(match.Value + after),
            "decks" => OfRoof.IsMatch(after) || RoofOver.IsMatch(before),
            "windows" => NotWindow.IsMatch(before + match.Value + after),
            "roofing" => Company.IsMatch(after) || (LeakOnly.IsMatch(match.Value) && Leaky.IsMatch(text)),
            "siding" or "gutters" => Company.IsMatch(after),
            "painting" => NotPaint.IsMatch(match.Value + after) || NotPaint.IsMatch(before + match.Value),
            "masonry" => NearChimney.IsMatch(before + match.Value + after),
            "chimney" => AroundChimney.IsMatch(before),
            _ => false,
        };
    }

    private static bool IsNegated(string text, Match match)
    {
        var before = text[Math.Max(0, match.Index - 28)..match.Index];
        var after = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 16)];
        return Negation.IsMatch(before) || NegatedAfter.IsMatch(after);
    }

    [GeneratedRegex(@"\b(?:re-?)?roof(?:ing|s|line)?\b|\bshingl(?:e|es|ed)\b|\bflat roof\b|\bice dams?\b|\broof leaks?\b|\bwater stains?\b(?=.*\bceiling\b)|\btear[- ]?off\b|\bstanding seam\b|\btechos?\b|\btelhados?\b|\bleak(?:s|y|ing)?\b(?=[^.\n]{0,30}\b(?:ceiling|attic|upstairs|bedroom)\b)|\brubber membrane\b|\bEPDM\b|\bTPO\b|\broofer\b", Options)]
    private static partial Regex Roofing { get; }

    [GeneratedRegex(@"\bsid(?:ing|ings)\b|\bclapboards?\b|\bhardie(?:\s?(?:board|plank))?\b|\bboard and batten\b|\bvinyl panels?\b|\bcedar shakes?\b", Options)]
    private static partial Regex Siding { get; }

    [GeneratedRegex(@"\bgutter(?:s|ing)?\b|\bdown\s?spouts?\b|\bleaders? and gutters?\b|\bgutter (?:guards?|helmets?)\b|\bleaf guards?\b|\bcanal(?:etas|ones|eta)\b|\bcalhas?\b", Options)]
    private static partial Regex Gutters { get; }

    [GeneratedRegex(@"\bwindows?\b|\bventanas?\b|\bjanelas?\b|\bdouble hungs?\b|\bcasements?\b", Options)]
    private static partial Regex Windows { get; }

    [GeneratedRegex(@"\bgarage doors?\b|\b(?:front|back|entry|storm|patio|screen|french|sliding|side|exterior|interior)?\s?doors?\b|\bsliders?\b|\bpuertas?\b|\bportas?\b(?!\s?potty)", Options)]
    private static partial Regex Doors { get; }

    [GeneratedRegex(@"\bdeck(?:s|ing)?\b|\bporch(?:es)?\b|\brailings?\b", Options)]
    private static partial Regex Decks { get; }

    [GeneratedRegex(@"\bsoff?its?\b|\bfasc?ias?\b|\beaves?\b", Options)]
    private static partial Regex Soffit { get; }

    [GeneratedRegex(@"\binsulat(?:ion|e|ing|ed)\b|\bblown-in\b", Options)]
    private static partial Regex Insulation { get; }

    [GeneratedRegex(@"\bsky\s?lights?\b|\bsolar tubes?\b", Options)]
    private static partial Regex Skylights { get; }

    [GeneratedRegex(@"\bchimneys?\b|\bchimney caps?\b", Options)]
    private static partial Regex Chimney { get; }

    [GeneratedRegex(@"\bmasonry\b|\btuck-?point(?:ing|ed)?\b|\bre-?point(?:ing|ed)\b|\bbrick ?work\b|\bretaining wall\b|\bbrick (?:steps|repair|wall)\b|\bstone ?work\b", Options)]
    private static partial Regex Masonry { get; }

    [GeneratedRegex(@"\bpaint(?:ing|ed|er)?\b|\bre-?paint(?:ing|ed)?\b|\bpintura\b", Options)]
    private static partial Regex Painting { get; }

    [GeneratedRegex(@"\b(?:some|small|a|minor|handyman|general)\s+(?:\w+\s+)?repairs?\b|^\W*repairs?\W*$|\brepair work\b", Options)]
    private static partial Regex Repair { get; }

    [GeneratedRegex(@"\b(?:wants?|needs?|looking for|interested in|install|project:|service:)\s+(?:an?\s+|the\s+|some\s+|new\s+|his\s+|her\s+)*(?<what>fence|fencing|solar panels|solar|kitchen(?: remodel)?|bathroom(?: remodel)?|flooring|driveway|patio|pergola|sunroom|shed|hvac|awning)\b", Options)]
    private static partial Regex Unusual { get; }

    [GeneratedRegex(@"(?:\(\s*\)|\[\s*\]|\u2610)\s*[\p{L}/& ]+?(?=\s*(?:[(\[\u2610\u2611\u2612\n,;|]|$))")]
    private static partial Regex Unticked { get; }

    [GeneratedRegex(@"\b(?:next\s+|door[- ]to[- ])doors?$|\bdoor(?=-|\s?(?:to|hanger|bell|knock))|\bindoors?$|\boutdoors?$|\bat (?:the|his|her) door$|\b(?:water|rain|leak\w*) (?:by|at|over|under|above) the \w* ?doors?$", Options)]
    private static partial Regex NotDoor { get; }

    [GeneratedRegex(@"^doors?\s*(?:-?\s*to\s*-?\s*door|hangers?|knock\w*|bell|step)", Options)]
    private static partial Regex GarageRoof { get; }

    [GeneratedRegex(@"^(?:'s)?\s+(?:roof|ceiling)\b", Options)]
    private static partial Regex OfRoof { get; }

    [GeneratedRegex(@"\b(?:over|above|off|onto|by|near|behind|beside)\s+(?:the\s+|a\s+|his\s+|her\s+|our\s+)?(?:back\s+|front\s+|side\s+)?$", Options)]
    private static partial Regex RoofOver { get; }

    [GeneratedRegex(@"\b(?:chat|time|pop-?up|browser|two-hour|arrival|\d-hour)\s+windows?\b|\bwindow of\b|\bwindows? (?:pc|laptop|xp|10|11)\b", Options)]
    private static partial Regex NotWindow { get; }

    [GeneratedRegex(@"^\s*(?:inc|llc|co\b|company|contractors?|corp|supply|guy|guys|crew)\b", Options)]
    private static partial Regex Company { get; }

    [GeneratedRegex(@"\bpainted (?:shut|over|red|white|black|blue|green|gray|grey|brick)\b|\bpaint (?:is )?(?:shut|store)\b|\bpainted (?:it|them|last)\b", Options)]
    private static partial Regex NotPaint { get; }

    [GeneratedRegex(@"\bchimney", Options)]
    private static partial Regex NearChimney { get; }

    [GeneratedRegex(@"\b(?:around|by|at|near|behind|beside|next to) (?:the |his |her |our )?$", Options)]
    private static partial Regex AroundChimney { get; }

    [GeneratedRegex(@"^(?:leak|water)", Options)]
    private static partial Regex LeakOnly { get; }

    /// <summary>A leak is the roof's only where no other part of the house is named.</summary>
    [GeneratedRegex(@"\b(?:windows?|skylights?|doors?|gutters?|chimney|siding)\b", Options)]
    private static partial Regex Leaky { get; }

    [GeneratedRegex(@"(?:\bnot?\b|\bisn'?t\b|\bnot (?:the|a|for)\b|\bdo(?:es)?n'?t (?:need|want)(?: the| any)?|\bforget(?: about)?(?: the)?|\bscratch(?: the)?|\bdrop(?: the)?|\bskip(?: the)?|\bremove(?: the)?|\bwithout(?: the)?|\bno (?:more|longer)|\binstead of(?: the)?|\brather than(?: the)?|\btake off the)\s+(?:the\s+|any\s+|a\s+|new\s+)?$", Options)]
    private static partial Regex Negation { get; }

    [GeneratedRegex(@"^\s*(?:[:,]?\s*no\b(?!\s*(?:problem|later|rush|hurry|e-?mail))|is off|are off)", Options)]
    private static partial Regex NegatedAfter { get; }

    [GeneratedRegex(@"\b(?:only|just|instead|change|actually|make (?:it|that)|switch|it'?s (?:really|only)|should be|sorry|wrong|i mean|i meant)\b", Options)]
    private static partial Regex OnlyNow { get; }
}
