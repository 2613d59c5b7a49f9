using System.Text.RegularExpressions;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Whether a message in a thread, said without a mention by the person we answered last, is meant for somebody else.
/// In doubt it is: a missed word costs a mention, a butt-in costs trust.
/// </summary>
internal static partial class SlackEtiquette
{
    private const int LongestChatter = 150;

    /// <param name="text">The message as Slack sent it.</param>
    /// <param name="colleagues">First names and whole names of people who work here.</param>
    public static bool IsForOthers(string text, IEnumerable<string> colleagues)
    {
        var said = SlackText.Plain(text, bot: null).Trim();
        return said.Length == 0 || IsChatter(text.Trim()) || IsChatter(said)
            || SlackText.MentionsAnyone(text) || AtName().IsMatch(said) || Room().IsMatch(said) || AboutTheBot().IsMatch(said) || colleagues.Any(name => Calls(said, name));
    }

    /// <summary>Thanks, laughter, a lone emoji: nothing that wants an answer. A plain yes or no does.</summary>
    private static bool IsChatter(string said) =>
        Away().IsMatch(said) || (said.Length <= LongestChatter && Chatter().IsMatch(said)) || Emoji().Replace(said, "").Trim(' ', '.', '!').Length == 0;

    /// <summary>"Mike, can you…", "thanks Mike!", "what do you think, Mike?", "Mike can you…", "Mike's on it", "let me ask Mike".</summary>
    private static bool Calls(string said, string name)
    {
        var who = Regex.Escape(name);
        return Ways.Any(way => Regex.IsMatch(said, way.Replace("WHO", who, StringComparison.Ordinal), Loose))
            || Regex.IsMatch(said, $@"\b(ask|asked|tell|told|call|called|text|texted|ping|pinged|remind|met|with)\s+{who}\b(?!\s+\p{{Lu}})", RegexOptions.CultureInvariant);
    }

    private const RegexOptions Loose = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly string[] Ways =
    [
        @"^((hey|hi|hello|ok|okay|yo|thanks|thank\s+you|sorry|good\s+morning|morning)[,!]?\s+)?WHO\s*([,:;!?–—-](?!\s*\d)|$)",
        @"^((hey|hi|yo|ok)[,!]?\s+)?WHO\s+(can|could|would|will|do|did|are|were|have|please|pls|what|when|where|why|how|any|you)\b",
        @"^((hey|hi|yo|ok)[,!]?\s+)?WHO\s+is\s+(that|this|it)\b",
        @"[,–—-]\s*WHO\s*[.!?]*$",
        @"^WHO('s|\s+is|\s+was|'ll|\s+will)\s+(already\s+|still\s+|be\s+)?(on\s+(it|site|vacation|the\s+way)|there|out|off|busy|late|here|back|coming|going|driving|handling|doing|taking)\b",
        @"^WHO's\s+\w+\s+(is|was|are|were|got|has|broke)\b",
        @"\b(thanks|thank\s+you|congrats|nice\s+(one|work|job)|great\s+(work|job)|good\s+(work|job))[,!]?\s+WHO\b",
    ];

    [GeneratedRegex(@"(^|\s)@[A-Za-z][\w.\-]*", RegexOptions.CultureInvariant)]
    private static partial Regex AtName();

    [GeneratedRegex(
        """
        ^((hey|hi|hello|ok|okay|good\s+morning|morning|sorry|thanks)[,!]?\s+)?(all|team|guys|folks|everyone|everybody|y'all|gang|people|boss|man|dude|buddy
        |mate|bro)\b(?!\s+(of|the)\b)|\b(anyone|anybody|someone|somebody|(any|one|some|both|all|which)\s+of\s+(you|us)|you\s+(guys|all|two|folks)|(everyone
        |everybody|guys|folks|y'all)[\s.!?]*$|who\s+(of\s+you\s+)?(can|could|has|wants|is\s+(free|going|driving)))\b
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Room();

    [GeneratedRegex(
        """
        ^(((ha){2,}h?|lol|lmao|rofl|haha\w*|hehe\w*|wow|oh\s+(wow|nice|man|no)|nice|cool|great|awesome|perfect|amazing|sweet|neat|love\s+(it|this)|thanks
        |thank\s+you|thx|ty|tysm|cheers|much\s+appreciated|appreciate\s+it|(good|nice|great|solid|awesome|fantastic)\s+(bot|job|stuff|one|work|find|catch|call
        |news)|well\s+done|on\s+my\s+way|omw|be\s+right\s+back|later|talk\s+(later|soon)|back\s+in\s+(a\s+)?\w+|got\s+it|gotcha|noted|\+1|will\s+do|on\s+it
        |brb|one\s+(sec|second|moment)|hold\s+on|hmm+|huh|interesting|makes\s+sense|fair\s+enough|sounds\s+good|all\s+good|no\s+worries|never\s*mind|nvm
        |good\s+to\s+know|see\s+(you|ya)(\s+(at|on|in|there|later|soon|tomorrow|then|around)(\s+[\w:]+)*)?|bye|good\s*night|ttyl|fyi)(\s+(so\s+much|a\s+lot
        |again|all|everyone|indeed|then|now|that|this|ok|okay|hard-?e|for\s+(that|this|the\s+\w+)))*[\s.!,…:)]*)+$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Chatter();

    /// <summary>Somebody leaves for a moment, whatever the reason.</summary>
    [GeneratedRegex(@"^(brb|be\s+right\s+back|gotta\s+(go|run)|back\s+in\s+(a|\d+)|stepping\s+out)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Away();

    [GeneratedRegex(@":[a-z0-9_+\-]+:|[\p{So}\p{Sk}\u200d\ufe0f]|[\ud83c-\ud83e][\udc00-\udfff]", RegexOptions.CultureInvariant)]
    private static partial Regex Emoji();

    /// <summary>People talk about a tool as well as to it.</summary>
    [GeneratedRegex(
        """
        \b(the\s+bot|this\s+bot|hard-?e\s+(is|was|did|does|said|says|seems|got|has|can|can't|could|keeps|knows)|(did|does|is|was)\s+(the\s+bot|it
        |hard-?e)\s+(get|got|right|wrong|always|really|usually)|(i'?ll|i'?m\s+going\s+to|let\s+me|i\s+can|i\s+just|i\s+already|i|we'?ll|we)\s+(just\s+
        |already\s+)?(tell|told|ask|asked|call|called|text|texted|email|emailed|ping|pinged|met|saw|spoke\s+(to|with)|talked\s+(to|with)|talk\s+(to|with)
        |check\s+with|checked\s+with|remind|reminded)\s+(him|her|them|the|you)\b|let'?s\s+(talk|discuss|meet|grab|take\s+this))\b
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AboutTheBot();
}
