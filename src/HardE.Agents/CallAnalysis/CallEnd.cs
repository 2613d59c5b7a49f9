using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis;

/// <summary>How a call ended, from what was said last.</summary>
internal static partial class CallEnd
{
    private const int LastLines = 10;

    /// <summary>The outcome and the line that shows it; <c>unknown</c> with line 0 where nothing does.</summary>
    public static (string Outcome, int Line) Of(Transcript call)
    {
        if (call.Said.LastOrDefault(u => u.ByRep && NoFit().IsMatch(Plain(u))) is { } told)
        {
            return ("no_fit", told.Line); // whatever small thing was sold, the rep advised against the big one
        }

        var end = call.Said.TakeLast(LastLines).ToList();
        (string Outcome, int Line)[] found =
        [
            ("lost", Last(end, u => !u.ByRep && Refuses().IsMatch(Plain(u)))),
            ("follow_up", Agreed(end)),
            ("sold", Last(end, u => !u.ByRep && Buys().IsMatch(Plain(u)))),
        ];
        return found.MaxBy(f => f.Line) is { Line: > 0 } last ? last : ("unknown", 0);
    }

    /// <summary>The line in which a day and hour were agreed to: the rep's proposal and the homeowner's yes, or the homeowner's own.</summary>
    private static int Agreed(List<Utterance> end)
    {
        for (var i = end.Count - 1; i >= 0; i--)
        {
            if (end[i].ByRep && TechniqueSigns.Dated.IsMatch(Plain(end[i])) && (i + 1 >= end.Count || Accepts().IsMatch(Plain(end[i + 1]))))
            {
                return end[Math.Min(i + 1, end.Count - 1)].Line;
            }

            if (!end[i].ByRep && OwnDate().IsMatch(Plain(end[i])))
            {
                return end[i].Line;
            }
        }

        return 0;
    }

    private static int Last(List<Utterance> end, Func<Utterance, bool> sign) => end.LastOrDefault(sign)?.Line ?? 0;

    private static string Plain(Utterance said) => said.Text.Replace('’', '\'');

    [GeneratedRegex(@"short answer:? no\b|you (?:don't|do not) need (?:a new|one\b|to replace|any of)|nothing (?:here |up there )?to replace|no reason to replace|(?:wouldn't|would not) replace (?:it|this|the roof|them)|wrong (?:company|people) for|(?:don't|do not) (?:do|work on|handle|install|offer) (?:\w+ )?(?:kinds?|sorts?|flat|tile|slate|metal|commercial|stucco|brick|concrete|chimneys?|repairs?)\b|not something we do|(?:can't|cannot) help you (?:there|with)|isn't (?:right|worth it) for you|(?:save|keep) your money|good years left", RegexOptions.IgnoreCase)]
    private static partial Regex NoFit();

    [GeneratedRegex(@"\bno[.,]? (?:thank|we're|we are|i'm|not)|\ba no\b|not (?:interested|going to do|for us)|\b(?:we'll|i'll|gonna|going to|have to|let's|will) pass\b|we'll call you|go(?:ing)? (?:with )?(?:somebody|someone|another|a different|the other)|isn't for us|(?:stick|stay) with what|leave it (?:for now|at that|there)|do not borrow|thank(?:s| you) for (?:coming|your time|stopping)|(?:let|'ll) (?:you|us) know|decided (?:against|not)|changed our minds?|don't (?:call|come)|not (?:happening|today)", RegexOptions.IgnoreCase)]
    private static partial Regex Refuses();

    [GeneratedRegex(@"\blet's (?:do|go\b|get|book|start|sign)|move forward|convinced (?:me|us)|(?:we'll|i'll) (?:take|do|go with|sign)\b|put (?:us|me) (?:down|on|in)|where do (?:i|we) sign|got (?:a|yourself a) deal|go ahead\b|sign (?:me|us) up|\bdo the (?:front|back|middle|repair|bathroom|first|second|whole)|\b(?:i'm|we're) in\b|book (?:it|us)|percent now\?|when (?:can|do|will|would) you (?:start|begin|come)|talked (?:me|us) into|\bsigned\b|we'd like to (?:do|go|get|move)|you're hired|(?:ready|want) to (?:sign|move forward|go ahead)", RegexOptions.IgnoreCase)]
    private static partial Regex Buys();

    [GeneratedRegex(@"\b(?:works|fine|is (?:fine|good|great|perfect|okay)|deal|sounds good|that's (?:good|fine|perfect)|okay|ok|all right|alright|sure|yes|yep|perfect|see you)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Accepts();

    [GeneratedRegex(@"\b(?:call|ring|come|see|meet|text)\b.{0,30}\b(?:on |this |next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnDate();
}
