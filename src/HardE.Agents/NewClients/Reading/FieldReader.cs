using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Reads the labelled parts of a form that only their label makes clear: city, state, lead source; and hides what is no lead.</summary>
internal static partial class FieldReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Blots out mail headers, quoted questions and who said a line of a chat.</summary>
    public static void HideFrame(Said said)
    {
        foreach (Match match in ChatLine.Matches(said.Text).Concat(Header.Matches(said.Text)).Concat(Clock.Matches(said.Text)))
        {
            said.Take(match);
        }

        var quoted = Quoted.Matches(said.Text).ToList();
        var own = Quoted.Replace(said.Text, "");
        if (quoted.Count > 0 && own.Count(char.IsAsciiDigit) >= 5)
        {
            quoted.ForEach(said.Take);
        }
    }

    public static IReadOnlyList<Finding> Read(Said said)
    {
        var found = new List<Finding>();
        if (Value(said, City) is { } city && city.Value.Length is >= 2 and <= 50)
        {
            Take(said, City);
            found.Add(Finding.Of(Slots.City, TidyCase.City(city.Value.Trim()), said.Span(city.Index, city.Length)));
        }

        if (Value(said, State) is { } state)
        {
            var span = said.Span(state.Index, state.Length);
            var (code, guess) = (UsStates.Code(state.Value), UsStates.Guess(state.Value));
            Take(said, State);
            found.Add(code is not null ? Finding.Of(Slots.State, code, span)
                : guess is not null ? Finding.Of(Slots.State, guess, span).Doubtful($"Is \"{state.Value.Trim()}\" {UsStates.NameOf(guess)} ({guess})?")
                : Finding.Invalid(Slots.State, span, $"\"{state.Value.Trim()}\" is no state of the US."));
        }

        if (Value(said, Source) is { } source && source.Value.Trim().Length > 1 && LeadSourceReader.ListedName(source.Value) is null && !Referral.IsMatch(source.Value))
        {
            Take(said, Source);
            found.Add(Finding.Of(Slots.LeadSource, new LeadSourceAnswer("other", source.Value.Trim()), said.Span(source.Index, source.Length)));
        }

        return found;
    }

    private static Group? Value(Said said, Regex pattern) => pattern.Match(said.Rest) is { Success: true } match ? match.Groups["v"] : null;

    private static void Take(Said said, Regex pattern) => said.Take(pattern.Match(said.Rest));

    [GeneratedRegex(@"(?<![\w/])(?:city|town)(?: name)?""?\s*(?:[:=]|\t|\bis\b)\s*""?(?<v>\p{L}[\p{L} '.\-]*?)(?=\s{2,}|\s*(?:[\n,;|\t\u2588""]|$|\b(?:state|st|zip)\b\W*[:=]))", Options)]
    private static partial Regex City { get; }

    [GeneratedRegex(@"(?<![\w/])(?:state|province|st)""?\s*(?:[:=]|\t|\bis\b)\s*""?(?<v>\p{L}[\p{L} .]*?)(?=\s{2,}|\s*(?:[\n,;|\t\u2588\d""]|$|\bzip\b))", Options)]
    private static partial Regex State { get; }

    [GeneratedRegex(@"(?<![\w/])(?:lead source|source|how did (?:you|they|he|she) (?:hear|find)[^:=\n]{0,20}|referr?al source|found us(?: via| through)?)\s*(?:[:=]|\t)\s*(?<v>[^\n;|\u2588]{2,120})", Options)]
    private static partial Regex Source { get; }

    [GeneratedRegex(@"\b(?:refer|customer|friend|neighbou?r|recommend|sent by)", Options)]
    private static partial Regex Referral { get; }

    [GeneratedRegex(@"(?m)^\s*\[?\d{1,2}:\d\d(?:\s?[AP]M)?\]?\s+[\p{L}.\-]{2,20}\s*:", Options)]
    private static partial Regex ChatLine { get; }

    [GeneratedRegex(@"(?m)^\s*(?:date|sent|received|to|cc|bcc|reply-to|message-id|x-[\w-]+)\s*:(?=\s)[^\n]*(?:@|\d{4}|\d:\d\d)[^\n]*$|(?m)^-{2,}\s*(?:forwarded|original) message\s*-*\s*$|(?m)^\s*sent from my \w+\s*$", Options)]
    private static partial Regex Header { get; }

    [GeneratedRegex(@"\b\d{1,2}/\d{1,2}\s+\d{1,2}:\d\d\s*[ap]m?\b|\bagent \d+\b|\(auto\),? \d+:\d\d\b|\breceived \d{1,2}:\d\d\s*[ap]m\b", Options)]
    private static partial Regex Clock { get; }

    [GeneratedRegex(@"(?m)^\s*>[^\n]*$")]
    private static partial Regex Quoted { get; }
}
