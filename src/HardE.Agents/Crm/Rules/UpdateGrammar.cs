using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Sentences that change a job: description, rep, trade, insurance, name, site address.</summary>
internal static partial class UpdateGrammar
{
    public static CrmAsk? Read(Said said) =>
        Description(said) ?? Name(said) ?? Site(said) ?? Rep(said) ?? Insurance(said) ?? Trade(said);

    private static CrmAsk? Description(Said said)
    {
        foreach (var pattern in new[] { DescriptionOf(), DescriptionFirst(), OwnDescription(), DescriptionColon() })
        {
            if (pattern.Match(said.Text) is { Success: true } match)
            {
                return Update(said, match.Groups["ref"].Value) with
                {
                    Text = match.Groups["text"].Value.Trim().Trim('"'),
                    Append = match.Groups["add"].Success,
                };
            }
        }

        return null;
    }

    private static CrmAsk? Name(Said said) => Rename().Match(said.Text) is { Success: true } match
        ? Update(said, match.Groups["ref"].Value) with { JobName = match.Groups["text"].Value.Trim().Trim('"', '.') } : null;

    private static CrmAsk? Site(Said said)
    {
        var match = SiteAddress().Match(said.Text);
        if (!match.Success)
        {
            return null;
        }

        var address = Address().Match(match.Groups["text"].Value);
        return Update(said, match.Groups["ref"].Value) with
        {
            Site = address.Success
                ? new SiteInput(address.Groups["street"].Value.Trim(), address.Groups["city"].Value.Trim(), address.Groups["state"].Value.ToUpperInvariant(), address.Groups["zip"].Value)
                : new SiteInput(match.Groups["text"].Value.Trim(), "", "", ""),
        };
    }

    /// <summary>"give his siding job to Ray, ...", "make Dana the rep on the Dunn job", "Ray takes over the Bell job".</summary>
    private static CrmAsk? Rep(Said said)
    {
        foreach (var match in Give().Matches(said.Text).Cast<Match>())
        {
            if (Colleague(said, match.Groups["who"].Value) is { } to)
            {
                return Update(said, match.Groups["ref"].Value) with { Rep = to };
            }
        }

        if (RepTo().Match(said.Text) is { Success: true } changed && Colleague(said, changed.Groups["who"].Value, orName: true) is { } rep)
        {
            return Update(said, changed.Groups["ref"].Value) with { Rep = rep };
        }

        foreach (var pattern in new[] { MakeRep(), TakesOver() })
        {
            if (pattern.Match(said.Text) is { Success: true } match && Colleague(said, match.Groups["who"].Value) is { } who)
            {
                return Update(said, match.Groups["ref"].Value) with { Rep = who };
            }
        }

        return Unassign().Match(said.Text) is { Success: true } free ? Update(said, free.Groups["ref"].Value) with { Rep = "unassigned" } : null;
    }

    private static CrmAsk? Insurance(Said said)
    {
        var match = InsuranceFor().Match(said.Text) is { Success: true } first ? first : InsuranceJob().Match(said.Text);
        return match.Success && !said.Text.TrimEnd().EndsWith('?')
            ? Update(said, match.Groups["ref"].Value) with { Insurance = !Negation().IsMatch(match.Groups["flag"].Value) } : null;
    }

    private static CrmAsk? Trade(Said said)
    {
        if (DropTrade().Match(said.Text) is { Success: true } drop && Trades.In(drop.Groups["trades"].Value) is { Count: > 0 } gone && OnlyTrades(drop.Groups["trades"].Value))
        {
            return Update(said, drop.Groups["ref"].Value) with { Trades = gone, Remove = true };
        }

        if (ChangeTo().Match(said.Text) is { Success: true } change && OnlyTrades(change.Groups["trades"].Value) && Trades.In(change.Groups["trades"].Value) is { Count: > 0 } now)
        {
            return Update(said, change.Groups["ref"].Value) with { Trades = now };
        }

        if (TradeTo().Match(said.Text) is { Success: true } match && Trades.In(match.Groups["trades"].Value) is { Count: > 0 } to)
        {
            return Update(said, match.Groups["ref"].Value) with { Trades = to };
        }

        return AddTrade().Match(said.Text) is { Success: true } add && Trades.In(add.Groups["trades"].Value) is { Count: > 0 } more && OnlyTrades(add.Groups["trades"].Value)
            ? Update(said, add.Groups["ref"].Value) with { Trades = more, Append = true } : null;
    }

    private static CrmAsk Update(Said said, string reference) => new(AskKind.Update) { Record = said.Reference(reference), Sure = true };

    /// <summary>"me" is the speaker; a name must be a colleague's, unless the sentence says "rep".</summary>
    private static string? Colleague(Said said, string words, bool orName = false)
    {
        var split = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = split is [var word, ..] ? word.Trim(',', '.', '!') : "";
        return first.ToLowerInvariant() switch
        {
            "me" or "myself" or "us" => "me",
            "nobody" or "unassigned" or "none" => "unassigned",
            _ => said.Vocabulary.StaffAt(split).Said ?? (orName && first.Length > 0 && char.IsUpper(first[0]) ? string.Join(' ', split.TakeWhile(w => char.IsUpper(w[0]))).Trim(',', '.') : null),
        };
    }

    private static bool OnlyTrades(string text) => Folding.Words(text).All(w => Trades.IsTradeWord(w) || w is "and" or "the" or "new" or "also" or "guards" or "guard" or "replacement" or "trade");

    [GeneratedRegex(@"^(?:change|update|set|edit|make|rewrite|replace|correct|fix|(?<add>add to))\s+(?:the\s+)?(?:job\s+)?(?:description|scope)(?:\s+of work)?(?:\s+text)?\s+(?:on|of|for|in)\s+(?<ref>.{1,80}?)\s*(?::|,?\s+(?:to|so it (?:reads|says)|to (?:say|read)|with)\b:?)\s*(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DescriptionOf();

    [GeneratedRegex(@"^(?:change|update|set|edit|make|rewrite|replace|correct|fix)\s+(?<ref>.{1,80}?)(?:'s|’s|s')?\s+(?:job\s+)?(?:description|scope)(?:\s+of work)?\s*(?::|,?\s+(?:to|so it (?:reads|says)|to (?:say|read)|with)\b:?)\s*(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DescriptionFirst();

    [GeneratedRegex(@"^(?:the\s+)?(?<ref>.{0,80}?)(?:'s|’s)?\s*(?:job\s+)?(?:description|scope)\s+(?:should (?:be|say|read)|needs to (?:be|say)|is now|must say)\s*:?\s*(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex OwnDescription();

    [GeneratedRegex(@"^(?:new\s+|change\s+|update\s+|set\s+)?(?:the\s+)?(?:description|scope)(?:\s+(?:on|of|for)\s+(?<ref>[^:]{1,80}?))?\s*(?::|\s+to\b:?)\s*(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DescriptionColon();

    [GeneratedRegex(@"^(?:rename\s+(?<ref>.{1,80}?)\s+(?:to|as)|(?:change|set|update)\s+(?:the\s+)?(?:job\s+)?name\s+(?:on|of|for)\s+(?<ref>.{1,80}?)\s+to)\s+(?<text>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Rename();

    [GeneratedRegex(@"^(?:change|set|update|put)\s+(?:the\s+)?(?:job\s*)?(?:site|work)\s+address\s+(?:on|of|for)\s+(?<ref>.{1,80}?)\s+(?:to|as)\s+(?<text>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex SiteAddress();

    [GeneratedRegex(@"^(?<street>[^,]+),\s*(?<city>[^,]+?),?\s+(?<state>[A-Za-z]{2})\.?,?\s+(?<zip>\d{5}(?:-\d{4})?)\W*$")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:give|hand|assign|reassign|re-assign|transfer|pass|switch|move|turn|put)\s+(?<ref>.{1,80}?)\s+(?:over\s+|back\s+)?(?:to|with|under)\s+(?<who>[^,.;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Give();

    [GeneratedRegex(@"^(?:change|switch|set|update|swap|replace)\s+(?:the\s+)?(?:sales\s*)?(?:rep|salesperson|salesman|owner|lead)\s+(?:on|of|for)\s+(?<ref>.{1,80}?)\s+(?:to|with)\s+(?<who>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex RepTo();

    [GeneratedRegex(@"^(?:make|put|set|assign)\s+(?<who>[\p{L}'’. -]{2,40}?)\s+(?:as\s+)?(?:the\s+)?(?:(?:sales\s*)?(?:rep|salesperson|lead)\s+)?(?:on|for|of|to)\s+(?<ref>[^,.;]{2,80})", RegexOptions.IgnoreCase)]
    private static partial Regex MakeRep();

    [GeneratedRegex(@"^(?<who>[\p{L}'’.-]+(?:\s+[\p{L}'’.-]+)?)\s+(?:takes|is taking|should take|will take|takes over|is taking over|should have|is now on|is the rep (?:on|for)|gets)\s+(?:over\s+)?(?<ref>[^,.;?]{2,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex TakesOver();

    [GeneratedRegex(@"^(?:unassign|take everybody off|take the rep off|remove the rep (?:from|on))\s+(?<ref>.{2,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex Unassign();

    [GeneratedRegex(@"^(?:(?:mark|flag|set|make|change|turn|switch|put)\s+)?(?<ref>.{1,80}?)\s+(?<flag>(?:as|to|is|is now|is a|isn't|is not|as not|into)\s+(?:now\s+|not\s+)?(?:an?\s+)?)(?:insurance)(?:\s+(?:job|claim|work))?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex InsuranceJob();

    [GeneratedRegex(@"^(?:make|mark|flag)\s+(?:it|this|that)\s+(?<flag>(?:as\s+)?(?:not\s+)?(?:an?\s+)?)insurance(?:\s+(?:job|claim))?\s+(?:for|on)\s+(?<ref>.{2,60})$", RegexOptions.IgnoreCase)]
    private static partial Regex InsuranceFor();

    [GeneratedRegex(@"^(?:remove|drop|take|delete)\s+(?:the\s+)?(?<trades>[\p{L} ,&_-]{3,40}?)\s+(?:from|off|out of)\s+(?<ref>.{2,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex DropTrade();

    [GeneratedRegex(@"^(?:change|switch|set|correct)\s+(?<ref>.{2,60}?)\s+(?:from\s+[\p{L} ]{3,30}?\s+)?to\s+(?:a\s+)?(?<trades>[\p{L} ,&_-]{3,40}?)(?:\s+job)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex ChangeTo();

    [GeneratedRegex(@"\bnot\b|n't", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(@"^(?:change|switch|set|update|correct)\s+(?:the\s+)?trades?\s+(?:on|of|for)\s+(?<ref>.{1,80}?)\s+(?:from\s+.{2,30}?\s+)?to\s+(?<trades>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex TradeTo();

    [GeneratedRegex(@"^add\s+(?<trades>[\p{L} ,&_-]{3,40}?)\s+(?:to|on)\s+(?<ref>.{2,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex AddTrade();
}
