using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Sentences that put a note somewhere; the text of the note is kept as it was said.</summary>
internal static partial class NoteGrammar
{
    public static CrmAsk? Read(Said said)
    {
        var (text, mentions, tagged) = MentionWords.Take(said.Text, said.Vocabulary);
        var ask = Told(said, text, mentions, tagged) ?? Left(said, text) ?? NoteFirst(said, text) ?? AddTo(said, text) ?? NoteLast(said, text);
        return ask is null ? null : ask with { Mentions = [.. ask.Mentions.Concat(mentions).Distinct(StringComparer.OrdinalIgnoreCase)] };
    }

    /// <summary>"add a note to the Dunn job: ...", "note on 2603-101-01: ...", "note for Chris on job 12: ...".</summary>
    private static CrmAsk? NoteFirst(Said said, string text)
    {
        var match = NoteStart().Match(text);
        if (!match.Success)
        {
            return said.HasTarget && TargetNote().Match(text) is { Success: true } bare
                ? Note(said, bare.Groups["text"].Value, "", said.LevelOfTarget) : null;
        }

        var rest = text[match.Length..].TrimStart();
        var mentions = new List<string>();
        if (ForStaff().Match(rest) is { Success: true } start && said.Vocabulary.StaffAt(Split(rest[start.Length..])) is { Said: { } person, Words: var count })
        {
            mentions.Add(person);
            rest = string.Join(' ', Split(rest[start.Length..]).Skip(count)).TrimStart(' ', ',');
        }

        var (reference, body) = Cut(rest);
        if (body is null && !said.HasTarget && reference is null)
        {
            return null;
        }

        var level = CustomerWord().IsMatch(match.Value) || CustomerWord().IsMatch(reference ?? "") ? NoteLevel.Customer
            : reference is null ? said.LevelOfTarget : LevelOf(reference, said);
        return Note(said, body ?? "", reference ?? "", level) with { Mentions = mentions };
    }

    /// <summary>"leave Dana a note on the Smith job: ...".</summary>
    private static CrmAsk? Left(Said said, string text)
    {
        var match = LeaveStaff().Match(text);
        return match.Success && said.Vocabulary.StaffAt(Split(match.Groups["who"].Value)).Said is { } person && Cut(match.Groups["rest"].Value) is var (reference, body) && (reference is not null || said.HasTarget)
            ? Note(said, body ?? "", reference ?? "", NoteLevel.Job) with { Mentions = [person] } : null;
    }

    /// <summary>"add to the Bluebonnet Bakery file: ...".</summary>
    private static CrmAsk? AddTo(Said said, string text)
    {
        var match = AddToFile().Match(text);
        return match.Success ? Note(said, match.Groups["text"].Value, match.Groups["ref"].Value, LevelOf(match.Groups["ref"].Value, said)) : null;
    }

    /// <summary>"they picked the middle option, put that in their file", "..., please record that".</summary>
    private static CrmAsk? NoteLast(Said said, string text)
    {
        var match = PutThat().Match(text);
        if (!match.Success || match.Index == 0)
        {
            return null;
        }

        var body = text[..match.Index].TrimEnd(' ', ',', ';', '-');
        var number = LeadingJob().Match(body);
        if (number.Success && number.Length < body.Length)
        {
            return Note(said, body[number.Length..], number.Value, NoteLevel.Job);
        }

        var place = match.Groups["place"].Value;
        var inPlace = ReferenceReader.Read(place, said.Vocabulary);
        var subject = said.HasTarget || inPlace.Name is not null || inPlace.Job is not null ? place : SubjectReader.Find(body, said.Vocabulary) ?? "";
        var level = CustomerWord().IsMatch(place) ? NoteLevel.Customer
            : JobWord().IsMatch(place) ? NoteLevel.Job
            : FileWord().IsMatch(place) && said.LevelOfTarget != NoteLevel.Customer ? NoteLevel.File
            : said.HasTarget ? said.LevelOfTarget : NoteLevel.Either;
        return body.Length == 0 ? null : Note(said, body, subject, level);
    }

    /// <summary>"tell Kelsey on the Dunn job that ...", "mention Lou on the Whitfield job, ask him to ...".</summary>
    private static CrmAsk? Told(Said said, string text, IReadOnlyList<string> mentions, bool tagged)
    {
        var match = Tell().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var words = Split(text[match.Length..]);
        var (people, count) = People(said, words);
        var person = people.Count > 0 ? people[0] : null;
        if (person is null && mentions.Count == 0 && !MentionVerb().IsMatch(match.Value))
        {
            return null;
        }

        var unknown = person is null ? LeadingNames(words) : 0;
        var rest = string.Join(' ', words.Skip(person is null ? unknown : count)).TrimStart(' ', ',');
        rest = KnowWord().Replace(rest, "");
        if (match.Value.StartsWith('@') && person is not null && !OnRecord().IsMatch(rest))
        {
            return SubjectReader.Find(rest, said.Vocabulary) is { } subject ? Note(said, rest, subject, NoteLevel.Job) with { Mentions = people } : null;
        }

        var onRecord = OnRecord().Match(rest);
        var body = onRecord.Success ? onRecord.Groups["text"].Value : said.HasTarget || tagged ? rest : "";
        if (!onRecord.Success && !said.HasTarget)
        {
            return null;
        }

        var name = string.Join(' ', words.Take(unknown)).Trim(',', ' ');
        return Note(said, ThatWord().Replace(body, ""), onRecord.Groups["ref"].Value, NoteLevel.Job) with { Mentions = people.Count > 0 ? people : name.Length > 0 ? [name] : [] };
    }

    /// <summary>"Ray and Dana": the colleagues at the start, and how many words name them.</summary>
    private static (IReadOnlyList<string> People, int Words) People(Said said, string[] words)
    {
        var (people, count) = (new List<string>(), 0);
        while (said.Vocabulary.StaffAt(words[count..]) is { Said: { } person, Words: var used })
        {
            people.Add(person);
            count += used;
            if (count >= words.Length || !(words[count - 1].EndsWith(',') || words[count] is "and" or "&"))
            {
                break;
            }

            count += words[count] is "and" or "&" ? 1 : 0;
        }

        return (people, count);
    }

    private static CrmAsk Note(Said said, string text, string reference, NoteLevel level) => new(AskKind.Note)
    {
        Text = Tidy(text),
        Level = level,
        Record = said.Reference(reference),
        Sure = true,
    };

    private static NoteLevel LevelOf(string reference, Said said) =>
        CustomerWord().IsMatch(reference) ? NoteLevel.Customer
        : FileWord().IsMatch(reference) ? NoteLevel.File
        : JobWord().IsMatch(reference) || ReferenceReader.Read(reference, said.Vocabulary).Job is not null ? NoteLevel.Job
        : NoteLevel.Either;

    /// <summary>Where the record ends and the note begins.</summary>
    private static (string? Reference, string? Text) Cut(string rest)
    {
        if (rest.Length == 0)
        {
            return (null, null);
        }

        if (ThatThenPlace().Match(rest) is { Success: true } late && ReferenceReader.Read(late.Groups["ref"].Value) is { Pronoun: false, IsEmpty: false })
        {
            return (late.Groups["ref"].Value, late.Groups["text"].Value);
        }

        if (Plain().Match(rest) is { Success: true } plain)
        {
            return (null, plain.Groups["text"].Value);
        }

        var match = OnPlace().Match(rest);
        return match.Success ? (match.Groups["ref"].Value, match.Groups["text"].Value)
            : OnlyPlace().Match(rest) is { Success: true } place ? (place.Groups["ref"].Value, "") : (null, null);
    }

    private static string Tidy(string text)
    {
        var tidy = text.Trim();
        return tidy.Length > 1 && tidy[0] == '"' && tidy[^1] == '"' ? tidy[1..^1].Trim() : tidy;
    }

    private static int LeadingNames(string[] words) => words.TakeWhile(w => char.IsUpper(w[0])).Count();

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^(?:(?:add|put|leave|make|post|write|drop|log|save|attach|create|enter|stick|throw|jot(?: down)?|do|need|send)\s+(?:me\s+|in\s+)?(?:an?|another|one more|this|the following|new)?\s*)?(?:(?:quick|short|new|internal|job|customer|file)\s+)*note(?!\s+(?:that\s+)?(?:say|says|is|are)\b)(?!s\b)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoteStart();

    [GeneratedRegex(@"^(?:new |add |job |customer )*note\s*[:,-]\s*(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex TargetNote();

    [GeneratedRegex(@"^(?:for|to)\s+(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex ForStaff();

    [GeneratedRegex(@"^\s*(?::|-|–|—|,|that\b|saying\b|to say\b)\s*(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\s*(?:on|to|in|for|onto|under|with|against|at|into)\s+(?<ref>[^:\n]{1,80}?)\s*(?::\s*|\s[-–—]+\s*|,?\s+(?:that|saying|to say|says|which says|and say)\s+(?:that\s+)?|,\s+|\n+)(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex OnPlace();

    [GeneratedRegex(@"^\s*(?:on|to|in|for|onto|under|with|into)\s+(?<ref>[^:\n]{1,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyPlace();

    [GeneratedRegex(@"^\s*(?:that|saying)\s+(?<text>.+?)\s+(?:on|to|in|for|onto)\s+(?<ref>(?:the\s+)?[\p{L}\p{N}'’ .-]{2,60}\b(?:job|file|record|account|project))\W*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ThatThenPlace();

    [GeneratedRegex(@"^(?:add|put|write|enter|log|save|record)\s+(?:this\s+|that\s+|the following\s+)?(?:to|in|on|into|under)\s+(?!(?:the\s+|his\s+|her\s+)?(?:description|scope)\b)(?<ref>[^:\n]{2,80}?)\s*(?::|\s[-–—]\s)\s*(?<text>.+)$|^(?:put|get)\s+(?:it\s+|this\s+)?on\s+(?:the\s+)?record\s+(?:for|on|with)\s+(?<ref>[^:\n]{2,80}?)\s*(?::|,?\s+that\b)\s*(?<text>.+)$|^(?:log|record|(?:write|jot|note|mark|put)\s+(?:it\s+|this\s+)?down)\s+(?:in|on|for|to|under|against|with)\s+(?<ref>[^:\n]{2,80}?)\s*(?::|\s[-–—]\s|,?\s+that\b)\s*(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AddToFile();

    [GeneratedRegex(@"(?:[,.;!]|\s[-–—]|\band\b|^)?\s*(?:and\s+|so\s+)?(?:please\s+|pls\s+|can you\s+|could you\s+|let's\s+)*(?:put|add|record|note|log|save|keep|write|store|file|remember|jot|enter|mark)\s+(?:that|this|it|all that|all of that)\b(?:\s+down)?(?:\s+as\s+a\s+note|\s+a\s+note)?(?:\s+(?:in|on|to|with|under|for|into|onto|at)\s+(?<place>[^.!?]{2,60}))?(?:\s+(?:please|pls|thanks|thank you|for me))*\s*[.!]*$|[,.;!]\s*(?:please\s+)?(?:add|put|log|save|record|write)\s+(?:to|in|into|on)\s+(?<place>(?:the\s+|his\s+|her\s+|their\s+)?(?:notes?|file|record|job)\b[^.!?]{0,30})\s*[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PutThat();

    [GeneratedRegex(@"^(?:for\s+|on\s+|re:?\s+)?(?:job\s+)?#?\d{4}-[A-Za-z0-9]+-\d{1,3}\s*(?:[:,]|\s[-–—])\s*", RegexOptions.IgnoreCase)]
    private static partial Regex LeadingJob();

    [GeneratedRegex(@"^(?:leave|send|write|drop|give|shoot)\s+(?<who>\p{L}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’-]+)?)\s+an?\s+(?:quick\s+|short\s+)?(?:note|message)\s+(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex LeaveStaff();

    [GeneratedRegex(@"^(?:please\s+)?(?:tell|let|mention|tag|ping|notify|loop in|alert|remind|ask|message|inform|cc|give)\s+(?:to\s+)?@?|^@(?=\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Tell();

    [GeneratedRegex(@"\b(?:mention|tag|ping|notify|loop in|cc)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MentionVerb();

    [GeneratedRegex(@"^(?:know\s+|a heads[- ]?up\s+)(?:that\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex KnowWord();

    [GeneratedRegex(@"^(?:in a note\s+)?(?:on|about|for|in|at|regarding|re)\s+(?<ref>[^:,\n]{1,80}?)\s*(?::\s*|,\s*|\s[-–—]+\s*|\s+(?=that\s|to\s|saying\s|and\s+ask))(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex OnRecord();

    [GeneratedRegex(@"^(?:that|saying|and)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex ThatWord();

    [GeneratedRegex(@"\b(?:customer|client|homeowner|account|contact)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CustomerWord();

    [GeneratedRegex(@"\b(?:file|record|notes|profile|card)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FileWord();

    [GeneratedRegex(@"\b(?:job|project)\b", RegexOptions.IgnoreCase)]
    private static partial Regex JobWord();
}
