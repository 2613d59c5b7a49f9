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
        return said.Length == 0 || IsChatter(text.Trim()) || SlackText.MentionsAnyone(text) || AtName().IsMatch(said) || Room().IsMatch(said) || IsChatter(said)
            || AboutTheBot().IsMatch(said) || colleagues.Any(name => Calls(said, name));
    }

    /// <summary>Thanks, laughter, a lone emoji: nothing that wants an answer. A plain yes or no does.</summary>
    private static bool IsChatter(string said) => (said.Length <= LongestChatter && Chatter().IsMatch(said)) || Emoji().Replace(said, "").Trim(' ', '.', '!').Length == 0;

    /// <summary>"Mike, can you…", "thanks Mike!", "what do you think, Mike?", "Mike can you…".</summary>
    private static bool Calls(string said, string name)
    {
        var who = Regex.Escape(name);
        var flags = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
        return Regex.IsMatch(said, $@"^((hey|hi|hello|ok|okay|yo|thanks|thank\s+you|sorry|good\s+morning|morning)[,!]?\s+)?{who}\s*([,:;!?–—-](?!\s*\d)|$)", flags)
            || Regex.IsMatch(said, $@"^((hey|hi|yo|ok)[,!]?\s+)?{who}\s+(can|could|would|will|do|did|are|were|have|please|pls|what|when|where|why|how|any|you)\b", flags)
            || Regex.IsMatch(said, $@"[,–—-]\s*{who}\s*[.!?]*$", flags)
            || Regex.IsMatch(said, $@"\b(thanks|thank\s+you|congrats|nice\s+(one|work|job)|great\s+(work|job)|good\s+(work|job))[,!]?\s+{who}\b", flags);
    }

    [GeneratedRegex(@"(^|\s)@[A-Za-z][\w.\-]*", RegexOptions.CultureInvariant)]
    private static partial Regex AtName();

    [GeneratedRegex(
        @"^((hey|hi|hello|ok|okay|good\s+morning|morning|sorry|thanks)[,!]?\s+)?(all|team|guys|folks|everyone|everybody|y'all|gang|people|boss|man|dude|buddy|mate|bro)\b(?!\s+(of|the)\b)|\b(anyone|anybody|someone|somebody|any\s+of\s+you|does\s+one\s+of\s+you|who\s+(of\s+you\s+)?(can|could|has|wants|is\s+(free|going|driving)))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Room();

    [GeneratedRegex(
        @"^(((ha){2,}h?|lol|lmao|rofl|haha\w*|hehe\w*|wow|oh\s+(wow|nice|man|no)|nice|cool|great|awesome|perfect|amazing|sweet|neat|love\s+(it|this)|thanks|thank\s+you|thx|ty|tysm|cheers|much\s+appreciated|appreciate\s+it|good\s+(bot|job|stuff|one)|well\s+done|got\s+it|gotcha|noted|will\s+do|on\s+it|brb|one\s+(sec|second|moment)|hold\s+on|hmm+|huh|interesting|makes\s+sense|fair\s+enough|sounds\s+good|all\s+good|no\s+worries|never\s*mind|nvm|good\s+to\s+know|see\s+you|bye|good\s*night|ttyl|fyi)(\s+(so\s+much|a\s+lot|again|all|everyone|indeed|then|now|that|this|ok|okay|hard-?e|for\s+(that|this|the\s+\w+)))*[\s.!,…:)]*)+$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Chatter();

    [GeneratedRegex(@":[a-z0-9_+\-]+:|[\p{So}\p{Sk}\u200d\ufe0f]|[\ud83c-\ud83e][\udc00-\udfff]", RegexOptions.CultureInvariant)]
    private static partial Regex Emoji();

    /// <summary>People talk about a tool as well as to it.</summary>
    [GeneratedRegex(@"\b(the\s+bot|this\s+bot|hard-?e\s+(is|was|did|does|said|says|seems|got|has|can|can't|could|keeps|knows)|(did|does|is|was)\s+(the\s+bot|it|hard-?e)\s+(get|got|right|wrong|always|really|usually)|i'?ll\s+(tell|ask|call|text|let)\s+(him|her|them|the)|let'?s\s+(talk|discuss|meet|grab|take\s+this))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AboutTheBot();
}
