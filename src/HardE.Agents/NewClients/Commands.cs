using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients;

/// <summary>What can be said about a draft as a whole.</summary>
internal enum DraftCommand { None, Show, StartOver, Cancel, Save, Create, CreateAnyway, Continue }

/// <summary>Finds commands about the draft, in any wording, and messages that are for somebody else.</summary>
internal static partial class Commands
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (DraftCommand Command, Regex Words)[] All =
    [
        (DraftCommand.StartOver, StartOver), (DraftCommand.Cancel, Cancel), (DraftCommand.Save, Save), (DraftCommand.Show, Show),
        (DraftCommand.CreateAnyway, CreateAnyway), (DraftCommand.Create, Create), (DraftCommand.Continue, Continue),
    ];

    /// <summary>The command a message opens with, and where its words end.</summary>
    public static (DraftCommand Command, int End) Read(string text)
    {
        foreach (var (command, words) in All)
        {
            if (words.Match(text) is { Success: true } match)
            {
                return (command, match.Index + match.Length);
            }
        }

        return (DraftCommand.None, 0);
    }

    /// <summary>True when a message is clearly for another agent although a draft is open.</summary>
    public static bool IsDigression(string text) =>
        Target.IsMatch(text) || ((Question.IsMatch(text) || Task.IsMatch(text)) && !Contact.IsMatch(text) && !AboutDraft.IsMatch(text));

    /// <summary>True when a message opens a new lead while another one is open.</summary>
    public static bool OpensNewLead(string text) => NewLead.IsMatch(text);

    [GeneratedRegex(@"\b(?:start (?:it |this |that )?(?:all )?over|start (?:from scratch|again|fresh)|begin again|from the top|forget (?:everything|all)(?: about (?:that|this|him|her)(?: one)?)?|scrap (?:that|this|it)(?: one)?(?:,? (?:and )?(?:start|let'?s start))|clear (?:the |this )?(?:form|draft)|reset)\b[\s,.:;!-]*(?:(?:a )?different (?:customer|lead|client|one)|new (?:customer|one|lead))?[\s,.:;-]*", Options)]
    private static partial Regex StartOver { get; }

    [GeneratedRegex(@"^\W*(?:please |ok |no |actually |sorry |oh )*(?:cancel(?: (?:it|that|this|the (?:draft|lead|customer|intake)))?|forget (?:it|that|this|about (?:it|that|him|her))|never ?mind(?: (?:that|this|it))?|discard(?: (?:it|that|this|the draft))?|delete (?:the |this |that )?(?:draft|it)|(?:don'?t|do not) (?:save|create|add|enter) (?:it|that|this|him|her|them)|scrap (?:it|that|this)|drop (?:it|that|this|the draft)|abort|throw (?:it|that) away)\b", Options)]
    private static partial Regex Cancel { get; }

    [GeneratedRegex(@"\b(?:save (?:it |this |that |him |her )?(?:as (?:a )?draft|for later|as is)|keep (?:it |this |that )?(?:as (?:a )?draft|for later)|finish (?:it |this )?later|park (?:it|this|that)|come back to (?:it|this) later|put (?:it|this) (?:aside|on hold)|to be continued)\b", Options)]
    private static partial Regex Save { get; }

    [GeneratedRegex(@"^\W*(?:please |can you |ok |so )*(?:show(?: me)?|what do you have|what have you got|what (?:do )?(?:we|you) have|read (?:it|that) back|recap|summar(?:y|ize|ise)|where are we|let me see|what'?s (?:still )?(?:missing|left|open)|what (?:is|else is|else do you|do you)\s*(?:still )?(?:missing|need|left)|how much is left|display|list what you have)\b(?!.*\b(?:price|catalog|job|pipeline|call|script|customers)\b)", Options)]
    private static partial Regex Show { get; }

    [GeneratedRegex(@"\b(?:create (?:it |him |her |them |a new (?:one|record) )?anyway|add (?:it|him|her|them) anyway|(?:it'?s|this is|that'?s|she'?s|he'?s) (?:a )?(?:new|different|someone else|another person|not (?:him|her|them|the same|that one))(?: (?:customer|person|one))?|not the same (?:person|customer|one)|different (?:person|customer)|same name only|no duplicate|not a duplicate)\b", Options)]
    private static partial Regex CreateAnyway { get; }

    [GeneratedRegex(@"^\W*(?:ok(?:ay)?,? |yes,? |please |now |great,? |perfect,? )*(?:create(?: (?:it|him|her|them|the (?:record|customer)))?|submit(?: it)?|save (?:it|him|her)(?: (?:to|in) the crm)?|done|that'?s (?:all|it|everything)|finish(?: it)?|enter (?:it|him|her)|go ahead|looks (?:good|right)|all (?:good|correct))\W*(?:now|please|thanks)?\W*$", Options)]
    private static partial Regex Create { get; }

    [GeneratedRegex(@"^\W*(?:continue|go on|resume|back to (?:the )?(?:draft|customer|lead|new customer)|where were we|let'?s (?:continue|go on|finish))\b", Options)]
    private static partial Regex Continue { get; }

    [GeneratedRegex(@"(?<!\w)@(?:customer|job):|(?<!\w)@(?:leap|knowledge|pricing|scripting|script|analysis|web|search)\b", Options)]
    private static partial Regex Target { get; }

    [GeneratedRegex(@"^\W*(?:(?:hey|ok|quick question|question|btw|by the way|oh|and|also|hang on|wait|one sec|first|before (?:that|we go on))\W+)*(?:what(?:'s| is| are| do| does| did| was| would| should| about)?|how (?:do|does|did|much|many|long|should|can|would|is|are)|who(?:'s| is| are| has)|which|why|when (?:is|was|did|does)|where (?:is|are|do)|is there|are there|do we|does|did|can (?:we|i)|should (?:we|i))\b(?=.*\?|.*\b(?:cost|price|per (?:foot|square)|our|policy|objection|warranty|job|stage|pipeline|calls?|script|competitor)\b)", Options)]
    private static partial Regex Question { get; }

    [GeneratedRegex(@"^\W*(?:(?:hey|ok|please|pls|can you|could you|btw|by the way|also|first)\W+)*(?:search|find|look up|look for|pull up|move|generate|write|draft (?:a|an|the)|read (?:me|aloud|the)|price (?:a|the|out|up|this|me)|quote (?:me|a|the|for|this)|calculate|compare|analy[sz]e|produce|make (?:a|the|me) (?:primer|script|video)|give me (?:a|the) (?:price|quote|script)|tell me (?:about|what|how)|add a note|show me (?:the|our|all)|list (?:the|our|all))\b", Options)]
    private static partial Regex Task { get; }

    [GeneratedRegex(@"\d{3}[-. )]{1,2}\d{3}[-. ]\d{4}|\w@\w|\b\d{5}\b|\b\d{1,5} \p{L}+ (?:st|ave|rd|dr|ln|blvd|ct|way)\b", Options)]
    private static partial Regex Contact { get; }

    [GeneratedRegex(@"\b(?:you (?:still )?(?:need|have|got|miss)|missing|(?:the|this|my|her|his) (?:draft|form|lead|record)|so far|left to|duplicate)\b", Options)]
    private static partial Regex AboutDraft { get; }

    [GeneratedRegex(@"\b(?:new|another|next|different|second|one more)\s+(?:lead|customer|client|prospect|one|record)\b|\b(?:nuev[oa]|otr[oa]|nov[oa]|outr[oa])\s+(?:cliente|prospecto)\b|\bcliente\s+(?:nuev[oa]|nov[oa])\b|^\W*(?:new|lead|add|create|enter)\s*[:\-]", Options)]
    private static partial Regex NewLead { get; }
}
