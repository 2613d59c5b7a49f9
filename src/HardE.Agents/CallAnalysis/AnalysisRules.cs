using System.Text.RegularExpressions;
using HardE.Agents.Turns;

namespace HardE.Agents.CallAnalysis;

/// <summary>The analysis agent without a model: reads what is asked, counts in code, answers with call ids and lines.</summary>
internal sealed partial class AnalysisRules : IAgentRules
{
    public string Agent => "analysis_agent";

    public ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct) => ValueTask.FromResult(Decide(turn));

    private Decision Decide(TurnContext turn)
    {
        if (turn.Steps.LastOrDefault(s => s.Call.Tool is "list_calls" or "get_call" or "count_objections" or "compare_calls" or "score_calls") is { Result: var told })
        {
            var text = told.Next is { } next && !told.Ok ? $"{told.Summary} {next}" : told.Summary;
            return Decision.Say(new TurnReply(Agent, text) { Parts = told.Parts });
        }

        return turn.Text.Trim().Length == 0
            ? new Decision.Unsure("What would you like to know about the calls? For example: which objections do we lose on?")
            : Plan(WithContext(turn));
    }

    private static Decision Plan(string text)
    {
        var asked = AnalysisQuestion.Of(text);
        if (Scores().IsMatch(text))
        {
            return Decision.Tool("score_calls", new { calls = asked.Calls.Count > 0 ? asked.Calls : null, filter = asked.Calls.Count > 0 ? null : asked.Filter });
        }

        if (asked.Calls.Count > 1)
        {
            return Decision.Tool("compare_calls", new { calls = asked.Calls });
        }

        if (asked.Calls.Count == 1)
        {
            return Decision.Tool("get_call", new { call = asked.Calls[0] });
        }

        var narrowed = asked.Filter with { Outcomes = asked.Outcomes.Count == 1 ? asked.Outcomes : null };
        if (CountsObjections().IsMatch(text) && asked.Filter.Objections is { Count: 0 })
        {
            return Count("objection", narrowed);
        }

        if (CountsTechniques().IsMatch(text) && asked.Filter.Technique is null)
        {
            return Count("technique", narrowed);
        }

        if (CountsLeads().IsMatch(text) && asked.Filter.Lead is null)
        {
            return Count("lead", narrowed);
        }

        if (CountsReps().IsMatch(text) && asked.Filter.Rep is null)
        {
            return Count("rep", narrowed);
        }

        return Rest(text, asked);
    }

    /// <summary>Groups against each other, lines about a subject, one rep's calls, or the list that was described.</summary>
    private static Decision Rest(string text, AnalysisQuestion asked)
    {
        if (asked.Outcomes.Count == 2 && TalkShare().IsMatch(text))
        {
            return Decision.Tool("compare_calls", new
            {
                first = asked.Filter with { Outcomes = [asked.Outcomes[0]] },
                second = asked.Filter with { Outcomes = [asked.Outcomes[1]] },
            });
        }

        if (Better().IsMatch(text) && !asked.IsOpen)
        {
            return Decision.Tool("compare_calls", new { first = asked.Filter });
        }

        if (SaidBy().IsMatch(text))
        {
            return Decision.Tool("get_call", new { about = text.Length > 200 ? text[..200] : text });
        }

        var onlyThose = ListOnly().IsMatch(text) && asked.Outcomes.Count == 1 && !HowMany().IsMatch(text);
        if (asked.IsOpen && !AboutCalls().IsMatch(text))
        {
            return Decision.Tool("get_call", new { about = text.Length > 200 ? text[..200] : text });
        }

        return Decision.Tool("list_calls", asked.Filter with { Outcomes = onlyThose ? asked.Outcomes : null });
    }

    private static Decision Count(string by, CallFilter calls) => Decision.Tool("count_objections", new { by, calls });

    /// <summary>"And how many of these did we win" means the calls of the question before.</summary>
    private static string WithContext(TurnContext turn)
    {
        var before = turn.History.LastOrDefault(l => l.Role == "user")?.Text;
        return before is { Length: > 0 and < 300 } && turn.Text.Length < 160 && FollowsUp().IsMatch(turn.Text) ? $"{before} {turn.Text}" : turn.Text;
    }

    [GeneratedRegex(@"\bscore ?cards?\b|\bscores?\b|\bgrade\b", RegexOptions.IgnoreCase)]
    private static partial Regex Scores();

    [GeneratedRegex(@"\bobjections?\b", RegexOptions.IgnoreCase)]
    private static partial Regex CountsObjections();

    [GeneratedRegex(@"\btechniques?\b|\bwhat works\b|\bwhat did .{0,20}do (well|right)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CountsTechniques();

    [GeneratedRegex(@"\blead sources?\b|\bwhere .{0,30}leads? c(o|a)me from\b|\bby (lead )?source\b", RegexOptions.IgnoreCase)]
    private static partial Regex CountsLeads();

    [GeneratedRegex(@"\b(which|what|best|worst|each|per|by) reps?\b|\brep by rep\b", RegexOptions.IgnoreCase)]
    private static partial Regex CountsReps();

    [GeneratedRegex(@"\btalk(s|ing)?\b|\bratio\b|\bshare of (the )?words\b", RegexOptions.IgnoreCase)]
    private static partial Regex TalkShare();

    [GeneratedRegex(@"\bbetter than\b|\b(than|versus|vs\.?|against) (the )?(rest|others?|all)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Better();

    [GeneratedRegex(@"\bwho (asked|said|mentioned|brought up|talked about)\b|\bwhere .{0,20}(said|mentioned)\b|\bat what point\b|\bwhich line\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaidBy();

    [GeneratedRegex(@"\b(list|show|which|name)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ListOnly();

    [GeneratedRegex(@"\bhow many\b|\bshare\b|\bpercent\b|\boutcomes?\b|\brate\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\b(calls?|transcripts?|recordings?|talks the most|record)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutCalls();

    [GeneratedRegex(@"^\W*(and|what about|how about|of (these|those|them)|then)\b|\b(these|those|them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FollowsUp();
}
