using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Finds which of several things an answer means: "the one in Akron", "the gutters one", "2", "the second".</summary>
internal static partial class Choices
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>The request with the answer filled in; null when the answer fits nothing or several.</summary>
    public static CrmAsk? Answer(OpenQuestion open, Said said)
    {
        var ask = open.Ask;
        switch (open.Kind)
        {
            case OpenKind.Stage:
                return StageOf(said) is { } stage ? ask with { Stage = stage } : null;
            case OpenKind.Text:
                return WithText(ask, said.Text);
            case OpenKind.Staff:
                return Pick(open.Options, said) is { } person ? WithPerson(ask, person.Id) : null;
            case OpenKind.Customer:
                return said.Targets is [{ Kind: TargetKind.CustomerId } customer, ..] ? WithCustomer(ask, customer.Value)
                    : Pick(open.Options, said) is { } chosen ? WithCustomer(ask, chosen.Id) : WithName(open, said);
            case OpenKind.Job:
                return said.Targets is [{ Kind: TargetKind.Job } job, ..] ? WithJob(ask, job.Value)
                    : Pick(open.Options, said) is { } one ? WithJob(ask, one.Id) : WithName(open, said);
            default:
                return null;
        }
    }

    /// <summary>The only option that fits best; null when nothing fits or two fit alike.</summary>
    public static Option? Pick(IReadOnlyList<Option> options, Said said)
    {
        if (options.Count == 0)
        {
            return null;
        }

        if (options.Count == 1 && Agreed().IsMatch(said.Text))
        {
            return options[0];
        }

        if (Position(said.Text) is { } position)
        {
            return position == -1 ? options[^1] : position < options.Count ? options[position] : null;
        }

        var trades = Trades.In(said.Text);
        var words = Folding.Words(said.Text).Where(w => !Idle(w)).Concat(trades).Distinct().ToList();
        var scored = options.Select(o => (Option: o, Score: words.Count(w => Fits(w, o.Words)))).OrderByDescending(s => s.Score).ToList();
        return scored[0].Score > 0 && (scored.Count == 1 || scored[0].Score > scored[1].Score) ? scored[0].Option : null;
    }

    private static bool Fits(string said, IReadOnlyList<string> words) => words.Any(w =>
        w == said || (said.Length >= 4 && w.StartsWith(said, StringComparison.Ordinal)) || (said.Length is >= 4 && said.All(char.IsAsciiDigit) && w.EndsWith(said, StringComparison.Ordinal))
        || (said.Length >= 5 && Folding.Distance(said, w, 1) <= 1));

    private static bool Idle(string word) => word is "the" or "one" or "in" or "on" or "at" or "for" or "with" or "job" or "a" or "is" or "it" or "that" or "s" or "i" or "mean" or "meant" or "of" or "and" or "to" or "no" or "his" or "her" or "please";

    private static int? Position(string text)
    {
        var clean = text.Trim().TrimEnd('.', '!', ')').TrimStart('#', '(').ToLowerInvariant();
        if (clean.Length == 1 && clean[0] is >= '1' and <= '9')
        {
            return clean[0] - '1';
        }

        if (!Ordinal().IsMatch(clean))
        {
            return null;
        }

        return clean.Contains("last", StringComparison.Ordinal) ? -1
            : Array.FindIndex(Ordinals, o => clean.Contains(o, StringComparison.Ordinal)) is >= 0 and var index ? index
            : Numbered().Match(clean) is { Success: true } number ? number.Value[0] - '1' : null;
    }

    private static string? StageOf(Said said)
    {
        var text = Lead().Replace(said.Text, "");
        return said.Vocabulary.StageAt(text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Stage: { } stage } ? stage : said.Vocabulary.StageIn(said.Text);
    }

    private static CrmAsk WithText(CrmAsk ask, string text) => ask.Kind == AskKind.Create
        ? ask with { Text = ask.Text is { Length: > 0 } had ? $"{had}, {text}" : text, Trades = [.. ask.Trades.Union(Trades.In(text))] }
        : ask with { Text = text };

    private static CrmAsk WithPerson(CrmAsk ask, string id) => ask.Rep is not null && ask.Kind is AskKind.Update or AskKind.Create or AskKind.List
        ? ask with { Rep = id }
        : ask with { Mentions = [id, .. ask.Mentions.Skip(1)] };

    private static CrmAsk WithCustomer(CrmAsk ask, string id) =>
        ask with { Record = new Reference { CustomerId = id, Trade = ask.Record.Trade } };

    private static CrmAsk WithJob(CrmAsk ask, string number) => ask with { Record = new Reference { Job = number } };

    /// <summary>No option was offered, or another name is given: "the Garcia job".</summary>
    private static CrmAsk? WithName(OpenQuestion open, Said said)
    {
        var reference = said.Reference(said.Text);
        return open.Options.Count == 0 && !reference.IsEmpty && !reference.Pronoun ? open.Ask with { Record = reference }
            : reference.Job is { } job ? WithJob(open.Ask, job) : null;
    }

    [GeneratedRegex(@"^(?:the\s+)?(?:(?:first|second|third|fourth|fifth|last)(?:\s+(?:one|job|customer))?|(?:number|no\.?|option|#)\s*[1-9]|[1-9](?:st|nd|rd|th)(?:\s+one)?)$")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"[1-9]")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:(?:ok|okay|then|no|sorry|well|i mean|i meant|make it|put (?:it|her|him|them)|move (?:it|her|him|them)|set (?:it|her|him|them)|to|in|into|as|the)\b[\s,.]*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:yes|yep|yeah|right|correct|that one|that's (?:the one|him|her|it)|exactly|sure|ok|okay)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Agreed();
}
