using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>
/// Reads an order for a primer video out of a mail or a slash command. Only the sender's own words can order; what is
/// quoted or forwarded may fill in who it is about. Questions, thanks, reports, plans and refusals are no orders.
/// </summary>
public static partial class PrimerRequestReader
{
    /// <param name="notRecipients">Addresses that are never where a film goes: the sender's own, ours.</param>
    /// <returns>The order; null when the mail is none.</returns>
    public static PrimerOrder? Read(string subject, string body, params IReadOnlyCollection<string> notRecipients)
    {
        var words = MailWords.Part(subject, body);
        var title = OrderSpelling.Right(ReplyMark().Replace(MailWords.Tidy(subject), "").Trim());
        var own = OrderSpelling.Right(words.Own);
        var sentences = MailSentences.Split(own);
        var isAnswer = ReplyMark().IsMatch(subject);
        if (FindOrder(sentences, title, isAnswer || words.Forwarded) is not { } ordering)
        {
            return null;
        }

        var text = $"{own}\n{title}";
        var customer = Longest(Name(ordering, own, title), own, title) ?? (words.Quoted.Length > 0 ? QuotedName(words) : null);
        var mayFill = words.Forwarded || customer is null || Mentions(words.Quoted, customer);
        var plain = OrderFields.Address().Replace(customer is null ? text : text.Replace(customer, " ", StringComparison.OrdinalIgnoreCase), " ");
        var order = new PrimerOrder
        {
            Customer = customer,
            Job = OrderFields.Job(text) ?? (mayFill ? OrderFields.Job(words.Quoted) : null),
            Trade = TradeWords.Find(plain) ?? (mayFill ? TradeWords.Find(words.Quoted) : null),
            Hold = HoldWords.Ask(own) || HoldWords.Ask(title),
            Recipient = OrderFields.Recipient(own, notRecipients),
        };
        return order;
    }

    /// <summary>Reads the text behind <c>/primer</c>: everything that is not job, trade, hold or address is the customer.</summary>
    /// <returns>The order; null for help, questions and the like.</returns>
    public static PrimerOrder? ReadCommand(string text)
    {
        var said = OrderSpelling.Right(MailWords.Tidy(SlackAddress().Replace(Command().Replace(text, ""), "${address}"))).Replace('_', ' ').Trim();
        if (said.Length == 0 || NoCommand().IsMatch(said) || said.EndsWith('?') || OrderGrammar.Judge(said, topicKnown: true) is Intent.Negated)
        {
            return null;
        }

        var order = new PrimerOrder
        {
            Job = OrderFields.Job(said),
            Hold = HoldWords.Ask(said),
            Recipient = OrderFields.Recipient("send to " + said, []) ?? OrderFields.Recipient(said, []),
        };
        var rest = OrderFields.Address().Replace(HoldWords.Without(said), " ");
        rest = order.Job is null ? rest : rest.Replace(order.Job, " ", StringComparison.OrdinalIgnoreCase);
        var name = OrderFields.LabelledName(rest) ?? (rest.Contains('"', StringComparison.Ordinal) ? InQuotes(rest) : null)
            ?? OrderFields.NameIn(rest) ?? CustomerNames.At(Filler().Replace(rest, " ").Trim(), 0)?.Name;
        order = order with
        {
            Customer = name,
            Trade = TradeWords.Find(name is null ? rest : rest.Replace(name, " ", StringComparison.OrdinalIgnoreCase)),
        };
        return order.Customer is null && order.Job is null ? null : order;
    }

    /// <summary>The sentence that orders; the last word counts, so an order that is taken back is none.</summary>
    private static string? FindOrder(IReadOnlyList<string> sentences, string title, bool isAnswer)
    {
        var topicKnown = OrderGrammar.NamesTopic(title);
        string? ordering = null;
        var talk = false;
        foreach (var sentence in sentences)
        {
            var intent = OrderGrammar.Judge(sentence, topicKnown);
            topicKnown = topicKnown || OrderGrammar.NamesTopic(sentence);
            talk = talk || intent is Intent.Talk or Intent.Negated;
            ordering = intent switch
            {
                Intent.Order => ordering is not null && OrderFields.NameIn(ordering) is not null && OrderFields.NameIn(sentence) is null ? ordering : sentence,
                Intent.Negated => null,
                _ => ordering,
            };
        }

        // A subject line orders by itself only when the mail is not an answer and says nothing against it.
        var fromTitle = ordering is null && !talk && !isAnswer && !ReadyMail().IsMatch(title) && OrdersByTitle(title, sentences);
        return ordering ?? (fromTitle ? title : null);
    }

    private static bool OrdersByTitle(string title, IReadOnlyList<string> sentences) => OrderGrammar.Judge(title, topicKnown: false) switch
    {
        Intent.Order => true,
        Intent.None when OrderGrammar.NamesTopic(title) && !title.EndsWith('?') =>
            (TitleName().IsMatch(title) && OrderFields.NameIn(title) is not null) || (BareTitle().IsMatch(title) && IsForm(sentences)),
        _ => false,
    };

    /// <summary>A mail that is nothing but the fields of an order: labels, or a name with its trade or job.</summary>
    private static bool IsForm(IReadOnlyList<string> sentences)
    {
        var text = string.Join('\n', sentences);
        return OrderFields.LabelledName(text) is not null
            || (sentences.Count <= 3 && (TradeWords.Find(text) is not null || OrderFields.Job(text) is not null) && StandingAlone(text) is not null);
    }

    private static string? Name(string ordering, string own, string title)
    {
        var corrected = Correction().Match(own) is { Success: true } match ? CustomerNames.At(own, match.Index + match.Length)?.Name : null;
        var named = OrderFields.NameIn(ordering) ?? OrderFields.LabelledName(own);
        var fromTitle = TitleCustomer(title);
        if (named is null && corrected is not null)
        {
            return fromTitle is not null && !corrected.Contains(' ', StringComparison.Ordinal) && fromTitle.Contains(' ', StringComparison.Ordinal)
                ? $"{corrected} {fromTitle[(fromTitle.IndexOf(' ', StringComparison.Ordinal) + 1)..]}"
                : corrected;
        }

        return named ?? StandingAlone(own) ?? fromTitle;
    }

    /// <summary>"Kevin O'Brien, siding." at the start of a line.</summary>
    private static string? StandingAlone(string own) => own.Split('\n').SelectMany(l => MailSentences.Split(l))
        .Select(s => (Text: s, Found: CustomerNames.At(s, 0)))
        .FirstOrDefault(s => s.Found is { } f && char.IsUpper(f.Name[0]) && AloneEnd().IsMatch(s.Text[f.End..])
            && (f.Name.Contains(' ', StringComparison.Ordinal) || TradeWords.Find(s.Text[f.End..]) is not null)).Found?.Name;

    private static string? TitleCustomer(string title) =>
        OrderFields.NameIn(title) ?? (CustomerNames.At(title, 0) is { } found && char.IsUpper(found.Name[0])
            && AloneEnd().IsMatch(title[found.End..]) && !GenericTitle().IsMatch(title) ? found.Name : null);

    /// <summary>A surname alone is completed by the same surname with a first name elsewhere in the mail.</summary>
    private static string? Longest(string? name, string own, string title) =>
        name is null || name.Contains(' ', StringComparison.Ordinal) ? name
        : new[] { TitleCustomer(title), StandingAlone(own), OrderFields.LabelledName(own) }
            .FirstOrDefault(n => n is not null && n.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase)) ?? name;

    private static string? QuotedName(MailWords words) => OrderFields.LabelledName(words.Quoted)
        ?? (words.Forwarded && ForwardedFrom().Match(words.Quoted) is { Success: true } from ? CustomerNames.At(from.Groups["name"].Value, 0)?.Name : null);

    private static bool Mentions(string quoted, string customer) =>
        quoted.Contains(customer.Split(' ')[^1], StringComparison.OrdinalIgnoreCase);

    private static string? InQuotes(string text) => Quoted().Match(text) is { Success: true } match ? match.Groups["name"].Value.Trim() : null;

    [GeneratedRegex(@"^\s*(?:(?:re|aw|antw|fwd?|wg)\s*:\s*)+", RegexOptions.IgnoreCase)]
    private static partial Regex ReplyMark();

    [GeneratedRegex(@"\b(?:ready|sent|delivered|failed|started|finished|done|complete|on its way|question about|which customer)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ReadyMail();

    [GeneratedRegex(@"^(?:please\s+|new\s+|need\s+)?(?:a\s+)?(?:primer|intro)|(?:primer|video)(?:\s+(?:video|please|request|order))*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex TitleName();

    [GeneratedRegex(@"^(?:new\s+|please\s+|need(?:ed)?\s+)?(?:a\s+)?(?:primer|intro(?:duction)?)(?:\s+video)?(?:\s+(?:request|order|please|needed|form))*[\s.!:]*$", RegexOptions.IgnoreCase)]
    private static partial Regex BareTitle();

    [GeneratedRegex(@"\b(?:it is|it's|i meant|i mean|should be|should have been|make that|correct(?:ion| name)?\s*(?:is|:))\s+(?=\p{Lu})")]
    private static partial Regex Correction();

    [GeneratedRegex(@"^\s*(?:$|[,(\u2013/|:]|-\s|\.\s*$)")]
    private static partial Regex AloneEnd();

    [GeneratedRegex(@"^(?:video|primer|request|order|question|two things|hello|hi|urgent|thursday|friday|numbers|lunch|appointment|update|reminder|meeting|follow|please|today|tomorrow)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GenericTitle();

    [GeneratedRegex(@"^[ \t*]*from\*?:\s*""?(?<name>\p{Lu}[\p{L}'.-]+(?:\s+\p{L}[\p{L}'.-]+){1,3})""?\s*<", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ForwardedFrom();

    [GeneratedRegex(@"^\s*/?(?:primer|harde\s+primer)\b(?:\s+video)?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Command();

    [GeneratedRegex(@"<mailto:[^|>]+\|(?<address>[^>]+)>")]
    private static partial Regex SlackAddress();

    [GeneratedRegex(@"^(?:help|\?|status|list|cancel|stop|show|how|what|why|when|where|who|is|are|did|does|thanks|thank you|hi|hello)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoCommand();

    [GeneratedRegex(@"^(?:\s|@|please\b|for\b|video\b|make\b|produce\b|create\b|a\b|the\b|to\b|job\b|customer\b|client\b|[:,-])+|\b(?:send|e-?mail|mail)\s+(?:it\s+)?to\b.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Filler();

    [GeneratedRegex("\"(?<name>[^\"]{2,80})\"")]
    private static partial Regex Quoted();
}
