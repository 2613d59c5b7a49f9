using System.Text.RegularExpressions;

namespace HardE.Agents.Triage;

/// <summary>
/// Turns of speech of the trade that say much about the task. They are features like any word: the examples of the
/// agents decide what each of them means, so no cue names an agent.
/// </summary>
internal static partial class Cues
{
    private static readonly (string Name, Regex Pattern)[] All =
    [
        // words to be spoken
        ("script", Script()),
        ("write", Write()),
        ("make_script", MakeScript()),
        ("script_last", ScriptLast()),
        ("spoken", Spoken()),
        ("revise", Revise()),
        ("video", Video()),

        // what we teach and allow
        ("we_teach", WeTeach()),
        ("rule", Rule()),
        ("our_pages", OurPages()),
        ("explain", Explain()),
        ("objection", Objection()),
        ("product", Product()),

        // people who are not in the system yet
        ("new_person", NewPerson()),
        ("new_lead", NewLead()),
        ("not_there", NotThere()),
        ("into_system", IntoSystem()),
        ("labels", Labels()),
        ("called_in", CalledIn()),
        ("wants_work", WantsWork()),
        ("draft", Draft()),
        ("kin", Kin()),

        // records that exist
        ("find", Find()),
        ("known", Known()),
        ("note", Note()),
        ("move", Move()),
        ("stage", Stage()),
        ("record_field", RecordField()),
        ("my_jobs", MyJobs()),
        ("last_contact", LastContact()),
        ("change_record", ChangeRecord()),

        // what happened on calls
        ("call_no", CallNo()),
        ("calls", Calls()),
        ("rep_letter", RepLetter()),
        ("count", Count()),
        ("coach", Coach()),
        ("outcome", Outcome()),

        // the world outside
        ("web", Web()),
        ("weather", Weather()),
        ("public", Public()),
        ("market", Market()),
        ("now", Now()),
        ("not_ours", NotOurs()),
        ("place", Place()),

        // sums and prices
        ("price", Price()),
        ("measure", Measure()),
        ("quantity", Quantity()),
        ("money", Money()),
        ("variant", Variant()),
        ("item", Item()),

        // talk
        ("greeting", Greeting()),
        ("thanks", Thanks()),
        ("about_you", AboutYou()),
        ("vague", Vague()),
        ("not_us", NotUs()),
        ("oops", Oops()),
        ("question", Question()),
    ];

    /// <summary>Names of the cues in a folded text.</summary>
    public static IEnumerable<string> In(string folded)
    {
        foreach (var (name, pattern) in All)
        {
            if (pattern.IsMatch(folded))
            {
                yield return name;
            }
        }
    }
}
