using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds the customer's name: words that can be one, weighed by what stands before and behind them.</summary>
internal static partial class NameReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Enough = 3;

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var found = new List<Finding>();
        var spelled = TakeSpelled(said);
        Labelled(said, found);
        var words = NameWords.Read(said);
        var candidate = words.Select(c => (Name: c, Score: Score(said, context, c))).Where(c => c.Score >= Enough)
            .OrderByDescending(c => c.Score).ThenBy(c => c.Name.Start).FirstOrDefault();
        if (candidate.Name is { } best && !found.Exists(f => f.Slot == Slots.FirstName))
        {
            Add(said, context, Longer(words, best), candidate.Score, found);
        }
        else if (found.Count == 0 && Answer(said, context) is { } answer)
        {
            found.AddRange(answer);
        }

        SameLastName(said, found);
        return [.. found.Select(f => Respell(f, spelled)), .. SpelledAlone(spelled, context, found)];
    }

    /// <summary>The same name with its last name, where the best one stands without.</summary>
    private static NameWords Longer(IReadOnlyList<NameWords> words, NameWords best) =>
        best.Text.Contains(' ', StringComparison.Ordinal) || best.Partner is not null ? best
            : words.FirstOrDefault(w => w.Text.StartsWith(best.Text + " ", StringComparison.OrdinalIgnoreCase)) ?? best;

    private static void Add(Said said, ReadingContext context, NameWords name, int score, List<Finding> found)
    {
        said.Take(name.Start, name.Length);
        var person = PersonName.Parse(name.Text);
        var lead = said.Before(name.Start, 30);
        var merge = MergeOf(said, context, lead, name, person, score);
        var span = said.Span(name.Start, name.Length);
        var last = person?.Last ?? PersonName.Parse(name.Partner ?? "")?.Last;
        if (person?.First is { } first)
        {
            found.Add(Finding.Of(Slots.FirstName, first, span) with { Merge = merge });
        }

        if (last is not null && !found.Exists(f => f.Slot == Slots.LastName))
        {
            found.Add(Finding.Of(Slots.LastName, last, span) with { Merge = merge });
        }

        if (name.Partner is not null && PersonName.Parse(name.Partner) is { } partner)
        {
            found.Add(Finding.Of(Slots.SecondContact, new SecondContact(partner.First, partner.Last ?? last, null), span) with { Merge = Merge.Fill });
        }
    }

    /// <summary>A new name takes the place of the old one only where the words say so, or where the old one was half a name.</summary>
    private static Merge MergeOf(Said said, ReadingContext context, string lead, NameWords name, PersonName? person, int score)
    {
        var had = context.Form.Text(Slots.FirstName);
        var sameFirst = had is not null && person?.First?.StartsWith(had, StringComparison.OrdinalIgnoreCase) == true;
        var completes = sameFirst && !context.Form.Has(Slots.LastName);
        var renames = Corrections.IsCorrection(said.Text) && (Rename.IsMatch(lead) || said.Text.Trim().Length <= name.Length + 12);
        var sameRenamed = sameFirst && Corrections.IsCorrection(said.Text);
        return completes || renames || sameRenamed || (score >= 8 && IsLabel.IsMatch(lead)) ? Merge.Set : Merge.Fill;
    }

    private static int Score(Said said, ReadingContext context, NameWords name)
    {
        var before = said.Before(name.Start, 48);
        var line = before.Length == 0 && name.Start > 0 ? LineBefore(said.Text, name.Start) : "";
        var after = said.After(name.Start + name.Length, 30);
        if (NotCustomer.IsMatch(before) || NotCustomerAfter.IsMatch(after))
        {
            return -10;
        }

        var words = name.Text.Split(' ');
        var known = FirstNames.Has(words[0].TrimEnd('.', ',')) || name.IsReversed;
        var score = (known ? 2 : 0) + (words.Length > 1 ? 2 : 0) + (name.Partner is null ? 0 : 2)
            + (Cue.IsMatch(before) ? 5 : 0) + (SignOff.IsMatch(line) ? 2 : 0)
            + (BoundBefore(said, name.Start) ? 1 : 0) + (BoundAfter.IsMatch(said.Rest[(name.Start + name.Length)..]) ? 1 : 0)
            + (context.WasAsked(Slots.FirstName, Slots.LastName) ? 1 : 0) + (words.Length > 4 ? -3 : 0);
        var city = Cities.Has(name.Text) && !(known && words.Length > 1);
        return score - (city ? 4 : 0) - (words.Length == 1 && !known ? 2 : 0) - (said.NameCases == LetterCase.Mixed && !char.IsUpper(name.Text[0]) ? 2 : 0);
    }

    private static string LineBefore(string text, int start)
    {
        var end = text.LastIndexOf('\n', start - 1);
        return end <= 0 ? "" : text[(text.LastIndexOf('\n', end - 1) + 1)..end];
    }

    private static bool BoundBefore(Said said, int start) =>
        start == 0 || Edge.IsMatch(said.Rest[Math.Max(0, start - 3)..start]);

    /// <summary>First name: X. Last name: Y.</summary>
    private static void Labelled(Said said, List<Finding> found)
    {
        foreach (var (slot, pattern) in new[] { (Slots.FirstName, FirstLabel), (Slots.LastName, LastLabel) })
        {
            var match = pattern.Match(said.Rest);
            if (match.Success && PersonName.Parse(match.Groups["n"].Value) is { } name && !CommonWords.Has(match.Groups["n"].Value.Split(' ')[0]))
            {
                said.Take(match);
                found.Add(Finding.Of(slot, $"{name.First} {name.Last}".Trim(), said.Span(match.Groups["n"].Index, match.Groups["n"].Length)));
            }
        }
    }

    /// <summary>A bare word after we asked for the name.</summary>
    private static IReadOnlyList<Finding>? Answer(Said said, ReadingContext context)
    {
        var text = said.Rest.Trim(' ', '.', '!', '\n', Said.Used);
        var slot = context.Form[Slots.FirstName].State == SlotState.Missing ? Slots.FirstName : Slots.LastName;
        if (!context.WasAsked(slot) || context.Form[slot].State != SlotState.Missing || !BareName.IsMatch(text) || text.Split(' ').Any(CommonWords.Has))
        {
            return null;
        }

        var at = said.Rest.IndexOf(text, StringComparison.Ordinal);
        said.Take(at, text.Length);
        var name = PersonName.Parse(text);
        return slot == Slots.LastName || name is null
            ? [Finding.Of(slot, TidyCase.Name(text), said.Span(at, text.Length))]
            : [.. new[] { (Slots.FirstName, name.First), (Slots.LastName, name.Last) }.Where(p => p.Item2 is not null).Select(p => Finding.Of(p.Item1, p.Item2, said.Span(at, text.Length)))];
    }

    /// <summary>"First name Calvin, same last name" beside "Mr. Abernathy's brother".</summary>
    private static void SameLastName(Said said, List<Finding> found)
    {
        if (Same.IsMatch(said.Text) && Titled.Match(said.Text) is { Success: true } titled && !found.Exists(f => f.Slot == Slots.LastName))
        {
            var name = titled.Groups["n"];
            found.Add(Finding.Of(Slots.LastName, TidyCase.Name(name.Value), said.Span(name.Index, name.Length)));
        }
    }

    /// <summary>Names spelled letter by letter; taken out, so that they are not read as initials.</summary>
    private static List<(string Word, WordSpan Words)> TakeSpelled(Said said)
    {
        var spelled = new List<(string, WordSpan)>();
        foreach (Match match in Spelled.Matches(said.Rest))
        {
            spelled.Add((TidyCase.Name(string.Concat(match.Value.Where(char.IsLetter)).ToLowerInvariant()), said.Span(match.Index, match.Length)));
            said.Take(match);
        }

        return spelled;
    }

    private static Finding Respell(Finding finding, List<(string Word, WordSpan Words)> spelled)
    {
        var better = spelled.Find(s => finding.Text is { } text && EditDistance.Between(text.ToLowerInvariant(), s.Word.ToLowerInvariant(), 2) is 1 or 2);
        return better.Word is null || finding.Slot is not (Slots.FirstName or Slots.LastName) ? finding : Finding.Of(finding.Slot, better.Word, better.Words);
    }

    /// <summary>A spelling that comes a message later than the name.</summary>
    private static IEnumerable<Finding> SpelledAlone(List<(string Word, WordSpan Words)> spelled, ReadingContext context, List<Finding> found) =>
        from s in spelled
        from slot in new[] { Slots.LastName, Slots.FirstName }
        where !found.Exists(f => f.Slot == slot) && context.Form.Text(slot) is { } had
            && EditDistance.Between(had.ToLowerInvariant(), s.Word.ToLowerInvariant(), 2) is 1 or 2
        select Finding.Of(slot, s.Word, s.Words);

    [GeneratedRegex(@"(?:\b(?:name(?:'?s| is| was)?|named|called|this is|my name is|caller(?: on line \d)?(?: is)?|signs as|signed(?: as)?|contact(?: person)?(?: is)?(?: the [\w ]{3,20})?|attn|attention|ask for|owner(?: is)?|homeowner|insured|buyer(?: is)?|seller is|visitor|customer(?: is| name)?|client(?: is| name)?|prospect|leads?|add|adding|create|creating|enter|entering|put in|set up|register|log|record for|file for|profile for|account for|open|new|new one|for you|is mr|is ms|he is|she is|boss is|make that|full_?name|yes|insert|onboard|here'?s|got|lady|guy|gentleman|man|woman)\b|\bfrom:|#\d+)\W{0,4}(?:(?:mr|mrs|ms|miss|dr)\b\.?\s*)*(?:(?:a|an|the|him|her|them|customer|client|lead|record|file|for)\s+)*[""']?$|\b(?:mr|mrs|ms|miss|dr)\b\.?\s*$", Options)]
    private static partial Regex Cue { get; }

    [GeneratedRegex(@"\b(?:name|full_?name|customer|insured|contact|homeowner|visitor|client)\s*(?:is\b|[:=])\W*$", Options)]
    private static partial Regex IsLabel { get; }

    [GeneratedRegex(@"\b(?:make (?:that|it)|name|it'?s|is|should be|to|spelled|actually|sorry|mean|meant|really|called)\W*$", Options)]
    private static partial Regex Rename { get; }

    [GeneratedRegex(@"^\W*(?:thanks?(?: you)?(?: so much| very much)?|regards|best(?: regards)?|sincerely|cheers|kind regards|thx|ty)\W*$", Options)]
    private static partial Regex SignOff { get; }

    [GeneratedRegex(@"\b(?:referr?ed by|recommended by|sent by|rep|adjuster|agent|attorney|lawyer|realtor|contractor|inspector|our (?:rep|guy|salesman|foreman)|salesman|not|works? (?:for|at|with)|at the|on the|near|behind|across from|friend of|neighbou?r of|a|an|the|dear|hi|hello|hey|attn: our|cc|to|with)\W{0,3}$", Options)]
    private static partial Regex NotCustomer { get; }

    [GeneratedRegex(@"^(?:'s\b(?!\s*(?:number|phone|cell|email|e-mail|address|house|home|roof|at|in|on)\b)|\s+of (?:mine|his|hers|ours|theirs)\b|\s+(?:job|house|project|account|residence|place|deal|family|insurance|mutual|casualty|street|church|brand|siding|windows?|roofing|shingles?)\b)", Options)]
    private static partial Regex NotCustomerAfter { get; }

    [GeneratedRegex(@"(?:^|[,;:/|\n\u2588""(.\-!?\t•>=#])\s*$")]
    private static partial Regex Edge { get; }

    [GeneratedRegex(@"^\s*(?:$|[,;:/|\n\u2588"").\-!?\t])")]
    private static partial Regex BoundAfter { get; }

    [GeneratedRegex(@"\bfirst[ _]?name\b\W{0,4}(?:is\s+)?[""']?(?<n>\p{L}[\p{L}'\-]+(?:\s(?!last\b)(?-i:\p{Lu})[\p{L}'\-]+)?)", Options)]
    private static partial Regex FirstLabel { get; }

    [GeneratedRegex(@"(?<!\bsame )\b(?:last[ _]?name|surname|family name)\b\W{0,4}(?:is\s+|to\s+)?[""']?(?<n>(?:(?:de|la|van|von|der|del|di)\s+){0,2}\p{L}[\p{L}'\-]+)", Options)]
    private static partial Regex LastLabel { get; }

    [GeneratedRegex(@"\bsame (?:last name|surname)\b", Options)]
    private static partial Regex Same { get; }

    [GeneratedRegex(@"\b(?:mr|mrs|ms|dr)\.?\s+(?<n>\p{Lu}[\p{L}\-]+?)(?='s\b|\b)", Options)]
    private static partial Regex Titled { get; }

    [GeneratedRegex(@"(?<![\p{L}'])(?:[A-Z][\-. ]){2,}[A-Z](?![\p{L}'])")]
    private static partial Regex Spelled { get; }

    [GeneratedRegex(@"^\p{L}[\p{L}'.\-]*(?:\s\p{L}[\p{L}'.\-]*){0,3}$")]
    private static partial Regex BareName { get; }
}
