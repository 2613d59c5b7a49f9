using System.Text.RegularExpressions;
using HardE.Agents.Roster;

namespace HardE.Agents.Triage;

/// <summary>Requests whose form leaves no doubt who is meant; they need no classifier.</summary>
internal sealed partial class SureRules(AgentRoster roster)
{
    private readonly Dictionary<string, string> byMention = roster.All
        .Where(a => a.Mention is not null)
        .ToDictionary(a => a.Mention!, a => a.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The agent that is meant; null when the form does not say.</summary>
    public string? Find(Utterance said)
    {
        var text = said.Folded;
        foreach (Match mention in Mention().Matches(text))
        {
            if (byMention.TryGetValue(mention.Groups[1].Value, out var addressed))
            {
                return addressed;
            }
        }

        var found =
            OutThere().IsMatch(text) ? "web_search_agent"
            : OneRecord(said) && !OtherWork().IsMatch(text) ? "leap_interaction_agent"
            : AboutVideo().IsMatch(text) ? "scripting_agent"
            : Spoken().IsMatch(text) && !AboutScripts().IsMatch(text) ? "scripting_agent"
            : (Taught().IsMatch(text) || Handbook().IsMatch(text)) && !OnCalls().IsMatch(text) ? "knowledge_agent"
            : Known().IsMatch(text) && !Other().IsMatch(text) ? "leap_interaction_agent"
            : (NewPerson().IsMatch(text) || NotThere().IsMatch(text)) && !Other().IsMatch(text) ? "new_clients_agent"
            : Record().IsMatch(text) && !Other().IsMatch(text) ? "leap_interaction_agent"
            : null;
        return found is not null && roster.Has(found) ? found : null;
    }

    /// <summary>A record is named so that it can be nothing else: by target, by job number and order, by phone, by name and note, by stage.</summary>
    private static bool OneRecord(Utterance said) =>
        Target().IsMatch(said.Folded) || (said.Names.Count > 0 && NotesOn().IsMatch(said.Folded));

    [GeneratedRegex(@"@(customer|job):|^(please |pls |can you |could you )*(change|update|set|correct|fix|assign|reassign|move|mark|put|add|note|tag)\b.{0,70}\b\d{4}-\d{3,4}-\d{2}\b|^(?=.*\bwho(se|'s| is| was| called)?\b)(?=.*(\d{3}[-. )]+\d{3}[-. ]\d{4}|\b555[-. ]?\d{4}))(?!.*\bnew (lead|customer|client)\b)|\b(sitting|stuck|waiting|parked|still) (right now )?in (lead|appointment|estimate|proposal|sold|work)\b")]
    private static partial Regex Target();

    [GeneratedRegex(@"\b(what|any|read|show|pull|summary|summarize|tell)\b.{0,30}\bnotes?\b.{0,12}\b(on|for|about)\b")]
    private static partial Regex NotesOn();

    [GeneratedRegex(@"\b(scripts?|primers?|video|film|margins?|squares?|per foot|price|cost)\b")]
    private static partial Regex OtherWork();

    // What stands in the handbook: who decides, how wide something must be, what belongs to what, and things once learned.
    [GeneratedRegex(@"\bwho (signs? off|approves|has to (approve|agree|sign)|can (approve|allow)|may (approve|allow))\b|\bhow (wide|far|deep|high|thick|steep|close|long) (does|do|must|should|has|have)\b.{0,50}\b(have to|need to|must|be)\b|\bhow many\b.{0,40}\b(go|goes|come|comes|belong|belongs) (with|on|to|per|into) (one|a|an|each|every)\b|\bwhat (was|were|is|are) (it|they|that|those|the \w+) again\b|\b(which|what) .{0,20}rules (are|is|apply|hold)\b|\bwhat instructions do we\b")]
    private static partial Regex Handbook();

    [GeneratedRegex(@"(?:^|\s)@([a-z][a-z0-9-]+)\b(?![:_])")]
    private static partial Regex Mention();

    [GeneratedRegex(@"^(please |can you |could you |pls )*(google|search (the )?(web|internet|online)|look (it |that |this )?up online|web search)\b")]
    private static partial Regex OutThere();

    // The buttons of a held film and the same in one's own words.
    [GeneratedRegex(@"^(please |pls |ok(ay)?,? |yes,? |no,? )*(release|approve|let go( of)?|send|cancel|scrap|stop|drop|kill|call off) (the|that|this|my|her|his|their) (held |finished )?(primer )?(video|film)\b")]
    private static partial Regex AboutVideo();

    // An order for words: verb and thing, or the thing at the start ("primer for ...").
    [GeneratedRegex(@"^(please |pls |ok |hey |can you |could you |can i get |i need |need |i want |i'd like |give me |get me |we need )*((write|draft|generate|create|produce|make|prepare|put together|order|start|do) (me |us |up |out )?(a|an|the|my|another|some)?\s?([a-z'-]+ ){0,5}(script|primer|primer video|talk track|voicemail|referral (ask|request)|in-home presentation)\b|(a |an |the )?(standard |primer )?(script|primer( video)?) (for|4) )|^(?!what|how|why|when|which|is |are |does |do ).*\b(script|primer)( please| pls)[.!]?$")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\b(how long|supposed to|never (say|allowed)|allowed to say|what (is|goes|belongs)|rules?)\b.*\b(primers?|scripts?)\b|\bpoem|song\b")]
    private static partial Regex AboutScripts();

    [GeneratedRegex(@"^(so |ok |hey |wait,? |and |sorry,? |before (that|you go on)[,.]? )*(explain (?!the (call|job))|why (do|don'?t|does|should|shouldn'?t|is it|are) (we|you|it|a)\b|what (do|should) we (say|teach|tell|answer)\b|what('?s| is| are) our (official |standard |approved )?(polic\w+|rules?|stance|answer|response|line|position|standard|objection)|(what|which \w+) (has|have|needs?|must) (to )?(be|happen|stand)\b|(am i|are we) (allowed|ok|okay)|may (i|we)\b|what (does|do) (our|the) (playbook|training|handbook|policy|notes|product notes|knowledge base|documents?|templates?)\b)")]
    private static partial Regex Taught();

    [GeneratedRegex(@"\b(in|on|from|across|of) (our |the |all |those |these )?(\w+ )?(calls?|recordings?|transcripts?|tapes?)\b|\bcalls? ?-?\d|\brep [a-f]\b")]
    private static partial Regex OnCalls();

    [GeneratedRegex(@"^(so |hey |and )?(is|are|was|do we|have we|has|did we|does|check (if|whether)) .{2,50}\b(already|existing|customers? of ours|in (our|the) (crm|system|database)|(an? )?(old|repeat|existing) customer)\b")]
    private static partial Regex Known();

    [GeneratedRegex(@"^(?!is |are |do |does |was |why |what ).*\b(isn'?t|is not|aren'?t|are not|not) (yet )?(in (there|the system|our system|the crm|our crm|the books)|a customer)( yet)?\b")]
    private static partial Regex NotThere();

    [GeneratedRegex(@"^(please |pls |ok |hey |can you |could you |let'?s |i want to |i need to |i'd like to )*((create|add|enter|register|start|set up|onboard|make) (a |an |the |another )?(brand )?(new )?(customer|client|lead|homeowner|prospect|intake)\b(?! (job|note|record for existing))|new (lead|client|customer)( intake)?\s*(:|-|$)|intake( please)?\b)")]
    private static partial Regex NewPerson();

    [GeneratedRegex(@"@(customer|job):|^@(""|[a-z]+_[a-z]+)|^(please |pls |can you |could you )*(move|mark|push|advance) .{2,60} (to|as|in) (lead|appointment|estimate|proposal|sold|work|closed|lost|the next stage)\b|\b\d{4}-\d{3}-\d{2}\b.{0,12}(:|note)|\bnote (on|to|for) \d{4}-\d{3}-\d{2}")]
    private static partial Regex Record();

    [GeneratedRegex(@"\b(scripts?|primers?|video|margins?|how many|squares?|per foot|calls?|transcripts?|note\b|our policy|rules?)\b(?!.{0,3}:)")]
    private static partial Regex Other();
}
