using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Sentences that move a job to another stage.</summary>
internal static partial class MoveGrammar
{
    public static CrmAsk? Read(Said said) => OnHold(said) ?? ToStage(said) ?? Step(said) ?? Outcome(said) ?? Statement(said);

    /// <summary>"put the Garcia job on hold": no board has to have such a stage; the tool says which there are.</summary>
    private static CrmAsk? OnHold(Said said) => Hold().Match(said.Text) is { Success: true } match
        ? Move(said, match.Groups["ref"].Value, said.Vocabulary.StageIn("on hold") ?? "On hold") : null;

    /// <summary>"move the Whitfield job to Sold, ...", "set Alma Smith to Negotiation", "mark it as lost".</summary>
    private static CrmAsk? ToStage(Said said)
    {
        foreach (var match in Verb().Matches(said.Text).Where(m => StartsClause(said.Text, m.Index)))
        {
            var rest = said.Text[(match.Index + match.Length)..];
            foreach (var to in To().Matches(rest).Cast<Match>())
            {
                var words = Split(rest[(to.Index + to.Length)..]);
                var (stage, _) = said.Vocabulary.StageAt(words);
                if (stage is not null)
                {
                    return Move(said, Named(said, rest[..to.Index], match.Index), stage);
                }
            }

            if (Certain().IsMatch(match.Value) && To().Match(rest) is { Success: true } last && Unknown(rest[(last.Index + last.Length)..], said) is { } unknown)
            {
                return Move(said, rest[..last.Index], unknown);
            }

            if (MarkVerb().IsMatch(match.Value) && LastStage(rest, said) is var (reference, named) && named is not null)
            {
                return Move(said, Named(said, reference, match.Index), named);
            }
        }

        return null;
    }

    /// <summary>"Bell signed, move it to Sold": the name stands in front of the order.</summary>
    private static string Named(Said said, string reference, int verbAt) =>
        verbAt > 0 && ReferenceReader.Read(reference, said.Vocabulary).Pronoun && SubjectReader.Find(said.Text[..verbAt], said.Vocabulary) is { } subject
            ? $"{subject} {string.Join(' ', Trades.In(said.Text[..verbAt]).Take(1))}" : reference;

    /// <summary>"next stage please", "move her job forward", "advance the Garcia job", "back one stage".</summary>
    private static CrmAsk? Step(Said said)
    {
        var step = StepWord().Match(said.Text);
        if (!step.Success || Question().IsMatch(said.Text))
        {
            return null;
        }

        var back = step.Groups["back"].Success;
        var around = said.Text.Remove(step.Index, step.Length);
        var verb = Verb().Match(around);
        var reference = verb.Success ? around[(verb.Index + verb.Length)..] : around;
        return Move(said, Clause().Split(reference)[0], back ? "back" : "next");
    }

    /// <summary>"close out the Haddad job", "we lost the Bell job".</summary>
    private static CrmAsk? Outcome(Said said)
    {
        var match = OutcomeWord().Match(said.Text);
        if (!match.Success)
        {
            return null;
        }

        var stage = StageNames.Find(said.Vocabulary.Stages, match.Groups["close"].Success ? "closed" : match.Groups["lost"].Success ? "lost" : "sold", null);
        var reference = Clause().Split(match.Groups["ref"].Value)[0];
        return stage is null || !JobOrName(said, reference) ? null : Move(said, reference, stage.Name);
    }

    /// <summary>"the Whitfield job is sold", "Garcia goes to Proposal".</summary>
    private static CrmAsk? Statement(Said said)
    {
        var match = Is().Match(said.Text);
        if (!match.Success || Question().IsMatch(said.Text) || said.Text.TrimEnd().EndsWith('?'))
        {
            return null;
        }

        var (stage, count) = said.Vocabulary.StageAt(Split(said.Text[(match.Index + match.Length)..]));
        var rest = Split(said.Text[(match.Index + match.Length)..]).Skip(count).FirstOrDefault();
        var ends = rest is null || !char.IsLetter(rest[0]) || said.Text[(match.Index + match.Length)..].Contains(stage + ",", StringComparison.OrdinalIgnoreCase) || rest is "now" or "stage" or "please" or "as";
        var reference = said.Text[..match.Index];
        return stage is null || !ends || reference.Length > 60 || !JobOrName(said, reference) ? null : Move(said, reference, stage);
    }

    private static CrmAsk Move(Said said, string reference, string stage) => new(AskKind.Move)
    {
        Record = said.Reference(reference),
        Stage = stage,
        Sure = true,
    };

    private static bool JobOrName(Said said, string reference) => said.HasTarget || !ReferenceReader.Read(reference, said.Vocabulary).IsEmpty;

    /// <summary>A stage the company does not have: the words up to the next pause. A colleague is no stage.</summary>
    private static string? Unknown(string after, Said said)
    {
        var phrase = Pause().Split(after)[0].Trim().Trim('"', '\'');
        var words = Split(phrase);
        return words.Length is 0 or > 4 || phrase.Any(char.IsAsciiDigit) && phrase.Length > 3 || said.Vocabulary.StaffAt(words).Said is not null || Trades.Meant(phrase) is not null
            ? null : StageWord().Replace(phrase, "").Trim() is { Length: > 0 } name ? name : null;
    }

    /// <summary>"mark the Dunn job sold": the stage stands at the end, without "to".</summary>
    private static (string Reference, string? Stage) LastStage(string rest, Said said)
    {
        var clause = Split(Clause().Split(rest)[0]);
        for (var i = clause.Length - 1; i > 0; i--)
        {
            var (stage, count) = said.Vocabulary.StageAt(clause[i..]);
            if (stage is not null && i + count == clause.Length)
            {
                var reference = string.Join(' ', clause[..i]);
                return (AsWord().Replace(reference, ""), stage);
            }
        }

        return ("", null);
    }

    private static bool StartsClause(string text, int index) => index == 0 || text[..index].TrimEnd() is { Length: > 0 } before && (before[^1] is ',' or '.' or ';' or ':' or '!' or '-' || Joins().IsMatch(before));

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\b(?:move|push|set|put|bump|advance|change|switch|send|mark|flip|take|bring|drag|update|shift|progress|kick|promote|transfer|place|turn)\s+(?!the\s+(?:description|scope|rep|trade|name)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(?:move|push|set|put|bump|advance|switch|mark|shift|promote|drag|flip|place)", RegexOptions.IgnoreCase)]
    private static partial Regex Certain();

    [GeneratedRegex(@"^(?:mark|set|flip|call|make)", RegexOptions.IgnoreCase)]
    private static partial Regex MarkVerb();

    [GeneratedRegex(@"(?:^|\s)(?:back\s+|over\s+|on\s+|down\s+|up\s+|forward\s+)?(?:to|into|as|in|onto)\s+(?:the\s+)?(?:stage\s+)?[""']?", RegexOptions.IgnoreCase)]
    private static partial Regex To();

    [GeneratedRegex(@"\b(?:to\s+)?(?:the\s+)?(?:next\s+(?:stage|step)|(?<back>previous\s+(?:stage|step)|back\s+(?:one|a)(?:\s+(?:stage|step))?|one\s+(?:stage|step)\s+back))\b|(?<=\b(?:move|push|bump|advance|take|bring|step)\b.{1,60})\b(?:forward|ahead|along|(?<back>back(?:wards?)?))\b(?!\s+to)|^advance\b|(?<=^(?:move|push|bump).{1,60}\bto\s+)(?:next|(?<back>back|previous))\b", RegexOptions.IgnoreCase)]
    private static partial Regex StepWord();

    [GeneratedRegex(@"^(?:(?<close>close(?:\s+out)?)|(?:we\s+|i\s+|just\s+)*(?:(?<lost>lost)|(?<sold>sold)))\s+(?!in\b|at\b)(?<ref>(?:the\s+)?.{2,60})$", RegexOptions.IgnoreCase)]
    private static partial Regex OutcomeWord();

    [GeneratedRegex(@"\s+(?:is|goes|should be|should go|needs to be|needs to go|can go|belongs|is now|is officially|has(?: moved| gone)?|moved|went)\s+(?:now\s+|officially\s+)?(?:to\s+|in\s+|into\s+|at\s+)?(?:the\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Is();

    [GeneratedRegex(@"^(?:what|which|who|where|when|why|how|is|are|was|do|does|did|can|has|have|whats|what's|show|list|find|anything|any)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    [GeneratedRegex(@"[,.;!?\n]|\s[-–—]\s|\s(?:because|since|so|as|they|she|he|we|contract|please|now|today|and|but|after|until)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    [GeneratedRegex(@"[,.;:!?\n]|\s[-–—]\s|\s(?:because|since|so|as|they|she|he|we|please|pls|now|today|and|but|after|until|for|if|when)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pause();

    [GeneratedRegex(@"^(?:put|place|set)\s+(?<ref>.{2,60}?)\s+on\s+hold\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hold();

    [GeneratedRegex(@"\b(?:stage|column|status)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StageWord();

    [GeneratedRegex(@"\s+as$", RegexOptions.IgnoreCase)]
    private static partial Regex AsWord();

    [GeneratedRegex(@"\b(?:and|so|then|please|yes|ok|okay|now)$", RegexOptions.IgnoreCase)]
    private static partial Regex Joins();
}
