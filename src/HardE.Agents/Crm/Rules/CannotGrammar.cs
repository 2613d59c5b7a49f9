using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Requests that sound like CRM work but are none of ours: said plainly, with what can be done instead. And "undo".</summary>
internal static partial class CannotGrammar
{
    public static CrmAsk? Read(Said said) =>
        Undo().IsMatch(said.Text) ? new CrmAsk(AskKind.Undo) { Sure = true }
        : Everything().IsMatch(said.Text) ? No("I change one record at a time, so that each change is seen before it is made. Name the customer or job, for example: \"move the Garcia job to Sold\".")
        : Delete().IsMatch(said.Text) ? No("I cannot delete or merge CRM records. I can move a job to Lost, or take back your own last change within 15 minutes: say \"undo\".")
        : ContactDetails().IsMatch(said.Text) && !SiteAddress().IsMatch(said.Text)
            ? No("I cannot change a customer's name or contact details; that is done in the CRM itself. I can leave a note with the new details: \"add a note to John Smith: new phone ...\".")
        : Booking().IsMatch(said.Text) ? No("I cannot book appointments in the CRM. I can leave a note with the time that was agreed, or move the job to Appointment.")
        : null;

    private static CrmAsk No(string sentence) => new(AskKind.Cannot) { Text = sentence, Sure = true };

    [GeneratedRegex(@"^(?:undo|take (?:it|that) back|revert|roll (?:it|that) back)(?:\s+(?:it|that|this|the last (?:one|change)|my last change))?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Undo();

    [GeneratedRegex(@"^(?!.*\bnotes?\b.*\bthat\b)[^:""“]*\b(?:move|mark|set|push|advance|change|update|close|assign|reassign|add (?:a |this |the )?notes? (?:to|on)|put (?:a |this |the )?note on)\b[^:""“]{0,40}\b(?:all|every|each)\b(?: of)?(?: (?:the|my|our|his|her|their|open|sold|these|those|\p{L}+'s))*\s+(?:jobs?|customers?|records?|leads?|deals?|accounts?|files?|pipeline)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Everything();

    [GeneratedRegex(@"^(?:delete|erase|archive|get rid of|merge|purge)\b.*\b(?:job|jobs|customer|record|records|note|notes|lead|file|account|duplicate)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Delete();

    [GeneratedRegex(@"^(?:change|update|fix|correct|set|edit|replace)\b(?!.*\b(?:description|scope|note)\b).*\b(?:phone|cell|e-?mail|mailing address|billing address|home address|address|last name|first name|spelling)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ContactDetails();

    [GeneratedRegex(@"\b(?:site|job|work) address\b", RegexOptions.IgnoreCase)]
    private static partial Regex SiteAddress();

    [GeneratedRegex(@"^(?:book|schedule|reschedule|set up|make|arrange)\s+(?:an?\s+|the\s+)?(?:\p{L}+\s+)?(?:appointment|visit|meeting|appt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Booking();
}
