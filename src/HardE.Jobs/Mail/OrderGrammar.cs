using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>What a sentence does to the order.</summary>
internal enum Intent
{
    /// <summary>Nothing: it tells or describes.</summary>
    None,

    /// <summary>It orders a film.</summary>
    Order,

    /// <summary>It takes an order back, or says not to make one.</summary>
    Negated,

    /// <summary>It asks, thanks, reports or speaks of later: no order, and no help for a subject line to be one.</summary>
    Talk,
}

/// <summary>Tells orders from talk about films, one sentence at a time. Spelling is already right (<see cref="OrderSpelling"/>).</summary>
internal static partial class OrderGrammar
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace;

    /// <summary>True when the text names our kind of film at all, and not paint.</summary>
    public static bool NamesTopic(string text) => Topic().IsMatch(text) && !Paint().IsMatch(text);

    /// <summary>Where the film is named; null when it is not.</summary>
    public static Match? FindTopic(string text) => Topic().Match(text) is { Success: true } found ? found : null;

    /// <param name="sentence">One sentence.</param>
    /// <param name="topicKnown">The film was named before, so "that one" may mean it.</param>
    public static Intent Judge(string sentence, bool topicKnown)
    {
        var said = Unquoted().Replace(Reminders().Replace(sentence, "please "), " ");
        if (Paint().IsMatch(said) && !said.Contains("video", StringComparison.OrdinalIgnoreCase))
        {
            return Intent.None;
        }

        if (IsNegated(said, topicKnown))
        {
            return Intent.Negated;
        }

        if (IsTalk(said))
        {
            return Intent.Talk;
        }

        return Orders(said, topicKnown) ? Intent.Order
            : Talk().IsMatch(said) || said.TrimEnd().EndsWith('?') ? Intent.Talk
            : Intent.None;
    }

    private static bool Orders(string said, bool topicKnown) =>
        IsAsked(said, topicKnown) || NounOnly().IsMatch(said) || IsNeeded(said);

    private static bool IsNegated(string said, bool topicKnown)
    {
        var match = Negation().Match(said);
        return TakenBack().IsMatch(said)
            || (match.Success && (Topic().IsMatch(said) || (topicKnown && Pronoun().IsMatch(said[(match.Index + match.Length)..])))
                && (!SendOnly().IsMatch(match.Value) || AnyFilm().IsMatch(said)));
    }

    /// <summary>Reported speech, examples, conditions, plans: whatever imperative they hold is not one to us.</summary>
    private static bool IsTalk(string said)
    {
        var polite = PoliteCondition().Replace(said, " ");
        return Condition().IsMatch(polite) || Reported().IsMatch(polite) || Example().IsMatch(said)
            || (OpenQuestion().IsMatch(polite.TrimStart(' ', ',')) && !Polite().IsMatch(said))
            || Plan().IsMatch(said);
    }

    private static bool IsAsked(string said, bool topicKnown)
    {
        foreach (var match in Imperative().Matches(said).Concat(Polite().Matches(said)).Concat(Wish().Matches(said)))
        {
            var rest = said[(match.Index + match.Length)..];
            var topic = Topic().Match(rest);
            var between = topic.Success ? rest[..topic.Index] : rest;
            if (topic.Success && topic.Index <= 90 && !OtherObject().IsMatch(between) && !ToMe().IsMatch(match.Value + between))
            {
                return true;
            }

            if (topicKnown && Pronoun().IsMatch(rest) && !OtherObject().IsMatch(rest[..Math.Min(rest.Length, 12)]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNeeded(string said) => !said.TrimEnd().EndsWith('?') && Needs().IsMatch(said);

    private const string Verb =
        @"(?:(?:re-?)?(?:produce|make|create|generate|prepare|build|render|record|shoot|film|cut|do(?!\s+(?:you|we|they|i|not|n't)\b))
          |start|order|run|put\s+together|whip\s+up|set\s+up|spin\s+up|work\s+up|knock\s+out|kick\s+off|turn\s+around|crank\s+out|roll\s+out
          |get(?:\s+(?:going|started)(?:\s+(?:on|with))?)?|send(?:\s+(?:out|over|off))?|fire\s+off|fire\s+up|queue(?:\s+up)?|draft|go\s+ahead\s+with|go\s+with|proceed\s+with
          |schedule|arrange|line\s+up|begin|launch|deliver|compose|put\s+in|cook\s+up|take\s+care\s+of)\b";

    private const string Adverb =
        @"(?:please|kindly|just|now|also|then|quickly|asap|first|next|again|go\s+ahead\s+and|be\s+sure\s+to|make\s+sure\s+(?:to|you|we)
          |help\s+(?:me|us)|have\s+(?:them|someone|the\s+team|hard-?e)|let'?s|let\s+us|be\s+so\s+kind\s+as\s+to|feel\s+free\s+to
          |you\s+can|you\s+may|(?:i|we)\s+(?:want|need|'d\s+like|would\s+like)\s+you\s+to|i'd\s+like\s+you\s+to|we'd\s+like\s+you\s+to|time\s+to|ready\s+to)";

    private const string LeadIn =
        @"(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening)|hard-?e|there|team|all|everyone|ok|okay|and|then|so|also|but|next|sorry|thanks|thank\s+you|great|perfect
          |all\s?right|yes|yep|yeah|sure|today|tomorrow|urgent|asap|fyi|quick\s+one|one\s+more|another\s+one|new\s+one|action|todo|to\s+do|task|request|order)";

    [GeneratedRegex(
        @"\b(?:primers?(?:\s+(?:video|clip|film)s?)?
          |(?:introduction|intro|introductory|personal|personalized|personalised|welcome|pre-?\s?visit|pre-?\s?appointment|homeowner|education|educational)\s+(?:primer\s+)?(?:video|clip|film)s?
          |video\s+(?:introduction|intro|primer)s?
          |videos?(?!\s+(?:call|conference|chat|meeting|doorbell|card|game|camera|surveillance|link)))\b", Loose)]
    private static partial Regex Topic();

    [GeneratedRegex(@"\b(?:paint|coats?|gallons?|quarts?|latex|kilz|priming|drywall|sherwin|behr)\b.{0,60}\bprimer|\bprimer\b.{0,40}\b(?:coats?|paint|gallons?|and\s+paint|dries|dry)\b", Loose)]
    private static partial Regex Paint();

    [GeneratedRegex(@"(?:^|[,;:\u2013(]\s*|\s-\s*|(?<!\bto\s)\b(?:and|then|so|but)\s+)(?:" + LeadIn + @"[,:!.\s\u2013-]+)*(?:(?:" + Adverb + @")[,\s]+)*" + Verb
        + @"|\bplease\s+(?:(?:" + Adverb + @")[,\s]+)*" + Verb, Loose)]
    private static partial Regex Imperative();

    [GeneratedRegex(
        @"\b(?:can|could|would|will|may|might)\s+(?:you|we|i|someone|somebody|hard-?e|y'all|the\s+team)(?:\s+guys|\s+all)?(?:[,\s]+(?:" + Adverb + @"|possibly|maybe))*[,\s]+(?:" + Verb + @"|have\b|see\b(?=.{0,5}\ba\b))
          |\bwould\s+you\s+mind\s+(?:producing|making|creating|preparing|doing|putting\s+together|sending|recording|generating|getting)\b
          |\b(?:any\s+chance|is\s+it\s+possible|would\s+it\s+be\s+possible)(?:\s+that|\s+for)?(?:\s+(?:you|we|i))?(?:\s+(?:to|can|could|might))?\s+(?:" + Verb + @"|have\b)
          |\bhow\s+about\s+(?=a\b|one\b|another\b)", Loose)]
    private static partial Regex Polite();

    [GeneratedRegex(
        @"(?:^|[,;:.\u2013]\s*|\b(?:and|so|but|then|also|now)\s+)(?:" + LeadIn + @"[,:!.\s\u2013-]+)*
          (?:(?:i|we)(?:'d|\s+would|\s+do|'re\s+going\s+to|\s+also|\s+really|\s+just|\s+will\s+now)*\s+(?:like|love|want|need|require|could\s+use|are\s+requesting|am\s+requesting|am\s+ordering)
             (?:\s+you)?(?:\s+to\s+(?:order|request|have|get|see|produce|make|send|put\s+together|create))?
           |(?:urgently\s+)?(?:need(?:ed)?|want(?:ed)?|requesting|ordering|request(?:\s+for)?|order(?:\s+for)?)\b)\s*:?", Loose)]
    private static partial Regex Wish();

    [GeneratedRegex(
        @"^\W*(?:\d+[.)]\s*)?(?:" + LeadIn + @"[,:!.\s\u2013-]+)*(?:(?:a|one|the|new|another|next|usual|please)\s+)*
          (?:primer(?:\s+video)?|intro(?:duction)?\s+video|video\s+(?:introduction|intro|primer))(?:\s+(?:request|order|needed|wanted|required))?
          (?:[\s,]*(?:please|asap)|\s*(?:for\b|:|\u2013|-\s|,)\s*(?!(?:is|was|are|were|has|looks|went)\b)\S)
          (?!.*\b(?:is|was|were|went|came|looks?|looked|has|have|did|loved?|will|sent|made|ready|done|finished|received|arrived|worked|played)\b)(?!.*\?\s*$)", Loose)]
    private static partial Regex NounOnly();

    [GeneratedRegex(@"\b(?:needs?|gets?|is\s+due|are\s+due)\s+(?:(?:a|the|her|his|their|its|one|another|our|for|usual)\s+){0,2}(?:primer|intro(?:duction)?\s+video)", Loose)]
    private static partial Regex Needs();

    [GeneratedRegex(@"^\W*(?:(?:the|same|another|that|this|for)\s+)*(?:it|one|that|this|another|same|(?:him|her|them|\p{Lu}\p{L}+)\s+(?:one|another|the\s+same))\b", Loose)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?:how|whether|why|what|which|who|list|report|notes?|copy\s+of|copies|link|status|invoice|call|calls|about|question|number|count|sure|certain|feedback|budget|cost|sense|template|script\s+only|correction|changes?\s+to|decision|policy|rid)\b", Loose)]
    private static partial Regex OtherObject();

    [GeneratedRegex(@"\b(?:send|get|deliver)\b[^.]{0,12}\b(?:me|us)\s+(?:the|that|his|her|their|this)\b", Loose)]
    private static partial Regex ToMe();

    [GeneratedRegex(
        @"\b(?:do\s+not|don'?t|never|please\s+not|must\s+not|should\s+not|shouldn'?t|can\s?not|can'?t|won'?t|not)\s+(?:(?:yet|ever|please|actually|go\s+ahead\s+and|want\s+you\s+to|want\s+to|want|need\s+to|need|bother\s+to|to|be)\s+){0,2}" + Verb
        + @"|\b(?:do\s+not|don'?t|does\s+not|doesn'?t|no\s+longer|won'?t)\s+(?:need|want|require)\b
          |\b(?:cancel|stop|skip|scrap|drop|scratch|call\s+off|hold\s+off(?:\s+on)?|no\s+need\s+(?:for|to)|not\s+yet|instead\s+of|leave\s+out|pause|no\s+more|without)\b(?=.{0,40}\b(?:primers?|videos?|it|one|that)\b)
          |\bno\s+(?:primer|video)s?\b|\b(?:primer|video)s?\b.{0,40}\b(?:not\s+needed|is\s+off|no\s+longer|not\s+necessary|unnecessary|can\s+wait)\b", Loose)]
    private static partial Regex Negation();

    /// <summary>Not to send is a hold; not to send any film is a refusal.</summary>
    [GeneratedRegex(@"\bsend", RegexOptions.IgnoreCase)]
    private static partial Regex SendOnly();

    [GeneratedRegex(@"\b(?:a|an|any|another)\s+(?:primer|video|intro)", RegexOptions.IgnoreCase)]
    private static partial Regex AnyFilm();

    [GeneratedRegex(@"\b(?:scratch\s+that|never\s?mind|forget\s+(?:it|that|about\s+it)|cancel\s+(?:that|it|this|my)|disregard|ignore\s+(?:my|the|that|this)\s+(?:last|previous|earlier|message|mail|email|request)|on\s+second\s+thought)\b", Loose)]
    private static partial Regex TakenBack();

    [GeneratedRegex(@"\b(?:don'?t|do\s+not)\s+forget\s+to\s+|\bremember\s+to\s+|\b(?:don'?t|do\s+not)\s+wait,?\s+(?:just\s+)?", Loose)]
    private static partial Regex Reminders();

    [GeneratedRegex(@"""[^""\n]*\b(?:produce|make|create|primer|video)\b[^""\n]*""", Loose)]
    private static partial Regex Unquoted();

    [GeneratedRegex(@"\b(?:if|when|whenever|once|as\s+soon\s+as)\s+(?:you\s+(?:can|could|get|have)(?:\s+(?:a|the|some))?(?:\s+(?:minute|moment|chance|second|time|sec))?|possible|it'?s\s+(?:possible|not\s+too\s+(?:late|much))|you\s+(?:would|don'?t\s+mind)|convenient|time\s+(?:allows|permits))|\bas\s+soon\s+as\s+(?:possible|you\s+can)\b", Loose)]
    private static partial Regex PoliteCondition();

    [GeneratedRegex(@"(?:^|[,;\u2013]\s*|\b(?:but|and|only)\s+)\W*(?:if|in\s+case|unless|once|as\s+soon\s+as|after|when|whenever|provided|assuming)\s+(?!I\s+said)\p{L}|\b(?:once|if|unless|as\s+soon\s+as|provided|assuming|in\s+case)\s+(?:he|she|they|it|we|i|you|the|mr|mrs|ms|that)\b", Loose)]
    private static partial Regex Condition();

    [GeneratedRegex(@"(?<!\bas\s(?:i|we)\s)\b(?:said|says|asked|asks|told|tells|wrote|writes|claims|keeps\s+asking|wondered|suggested|wanted\s+to\s+know)\b(?=.{0,80}\b(?:primer|video|produce|make)\b)", Loose)]
    private static partial Regex Reported();

    [GeneratedRegex(@"\b(?:for\s+example|e\.g\.|such\s+as|just\s+(?:write|type|say)|(?:to|can)\s+order\b.{0,30}\b(?:write|type|say|send)|by\s+(?:writing|typing)|the\s+(?:words?|phrase|command|format|template)|NAME\b.{0,6}\bTRADE)\b", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Example();

    [GeneratedRegex(@"^(?:(?:hi|hello|hey|ok|so|and|also|by\s+the\s+way|btw|question|quick\s+question)[,:\s\u2013-]+(?:hard-?e[,:\s]+)?)*(?:how|what|when|where|why|who|whose|which|is|are|was|were|did|does|has|have\s+(?:you|we|they|i)|had|should|do\s+(?:you|we|they|i)|am\s+i|isn't|aren't|didn't|haven't|hasn't)\b(?!\s+about\s+(?:a|one|another)\b)", Loose)]
    private static partial Regex OpenQuestion();

    [GeneratedRegex(
        @"\b(?:i|we|he|she|they|dana|it|you)(?:'ll|\s+will|\s+shall|\s+might|\s+may|(?:'m|'re|'s|\s+am|\s+are|\s+is)\s+(?:going\s+to|planning\s+to|about\s+to|thinking\s+(?:of|about))|\s+plan\s+to|\s+intend\s+to|\s+hope\s+to|\s+expect\s+to|\s+should|\s+used\s+to)
          \b(?!.{0,40}\bplease\b).{0,50}\b(?:" + Verb + @"|need|want|ask|request|tell|decide|let\s+you|primers?|videos?)", Loose)]
    private static partial Regex Plan();

    [GeneratedRegex(
        @"\b(?:great|nice|love(?:d|ly)?|awesome|fantastic|wonderful|beautiful|perfect|good|excellent)\s+(?:\w+\s+){0,2}(?:video|primer|job|work|one)\b|\blook(?:s|ed)?\s+(?:great|good|nice|fine|wonderful|perfect)\b|\bthank(?:s|\s+you)\s+(?:so\s+much\s+)?for\b
          |\b(?:loved?|liked?|watched|enjoyed|received|got|saw|opened|forwarded|produced|created|sent|went\s+out|came\s+out|turned\s+out|was\s+made|made|has\s+been|have\s+been|had|already)\b(?=.*\b(?:primers?|videos?|it|one|him|her)\b)|\b(?:primers?|videos?)\b.{0,60}\b(?:was|were|went|came|looks?|looked|has|have|had|did|made|worked|helped|arrived)\b", Loose)]
    private static partial Regex Talk();
}
