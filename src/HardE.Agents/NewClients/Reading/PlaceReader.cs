using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>A piece of an address that is no street, with where it stands.</summary>
internal sealed record Piece(string Value, int Start, int Length)
{
    public bool IsGuess { get; init; }
}

/// <summary>City, state and ZIP code that stand together.</summary>
internal sealed record Place(int Start, int End, Piece? City, Piece? State, Piece? Zip);

/// <summary>Finds cities, states and ZIP codes, after a street or alone.</summary>
internal static partial class PlaceReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Filler = @"(?:(?:in|that'?s|that is|it'?s|which is|over in|out in|city of|and|the)\s+)?";

    /// <summary>Tried only where the words do not fit without it: "IN" may be Indiana.</summary>
    private const string LateFiller = Filler + "?";


    private static readonly string CodePattern = @"(?:[A-Z]\.\s?[A-Z]\.?|[A-Z][A-Z])";
    private static readonly string StatePattern = $@"(?<state>(?:{UsStates.NamePattern})\b|(?:{UsStates.ShortPattern})\b\.?|{CodePattern}(?![\p{{L}}'\d]))";
    private const string ZipPattern = @"(?:zip(?:[ -]?code)?(?:\s+is|\s+of)?\s*[:=]?\s*|postal code\s*:?\s*)?(?<zip>\d{5}(?:-\d{4})?|\d{9}|\d{4})(?![\d\-/,]\d|\d)";
    private const string CityPattern = @"(?<city>\p{L}[\p{L}'.\-]*(?:[ ]\p{L}[\p{L}'.\-]*){0,3}?)";

    private static readonly Regex StateFirst = new($@"\G[\s,.\-]*{StatePattern}[\s,.]*(?:{ZipPattern})?", Options);
    private static readonly Regex ZipFirst = new($@"\G[\s,.\-]*{ZipPattern}[\s,.]*(?:{StatePattern})?", Options);
    private static readonly Regex CityFirst = new($@"\G[\s,.\-]*{Filler}{CityPattern}[\s,.]*{LateFiller}(?:{StatePattern}[\s,.]*(?:{LateFiller}{ZipPattern})?|{ZipPattern}(?:[\s,.]*{StatePattern})?)", Options);
    private static readonly Regex Alone = new($@"(?<![\w'@.\-]){CityPattern}(?:,\s*|\s+){LateFiller}(?:{StatePattern}[\s,.]*(?:{LateFiller}{ZipPattern})?|{ZipPattern}(?:[\s,.]*{StatePattern})?)", Options);
    private static readonly Regex Bare = new($@"(?<![\w'@.\-$#/])(?:{ZipPattern}(?:[\s,.]*{StatePattern})?|{StatePattern}[\s,.]*{ZipPattern})", Options);
    private static readonly Regex StateName = new($@"(?<![\w'@.\-])(?<state>(?:{UsStates.NamePattern}|{UsStates.ShortPattern})\b)", Options);

    /// <summary>The place that follows a street directly; null when none does.</summary>
    public static Place? After(Said said, int end)
    {
        var text = said.Rest;
        var skipped = Aside.Match(text, end) is { Success: true } aside && aside.Index == end ? end + aside.Length : end;
        if (CityFirst.Match(text, skipped) is { Success: true } city && FromMatch(said, city) is { } full && IsCity(full.City, strict: false))
        {
            return StateFirst.Match(text, skipped) is { Success: true } bare && IsCode(bare, said) && bare.Groups["zip"].Success ? FromMatch(said, bare) : full;
        }

        if (StateFirst.Match(text, skipped) is { Success: true } state && FromMatch(said, state) is { State: not null } only)
        {
            return only;
        }

        return ZipFirst.Match(text, skipped) is { Success: true } zip && zip.Groups["zip"].Length >= 5
            ? FromMatch(said, zip)
            : CityOnly(said, skipped);
    }

    /// <summary>Places that stand on their own, in the order of the text.</summary>
    public static IReadOnlyList<Place> Standing(Said said, bool wantsState)
    {
        var places = new List<Place>();
        var from = 0;
        while (Alone.Match(said.Rest, from) is { Success: true } match)
        {
            var place = FromMatch(said, match);
            place = place is null ? null : Narrow(said, place);
            if (place is not null)
            {
                places.Add(place);
                said.Take(place.Start, place.End - place.Start);
            }

            from = place?.End ?? NextWord(said.Rest, match.Index);
        }

        foreach (Match match in Bare.Matches(said.Rest))
        {
            if (BarePlace(said, match, wantsState) is { } place)
            {
                places.Add(place);
                said.Take(place.Start, place.End - place.Start);
            }
        }

        return places;
    }

    /// <summary>A state's full name on its own, or a code where one was asked for.</summary>
    public static Piece? StateAlone(Said said, bool asked, string? zip)
    {
        foreach (Match match in Code.Matches(said.Rest))
        {
            var whole = said.Text.Trim().Trim('.', '!', ',').Length <= match.Length;
            if (UsStates.Code(match.Value) is { } code && ((asked && whole) || (TidyCase.IsUpper(match.Value) && zip is not null && UsStates.OfZip(zip) == code) || whole))
            {
                return new Piece(code, match.Index, match.Length);
            }
        }

        var name = StateName.Match(said.Rest);
        return name.Success && !NotPlace.IsMatch(said.After(name.Index + name.Length, 20))
            ? StatePiece(name.Groups["state"])
            : null;
    }

    private static Place? BarePlace(Said said, Match match, bool wantsState)
    {
        var labelled = match.Value.Contains("zip", StringComparison.OrdinalIgnoreCase) || match.Value.Contains("postal", StringComparison.OrdinalIgnoreCase);
        var (zip, state) = (match.Groups["zip"], match.Groups["state"]);
        var after = said.After(match.Index + match.Length, 24);
        var looksLikeZip = zip.Success && (zip.Length >= 5 || labelled || (state.Success && state.Index < zip.Index))
            && (labelled || state.Success || (!Measure.IsMatch(after) && !NumberBefore.IsMatch(said.Before(zip.Index, 24))));
        if (!looksLikeZip)
        {
            return null;
        }

        var place = FromMatch(said, match);
        return place?.State is null && !labelled && zip.Length == 9 ? null : wantsState || place?.Zip is not null ? place : null;
    }

    private static Place? FromMatch(Said said, Match match)
    {
        var (city, zip) = (match.Groups["city"], match.Groups["zip"]);
        var state = match.Groups["state"] is { Success: true } written && (!CodeShape.IsMatch(written.Value) || IsCode(match, said)) ? StatePiece(written) : null;
        if (state is null && !zip.Success)
        {
            return null;
        }

        var cityPiece = city.Success ? new Piece(city.Value.TrimEnd('.', ' '), city.Index, city.Length) : null;
        var zipPiece = zip.Success && (zip.Length >= 5 || state is not null || match.Value.Contains("zip", StringComparison.OrdinalIgnoreCase) || match.Value.Contains(',', StringComparison.Ordinal))
            ? new Piece(zip.Value, zip.Index, zip.Length)
            : null;
        if (state is null && zipPiece is null)
        {
            return null;
        }

        var pieces = new[] { cityPiece, state, zipPiece }.OfType<Piece>().ToList();
        return new Place(pieces.Min(p => p.Start), pieces.Max(p => p.Start + p.Length), cityPiece, state, zipPiece);
    }

    /// <summary>Is the two-letter word of this match a state here, and not "in", "ok", "me" of a sentence?</summary>
    private static bool IsCode(Match match, Said said)
    {
        var state = match.Groups["state"];
        if (!state.Success || UsStates.Code(state.Value) is not { } code)
        {
            return false;
        }

        var zip = match.Groups["zip"];
        var upper = TidyCase.IsUpper(state.Value) && said.Cases != LetterCase.Upper;
        return (zip.Success && zip.Length >= 5 && (upper || !Words.IsMatch(state.Value) || UsStates.OfZip(zip.Value) == code))
            || (upper && (!Words.IsMatch(state.Value) || match.Groups["city"].Success))
            || (!Words.IsMatch(state.Value) && said.Cases != LetterCase.Mixed)
            || state.Value.Contains('.', StringComparison.Ordinal)
            || (said.Cases != LetterCase.Mixed && match.Groups["city"] is { Success: true } city && Cities.Has(city.Value));
    }

    private static Piece? StatePiece(Group written)
    {
        var text = written.Value.Trim();
        return UsStates.Code(text) is { } code ? new Piece(code, written.Index, written.Length)
            : UsStates.Guess(text) is { } guess ? new Piece(guess, written.Index, written.Length) { IsGuess = true }
            : null;
    }

    /// <summary>Keeps of the words before a state or ZIP code those that are the city; null when none is.</summary>
    private static Place? Narrow(Said said, Place place)
    {
        if (place.City is not { } city)
        {
            return place;
        }

        if (place.Zip is null && FirstNames.Has(city.Value) && !Cities.Has(city.Value))
        {
            return null;
        }

        var words = WordIn.Matches(city.Value).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var tail = city.Value[words[i].Index..];
            var isState = UsStates.Code(tail) is not null && (tail.Length == 2 ? TidyCase.IsUpper(tail) : place.State is null && !Cities.Has(tail));
            if (isState)
            {
                return null;
            }

            var strict = said.Cases == LetterCase.Mixed ? char.IsUpper(tail[0]) && !words.Skip(i).Any(w => IsStop(w.Value)) : Cities.Has(tail) || i == words.Count - 1;
            if (Cities.Has(tail) || (strict && !StartsWithPerson(words.Skip(i).Select(w => w.Value).ToList()) && IsCity(new Piece(tail, 0, tail.Length), strict: true)))
            {
                return place with { City = new Piece(tail, city.Start + words[i].Index, tail.Length), Start = city.Start + words[i].Index };
            }
        }

        return null;
    }

    private static bool StartsWithPerson(List<string> words) => words.Count > 1 && FirstNames.Has(words[0]);

    private static Place? CityOnly(Said said, int end)
    {
        var match = Capitals.Match(said.Rest, end);
        if (!match.Success || match.Index != end)
        {
            return null;
        }

        var words = WordIn.Matches(match.Groups["city"].Value).ToList();
        for (var n = Math.Min(4, words.Count); n > 0; n--)
        {
            var tail = match.Groups["city"].Value[..(words[n - 1].Index + words[n - 1].Length)].TrimEnd('.');
            var whole = n == words.Count && match.Groups["end"].Success;
            var capital = said.Cases == LetterCase.Mixed && words.Take(n).All(w => char.IsUpper(w.Value[0])) && !FirstNames.Has(words[0].Value)
                && words.Take(n).All(w => !CommonWords.Has(w.Value.TrimEnd('.')));
            if (Cities.Has(tail) || (whole && n <= 3 && capital))
            {
                var start = match.Groups["city"].Index;
                return new Place(start, start + tail.Length, new Piece(tail, start, tail.Length), null, null);
            }
        }

        return null;
    }

    private static bool IsCity(Piece? city, bool strict) => city is not null
        && (Cities.Has(city.Value) || (city.Value.Length is >= 2 and <= 50
            && !WordIn.Matches(city.Value).Any(w => strict ? CommonWords.Has(w.Value) || IsStop(w.Value) : IsStop(w.Value))));

    private static bool IsStop(string word) => Stop.IsMatch(word);

    private static int NextWord(string text, int at)
    {
        var space = text.IndexOfAny([' ', '\n', ','], at);
        return space < 0 ? text.Length : space + 1;
    }

    [GeneratedRegex(@"[\p{L}'.\-]+")]
    private static partial Regex WordIn { get; }

    [GeneratedRegex(@"[ ,]*(?:\([^)\n]{1,20}\)|same (?:city|town)|same zip)", Options)]
    private static partial Regex Aside { get; }

    [GeneratedRegex(@"[\s,.]*(?:(?:in|over in|out in)\s+)?(?<city>\p{L}[\p{L}'.\-]*(?:[ ]\p{L}[\p{L}'.\-]*){0,3})(?<end>\s*(?:[,;.\n|/)\u2588(]|$|-\s))?", Options)]
    private static partial Regex Capitals { get; }

    [GeneratedRegex(@"^(?:the|and|roof|roofing|siding|gutters?|windows?|doors?|deck|phone|cell|home|email|zip|code|house|wants?|needs?|is|are|at|for|with|but|old|year|years|her|his|their|my|has|not|was|it|lives?|from|to|new|built|claim|call|text|no|she|he|they|also|please|same)$(?<!^new$)", Options)]
    private static partial Regex Stop { get; }

    [GeneratedRegex(@"^(?:in|or|me|hi|ok|oh|id|la|pa|ma|de|co|al|ar|mo|as|mi|pr|md|ct|ms|mt|va|wa)$", Options)]
    private static partial Regex Words { get; }

    [GeneratedRegex(@"^(?:[A-Z]\.\s?[A-Z]\.?|[A-Z][A-Z])$", Options)]
    private static partial Regex CodeShape { get; }

    [GeneratedRegex(@"(?<![\w'@.\-])[A-Z]\.?[A-Z]\.?(?![\w'@])", Options)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"^\s*(?:avenue|ave|street|st|rd|road|mutual|insurance|casualty|roofing|pike|blvd|room|style)\b", Options)]
    private static partial Regex NotPlace { get; }

    [GeneratedRegex(@"^\s*(?:sq|square|feet|ft|dollars|bucks|usd|sf|miles|people|customers|%|k\b|\p{L}+\s+(?:st|ave|rd|dr|ln|blvd|street|road|drive|lane)\b)", Options)]
    private static partial Regex Measure { get; }

    [GeneratedRegex(@"(?:#|\$|no\.?|number|claim|order|ticket|ref|policy|invoice|job|lead|case|account|about|around|roughly|id)\s*[:#]?\s*$", Options)]
    private static partial Regex NumberBefore { get; }
}
