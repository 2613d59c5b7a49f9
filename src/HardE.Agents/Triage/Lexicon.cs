using System.Collections.Frozen;

namespace HardE.Agents.Triage;

/// <summary>
/// Families of words that mean much the same in this trade, so that what was learned of one holds for the others.
/// A family is a feature like a word; which agent it speaks for is learned from the examples.
/// </summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, string> Families = Build(
        ("trade", "roof roofs roofing reroof siding gutter gutters window windows door doors skylight skylights deck decks chimney soffit fascia insulation masonry patio steeple"),
        ("product", "shingle shingles vinyl hardie cedar copper aluminum bronze flashing underlayment starter decking plywood osb felt drip ridge valley valleys cap vent vents elbow elbows downspout downspouts leader leaders outlet outlets hanger hangers coil cartons carton bundle bundles roll rolls caulk capping wrap casement slider bay bow picture pane panes low argon pvc metal slate tile membrane tpo epdm stucco"),
        ("sum", "price prices priced pricing cost costs charge charges quote quotes estimate ballpark total number margin margins markup profit discount payment payments monthly financing finance apr rate percent dollars list sell come"),
        ("size", "square squares sq sf lf linear feet foot ft inch inches ui pitch slope footprint area gable hip waste layers layer story stories perimeter length width height footage oversize united overhang overhangs"),
        ("write", "write draft prepare compose generate rewrite reword phrase rephrase word script scripts primer primers pitch presentation opener opening lines wording"),
        ("speak", "say said saying read hear play listen aloud loud audio mp3 voice voicemail voicemails narrate record voiceover spoken"),
        ("edit", "shorter longer warmer softer friendlier punchier formal casual pushy salesy simpler tone cut trim shorten lengthen tighten remove lose swap replace insert mention reorder sentence sentences paragraph ending intro opener beginning version wording undo rework redo"),
        ("teach", "teach teaches taught policy policies rule rules guideline guidelines guidance playbook handbook manual training allowed permitted supposed ok okay method approach stance principle principles standard standards template templates notes document documents material materials page pages book checklist steps routine procedure"),
        ("why", "why explain explains meaning difference mean purpose reason means remind"),
        ("objection", "objection objections expensive cheaper pricey cancel cancellation deductible trust scared afraid hesitant stall wait sleep husband wife spouse partner insurance adjuster negotiate qualified qualify"),
        ("find", "find search pull show look lookup locate get fetch open see display bring check"),
        ("record", "record records file files account accounts note notes profile crm system database contact details info"),
        ("save", "log note jot record document save tag mention loop"),
        ("change", "change update set mark move push bump advance assign reassign correct fix edit switch give goes"),
        ("stage", "lead leads appointment appointments estimate estimates proposal proposals sold work closed lost stage stages pipeline"),
        ("deal", "job jobs deal deals project projects contract opportunity customer customers client clients homeowner homeowners prospect prospects"),
        ("new", "new add create enter register onboard intake start begin setup brand first"),
        ("arrive", "called phoned texted emailed walked referred referral neighbor neighbour cousin canvass facebook google angi thumbtack website form web flyer sign voicemail fair show coworker realtor landlord tenant"),
        ("wants", "wants needs want need interested asking looking likes"),
        ("calls", "call calls recording recordings recorded transcript transcripts tape tapes conversation conversations library"),
        ("stats", "many often count counts average compare compared versus vs trend trends pattern patterns rank ranking percentage ratio share most common frequent outcome outcomes statistics top best worst difference wins losses"),
        ("coach", "coach coaching feedback scorecard strength strengths weak weakness weaknesses better improve wrong mistake mistakes technique techniques handled handles differently listening talked talks"),
        ("outside", "google online internet web website site news article reddit bbb complaints reviews review rating ratings source sources study link url research forecast weather rain snow hail wind storm temperature permit permits county city town state law laws legal license licensed registered osha ftc epa recall recalls tax credit credits rebate rebates grants competitor competitors competition market retail manufacturer manufacturers lowes menards code inspector tariffs tariff shortage mortgage median nationwide outside published headquarters"),
        ("when", "today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday week month year lately latest current currently recent recently now january february march april may june july august september october november december spring summer fall winter morning evening afternoon night weekend"),
        ("greet", "hi hello hey yo morning evening afternoon hola howdy sup night"),
        ("thank", "thanks thank thx ty appreciate cheers perfect great awesome cool nice lifesaver sweet excellent good fine ok okay k lol haha"),
        ("title", "mr mrs ms miss dr pastor"),
        ("kin", "brother sister mother father mom dad son daughter uncle aunt husband wife couple family"),
        ("they", "he she they him her them his their hers"),
        ("us", "we our us ours"),
        ("house", "house home houses ranch colonial duplex condo garage property street neighborhood"));

    /// <summary>Families of a word; none for most words.</summary>
    public static string? FamilyOf(string word) => Families.GetValueOrDefault(word);

    // A word in several lists belongs to the first.
    private static FrozenDictionary<string, string> Build(params (string Family, string Words)[] lists)
    {
        var families = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (family, words) in lists)
        {
            foreach (var word in words.Split(' '))
            {
                families.TryAdd(word, family);
            }
        }

        return families.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
