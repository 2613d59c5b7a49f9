using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Sentences that want to see a customer or a job, or one fact about it.</summary>
internal static partial class LookupGrammar
{
    private const int LongestBareName = 5;

    public static CrmAsk? Read(Said said)
    {
        var facets = FacetsOf(said.Text);
        facets |= Question().IsMatch(said.Text) && said.Vocabulary.StageIn(said.Text) is not null ? Facets.Stage : Facets.None;
        var verb = ShowVerb().IsMatch(said.Text);
        var question = Question().IsMatch(said.Text) || said.Text.TrimEnd().EndsWith('?');
        var pieces = said.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = pieces.Length;
        var bareName = words <= 3 && pieces.All(p => char.IsUpper(p[0]));
        var reference = said.Reference(said.Text);
        if (reference.IsEmpty || (!verb && !question && facets == Facets.None && !said.HasTarget && reference.Job is null && words > LongestBareName))
        {
            return null;
        }

        return new CrmAsk(AskKind.Lookup)
        {
            Record = reference,
            Facets = facets,
            Sure = bareName || said.HasTarget || reference.Job is not null || (verb && !reference.Pronoun) || facets != Facets.None,
        };
    }

    public static Facets FacetsOf(string text)
    {
        var facets = Facets.None;
        Add(Phone(), Facets.Phone);
        Add(Email(), Facets.Email);
        Add(Address(), Facets.Address);
        Add(Stage(), Facets.Stage);
        Add(Rep(), Facets.Rep);
        Add(Notes(), Facets.Notes);
        Add(Description(), Facets.Description);
        Add(Appointment(), Facets.Appointment);
        Add(Money(), Facets.Money);
        Add(Insurance(), Facets.Insurance);
        Add(Source(), Facets.Source);
        Add(Contacts(), Facets.Contacts);
        return facets;

        void Add(Regex words, Facets facet)
        {
            if (words.IsMatch(text))
            {
                facets |= facet;
            }
        }
    }

    [GeneratedRegex(@"^(?:find|show|look\s*up|lookup|pull(?:\s+\S+){0,3}\s+up|pull|get|search|open|bring up|display|view|check|tell me about|give me|i need|info on|details (?:on|for)|who is|who's|whos|do we have|have we got|is there|what do we have on|what do we know about|who lives|anyone|anybody|which customer|any customer)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ShowVerb();

    [GeneratedRegex(@"^(?:what|what's|whats|which|who|who's|whose|where|where's|when|when's|how|is|are|was|did|do|does|has|have|any|anything|summary|summarize|status|missed)\b|\bwho (?:is|was) (?:that|this)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(?:phone|cell|mobile|telephone|number (?:on file|for|to call|do we have)|(?:his|her|their|best) number|call (?:him|her|them) (?:at|on)|reach)\b|'s number\b", RegexOptions.IgnoreCase)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\be-?mail(?:\s+address)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<!mail )\baddress\b|\bwhere (?:does|do|is)\b.*\b(?:live|located|house|property)\b|\bdirections\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:stage|status|how far|where (?:is|are|do|does|'s)|where's|wheres|what step|still (?:in|at)|standing)\b(?!.*\blive\b)|\bat\?*$|\bup to\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stage();

    [GeneratedRegex(@"\b(?:rep|reps|salesperson|salesman|who(?:'s| is| has| does| owns|se)\b.*\b(?:running|run|handling|handles|on|it|job|assigned|working|has|owns|got)|whose (?:job|deal|customer)|assigned|who has|who's got)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rep();

    [GeneratedRegex(@"\b(?:notes?|history|last (?:talk|talked|spoke|contact|touch|heard|update|call)|latest|talked? to|spoke|spoken|heard from|what happened|summary)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Notes();

    [GeneratedRegex(@"\b(?:description|scope|what (?:work|are we doing|is the work|is the job|does .{2,30} (?:want|need))|details)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Description();

    [GeneratedRegex(@"\b(?:appointment|appt|when (?:is|are|do|'s) .*(?:visit|meet|meeting|go|going|see|seeing|scheduled)|scheduled|schedule)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Appointment();

    [GeneratedRegex(@"\b(?:owe|owes|owed|paid|balance|total|contract amount|job price|how much (?:is|did|was)|received|deposit)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(?:insurance|claim)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Insurance();

    [GeneratedRegex(@"\b(?:lead source|hear(?:d)? (?:about|of) us|come from|came from|referred|found us|find us)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"\b(?:wife|husband|spouse|co-?owner|partner|tenant|other owner|second contact)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contacts();
}
