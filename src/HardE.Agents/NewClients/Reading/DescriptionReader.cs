using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Gathers what the customer's job is, in the user's own words: the phrases that name work or trouble.</summary>
internal static partial class DescriptionReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Least = 10;
    private const int Most = 1000;

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var told = said.Told;
        var parts = new List<(int Start, string Text)>();
        foreach (Match piece in Pieces.Matches(told))
        {
            var text = Tidy(piece.Value);
            var labelled = DetailLabel.IsMatch(piece.Value);
            var tells = labelled || Trouble.IsMatch(text) || TradeReader.IsTrade(text);
            if (tells && text.Length > 2 && !Command.IsMatch(text) && !Meta.IsMatch(piece.Value))
            {
                parts.Add((piece.Index, text));
            }
        }

        if (parts.Count == 0 && context.Asked is [Slots.JobDescription, ..] && Tidy(told.Replace(Said.Used, ' ')) is { Length: >= Least } answer)
        {
            parts.Add((0, answer));
        }

        var whole = string.Join(". ", parts.Select(p => p.Text));
        var had = context.Form.Text(Slots.JobDescription) ?? "";
        if (whole.Length == 0 || whole.Length + had.Length < Least)
        {
            return [];
        }

        whole = whole.Length > Most ? whole[..Most] : whole;
        return [Finding.Of(Slots.JobDescription, whole, said.Span(parts[0].Start, 1) with { Words = whole }) with { Merge = Merge.Add }];
    }

    private static string Tidy(string text)
    {
        var plain = Spaces.Replace(text.Replace(Said.Used, ' ').Replace('_', ' '), " ").Trim();
        plain = DetailLabel.Replace(plain, "");
        plain = Opening.Replace(plain, "");
        return Closing.Replace(plain.Trim(' ', ',', '-', '.', '/', '|', ':', ';', '"', '\'', '(', ')', '+', '>', '&', '#', '\t', '\u2022'), "").Trim(' ', ',', '-');
    }

    [GeneratedRegex(@"(?:[^.!?\n;|\u2588]|\.(?=\S)|\u2588(?=[^\u2588\n.]{0,3}[a-z0-9]))+", Options)]
    private static partial Regex Pieces { get; }

    [GeneratedRegex(@"^[\s\u2588\u2022\-*""]*(?:details?|messages?|comments?|scope|description|problem|issue|needs?|she wrote|he wrote|they wrote|job(?: description)?|work(?: needed)?|task|project|request|interest|trabajo|wants|what|reason|notes?|quote|service(?: needed)?|roof)\s*[:=\t]\s*", Options)]
    private static partial Regex DetailLabel { get; }

    [GeneratedRegex(@"\b(?:leak\w*|drip\w*|rot\w*|crack\w*|missing|hail\w*|wind(?:y|storm)?\b(?!ow)|storm|damag\w*|stain\w*|sweat\w*|draft\w*|stick\w*|stuck|blew|blown|peel\w*|fog\w*|replac\w*|tear[- ]?off|repair\w*|broken?|fell|fall\w*|sag\w*|curl\w*|lift\w*|granul\w*|moss|mold|mildew|overflow\w*|clog\w*|rust\w*|warp\w*|loose|hole\w*|install\w*|inspect\w*|redo\w*|redone|water|ice|flash\w*|vent\w*|screws?|coating|ponding|melted|fad\w*|chip\w*|bent|crush\w*|corrod\w*|close\b|latch|daylight|squeak\w*|noise|old|new|estimate|quote|free look|remodel\w*|upgrade\w*|oven|cold|hot|wasps|bees|squirrel\w*|raccoon\w*|birds?|woodpecker\w*|layers?|slate|metal|tiles?|shingle\w*|asphalt|buildings?|rotten|dripping|gap\w*|falling|dry rot|termite\w*|insulated?)\b", Options)]
    private static partial Regex Trouble { get; }

    [GeneratedRegex(@"^(?:(?:please|pls|can (?:you|u)|could you|hey|hi|hello|ok|need to|i need to|i'd like to|want to)\W*)*(?:add|create|enter|start|open|set up|put in|make|new|register|log|help|need|call center)\b[^,]{0,40}\b(?:lead|customer|client|record|file|prospect|someone|somebody|one|notes|account)\b\W*$|^(?:new|lead|add|create|customer|client)\W*$", Options)]
    private static partial Regex Command { get; }

    /// <summary>Lines about the message, not about the house.</summary>
    [GeneratedRegex(@"^\W*(?:date|sent|from|to|cc|page|utm|match fee|budget|lead alert|new submission|new inquiry|new (?:website|web) lead|order ref|dispatch|qty|attached|slack export|voicemail transcript|transcript of|please (?:open|create|add|get)|put this one|enter as|add the|home show card|lead details)\b", Options)]
    private static partial Regex Meta { get; }

    [GeneratedRegex(@"^(?:[\s,.\-:/]*(?:(?:hi|hello|hey|ok|so|and|new|lead|customer|client|add|create|pls|please|record|prospect|commercial|contact|address|phone|cell|email|e-mail|her number is|his number is|zip|is|the)\b[\s,.:\-]*))+(?=[\s,:\-]*(?:wants?|needs?|roof|siding|gutter|window|door|deck|hail|flat|leak|interested)|$)", Options)]
    private static partial Regex Opening { get; }

    [GeneratedRegex(@"[\s,.\-]*(?:(?:found|heard(?: of| about)?|saw|met) us(?: on| via| through| at| from)?|phone|cell|email|e-mail|tel|number|address|zip|call|at|on|and|or|found us|heard about us)?[\s,.\-:/]*$", Options)]
    private static partial Regex Closing { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
