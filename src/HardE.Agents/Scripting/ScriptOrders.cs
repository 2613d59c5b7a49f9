using System.Text.RegularExpressions;

namespace HardE.Agents.Scripting;

/// <summary>An order to change the open script.</summary>
internal sealed record ScriptOrder(string Action, string? Find = null, string? With = null);

/// <summary>
/// Reads orders about the open script. Only clear ones: the order stands at the start of a short clause, so that a
/// question that happens to hold the word "shorter" is left to others.
/// </summary>
internal static partial class ScriptOrders
{
    public const string Read = "read";

    private static readonly (Regex Pattern, string Action)[] Plain =
    [
        (Shorter(), "shorter"), (Longer(), "longer"), (Warmer(), "warmer"), (Plainer(), "plainer"), (Opener(), "opener"),
        (NewVersion(), "new_version"), (Undo(), "undo"), (ReadIt(), Read), (Copy(), "copy"), (Diff(), "diff"), (Time(), "time"),
        (Show(), "show"), (Drop(), "drop"),
    ];

    /// <summary>The orders of a message, in its order; empty when it is not about the open script.</summary>
    public static IReadOnlyList<ScriptOrder> Find(string text)
    {
        if (text.Length > 240)
        {
            return [];
        }

        var whole = Strip(text);
        if (Words(whole) is { } words)
        {
            return [words];
        }

        var orders = new List<ScriptOrder>();
        foreach (var clause in Clauses().Split(whole).Select(Strip).Where(c => c.Length > 0))
        {
            if (One(clause) is { } order)
            {
                orders.Add(order);
            }
            else if (orders.Count == 0)
            {
                return [];
            }
        }

        return orders;
    }

    /// <summary>True when sound is wished for along with a new script.</summary>
    public static bool WantsSound(string text) => Sound().IsMatch(text);

    private static ScriptOrder? One(string clause) =>
        Words(clause) ?? (Plain.FirstOrDefault(p => p.Pattern.IsMatch(clause)) is { Action: { } action } ? new ScriptOrder(action) : null);

    private static ScriptOrder? Words(string clause)
    {
        if (Replace().Match(clause) is { Success: true } replace)
        {
            return new ScriptOrder("replace", Bare(replace.Groups["find"].Value), Bare(replace.Groups["with"].Value));
        }

        if (Instead().Match(clause) is { Success: true } instead)
        {
            return new ScriptOrder("replace", Bare(instead.Groups["find"].Value), Bare(instead.Groups["with"].Value));
        }

        return Remove().Match(clause) is { Success: true } remove && !clause.Contains(" and ", StringComparison.OrdinalIgnoreCase)
            ? new ScriptOrder("remove", Bare(remove.Groups["find"].Value))
            : null;
    }

    private static string Bare(string words) => words.Trim(' ', '“', '”', '"', '\'', '.', '!');

    private static string Strip(string text)
    {
        var rest = text.Trim();
        while (Lead().Match(rest) is { Success: true, Length: > 0 } lead)
        {
            rest = rest[lead.Length..].TrimStart();
        }

        return rest.TrimEnd('.', '!', ' ');
    }

    [GeneratedRegex(@"^(please|pls|can you|could you|would you|can we|let's|now|ok(ay)?|great|good|nice|perfect|cool|thanks?( you)?|and|then|also|but|just|actually|hmm+|well|a (little |tad )?bit|a little|a tad|much|slightly|even|make (it|this|that|the (script|primer|text|draft))( sound)?|i('d| would)? (want|like|need) (it|this)( to be)?|it (needs to|should) be|keep it|that's|it's|this is|still|give me|do|try|i want|i'd like)\b[\s,.:;!-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@",\s+(?:and\s+)?|;\s*|\.\s+|\s+and\s+(?=(?:then|also|lose|drop|remove|read|make|change|replace|swap|show|shorter|warmer|take|leave|cut)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"^(shorter|shorten( it| this| that)?|too long|tighten|tighter|trim( it| this)?|cut it down|briefer|brief)( please| pls)?( by .{1,20})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Shorter();

    [GeneratedRegex(@"^(longer|more detail(s|ed)?|too short|fuller)( please)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Longer();

    [GeneratedRegex(@"^(warmer|friendlier|more (friendly|personal|warm|human)|softer|less (stiff|formal|cold))( please| in tone)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Warmer();

    [GeneratedRegex(@"^(plainer|drier|cooler|less (warm|cheesy|friendly|personal)|more (neutral|businesslike|formal))( please)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Plainer();

    [GeneratedRegex(@"^(swap|change|switch|(use )?(a )?(different|new|another|other)) (the |out the )?(opener|opening|intro|introduction|greeting|start|first line|hook)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opener();

    [GeneratedRegex(@"^((a |one more )?(new|another|different|fresh) (version|one|draft|take)|rewrite( it| this| that| the (script|primer))?|again in other words|other words|try again|redo (it|this|that)|regenerate)( please)?$", RegexOptions.IgnoreCase)]
    private static partial Regex NewVersion();

    [GeneratedRegex(@"^(undo( that| it| the last( change| one)?)?|go back( one| to the (last|previous|first|old) (one|version))?|(the )?previous version|take that back|revert)( please)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Undo();

    [GeneratedRegex(@"^(read|say|speak|play|record) (it|this|that|them|me (it|this|the (script|primer))|(me )?the (script|primer|draft))\b|^(read|out loud|aloud|audio|mp3|(the |an )?(audio|mp3)( file| version)?( please)?$|(let me )?hear (it|this|that))\b", RegexOptions.IgnoreCase)]
    private static partial Regex ReadIt();

    [GeneratedRegex(@"^((in |as )?plain text|(just|only) the text|text only|copy( it| this| the text| the script)?|something i can (copy|paste))( version| copy| please)*$", RegexOptions.IgnoreCase)]
    private static partial Regex Copy();

    [GeneratedRegex(@"^(what('s| is| has|) ?changed|(show )?(me )?(the )?(diff|difference|changes)|compare (it |this )?(with|to) the (last|previous) version)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Diff();

    [GeneratedRegex(@"^(how long (is|does) (it|this|that|the (script|primer))( now| take.*| run.*)?|reading time|(what('s| is) the )?word count|how many words( is| are| does| has)?( it| that| there)?)\??$", RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(show|print|see|display|bring back|back to)( me)?( it| the| my)?( current| whole| full)?( script| primer| draft| text)?( again| now)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Show();

    [GeneratedRegex(@"^(start over|start again|start from scratch|discard( it| the (script|draft))?|drop (it|the (script|draft|primer))|forget (it|about it|the (script|primer))|cancel( it| that| the script)?|put it away|never ?mind|scrap (it|that)|close (it|the (script|draft))|(we're |i'm |all )?done( with (it|the script))?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Drop();

    [GeneratedRegex(@"^(?:replace|change|swap)\s+(?:the words?\s+)?(?<find>[“""'].{1,80}?[”""']|.{2,80}?)\s+(?:with|to|for|by|into)\s+(?<with>.{1,160})$", RegexOptions.IgnoreCase)]
    private static partial Regex Replace();

    [GeneratedRegex(@"^(?:say|use|write)\s+(?<with>.{1,120}?)\s+(?:instead of|rather than)\s+(?<find>.{1,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex Instead();

    [GeneratedRegex(@"^(?:remove|take out|leave out|lose|cut|cut out|delete|skip|drop)\s+(?:the\s+|that\s+)?(?:(?:part|bit|sentence|line|thing|words?)s?\s+(?:about|with|on|that says)\s+)?(?:the\s+)?(?<find>(?!it\b|script|draft|primer).{2,60}?)(?:\s+(?:part|bit|sentence|line|thing|stuff))?(?: please)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Remove();

    [GeneratedRegex(@"\b(audio|mp3|out loud|aloud|so i can hear|voice over|recording of)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sound();
}
