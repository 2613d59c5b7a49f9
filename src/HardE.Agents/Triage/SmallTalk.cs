using System.Text.RegularExpressions;

namespace HardE.Agents.Triage;

/// <summary>What a message is when it is no task.</summary>
internal enum TalkKind
{
    None,
    Greeting,
    Thanks,
    Help,
    AboutMe,
    Acknowledged,
    NotForMe,
}

/// <summary>Recognises talk that needs no specialist: a message that is nothing but that.</summary>
internal static partial class SmallTalk
{
    private const int MaxWords = 12;

    public static TalkKind Of(Utterance said) =>
        said.Words.Count > MaxWords ? TalkKind.None
        : Help().IsMatch(said.Folded) ? TalkKind.Help
        : AboutMe().IsMatch(said.Folded) ? TalkKind.AboutMe
        : NotForMe().IsMatch(said.Folded) ? TalkKind.NotForMe
        : Greeting().IsMatch(said.Folded) ? TalkKind.Greeting
        : Thanks().IsMatch(said.Folded) ? TalkKind.Thanks
        : Acknowledged().IsMatch(said.Folded) ? TalkKind.Acknowledged
        : TalkKind.None;

    [GeneratedRegex(@"^(please )?(help|\?+|menu|commands?|examples?|options|instructions)( me| please| me out( here)?)?[.!?]*$|^(hey |hi |so |ok )?(what (else )?(can|could) (you|i) (do|ask)|what (all )?do you do|what are you (good (at|for))|how do(es)? (i|this|it|you) (use|work|start|get started|even start|begin)|how to use|show me what you('ve| have)? ?(got|can do)?|what kind of|what can you help)\b.{0,30}$")]
    private static partial Regex Help();

    [GeneratedRegex(@"^(hey |hi |so |and )?(are you (a |an )?(bot|robot|person|human|ai|real|computer|machine|chatgpt)|is this a (bot|person|real|human)|who (are you|made you|am i (talking|speaking)|is this)|what are you\b(?! (doing|going))|what('s| is) your name|whats your name|am i (talking|speaking|chatting) (to|with))\b.{0,30}$")]
    private static partial Regex AboutMe();

    [GeneratedRegex(@"^(oh |oops|sorry|my bad|ups|whoops|,|!|\s)*((that|this) (message )?(was|is)(n'?t| not)? (for|meant)|wrong (chat|window|person|channel|thread|group)|ignore (that|this|it|me|my)|disregard|never ?mind|nvm|forget (it|that|about it)|not (for )?you)\b.{0,40}$|^(oops|whoops)[.! ]*$")]
    private static partial Regex NotForMe();

    [GeneratedRegex(@"^(well |and )?(hi+|hello+|hey+|hiya|yo|howdy|sup|good (morning|afternoon|evening|day)|(good )?morning|evening|afternoon|hola|buen[oa]s( (dias|tardes|noches))?|what'?s up|how('s| is| are) (it going|you|things|your day)|happy (mon|tues|wednes|thurs|fri)day)([ ,!.?-]*(there|hard-?e|team|all|everyone|again|buddy|man|partner|how are you( doing)?( today)?|hope (you'?re|all is) well|to you( too)?|hi|hello|hey|you awake|are you there|you there|anybody home))*[ ,!.?)(:]*$")]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(ok(ay)?[ ,]+|great[ ,]+|perfect[ ,]+|awesome[ ,]+|cool[ ,]+|many |no )*(thanks?( you)?|thx|tysm|ty|thank u|gracias|merci|obrigado|appreciate (it|that|you)|cheers|you('re| are) (the best|awesome|great|a lifesaver)|(well|nicely) done|(nice|great|good) (job|work|one)|that (was|is) (perfect|great|quick|helpful|awesome)|that helped|love it|perfect|excellent|wonderful|awesome|great)\b([ ,!.]*(so much|a lot|a bunch|man|again|very much|hard-?e|you rock|that('s| is| was) (perfect|great|all|it).*|for (that|the help|your help)|you'?re .{0,20}|lifesaver))*[ ,!.)(:]*$")]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^(lol|haha+|ok(ay)?|k|cool( beans)?|sure|alright|all right|got it|sounds good|good|fine|nice|wow|hm+|huh|bye|goodbye|see (you|ya).*|good night.*|talk (later|soon|to you).*|have a (good|nice|great) .*|later|great|yep|yeah)([ ,!.]+(lol|haha+|ok(ay)?|cool|then|thanks|nice|next|bye))*[ ,!.?)(:]*$")]
    private static partial Regex Acknowledged();
}
