using System.Text.RegularExpressions;

namespace HardE.Agents.Turns;

/// <summary>
/// Reads a short message as a yes or a no to an open question. A yes may hold nothing but agreement ("ok now save", "looks right,
/// create"); whatever asks for something else is no answer, so that nothing is done that was not shown.
/// </summary>
public static partial class PlainAnswer
{
    private const int LongestYes = 9;

    private static readonly HashSet<string> YesWords = new(
        ("yes y yep yeah yup ya ok okay k sure fine good great perfect correct right exactly agreed absolutely definitely confirm confirmed "
        + "approve approved proceed go ahead do save post send create add move update change make submit looks sounds works si dale").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> BesideYes = new(
        ("please thanks thank you now then it that this them her him one the a note job stage customer record change so is that's it's all all's and "
        + "for me us to me i do go ahead of course sir let's in through up with both now's of just on").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <returns>True for yes, false for no, null for neither.</returns>
    public static bool? Of(string text)
    {
        var said = text.Trim();
        if (said is "👍" or "👍🏻" or "👍🏽" or "✅")
        {
            return true;
        }

        if (said == "👎")
        {
            return false;
        }

        if (said.Length is 0 or > 200 || said.EndsWith('?'))
        {
            return null;
        }

        return CalledOff().IsMatch(said) ? false
            : No().Match(said) is { Success: true } no ? IsRefusal(said[no.Length..].Trim(' ', ',', '.', '!', '-')) ? false : null
            : IsYes(said) ? true : null;
    }

    /// <summary>A no that goes on with what it should be instead is an edit, not an answer.</summary>
    private static bool IsRefusal(string rest) => rest.Length == 0 || Refuses().IsMatch(rest)
        || (!Edits().IsMatch(rest) && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 3);

    private static bool IsYes(string said)
    {
        var words = Word().Matches(said.Replace('’', '\'')).Select(m => m.Value).ToList();
        return words.Count is > 0 and <= LongestYes
            && words.Any(YesWords.Contains)
            && words.All(w => YesWords.Contains(w) || BesideYes.Contains(w))
            && !Bare().IsMatch(said);
    }

    [GeneratedRegex(@"[\p{L}\p{N}@#$%']+")]
    private static partial Regex Word();

    /// <summary>Orders that agree to nothing by themselves: "change it", "move the job".</summary>
    [GeneratedRegex(@"^\W*(?:change|update|move|make|add|right now|go|do)\b(?!\s+(?:it|that|so|ahead)\b)|^\W*change\b", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\W*(?:(?:ok|okay|well|then|hmm|oh|actually|sorry|so|and|please)\b\W*)*(?:cancel|stop|don'?t|do not|never\s?mind|forget (?:it|that|about it)|leave (?:it|that|this|her|him|them)\b|scratch that|skip (?:it|that)|drop (?:it|that)|hold off|not now|not yet|wait with (?:it|that))(?=\W|$)", RegexOptions.IgnoreCase)]
    private static partial Regex CalledOff();

    [GeneratedRegex(@"^\W*(?:(?:ok|okay|well|then|hmm|oh|actually|sorry|so)\b\W*)*(?:no|n|nope|nah)(?=\W|$)", RegexOptions.IgnoreCase)]
    private static partial Regex No();

    [GeneratedRegex(@"^(?:no|leave|don'?t|do not|cancel|stop|forget|never|not\b(?! before| after| until)|thank|thanks|i'?ll|we'?ll|i will|let me|let's not|wait (?:until|till|for)|keep (?:it|her|him|them|that)|skip|scratch|drop|please don'?t)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refuses();

    [GeneratedRegex(@"^(?:it'?s|it is|to|in|put|use|say|add|tag|mention|move|give|just|the|i mean|i meant|for|on)\b|\b(?:make|change|instead|should|rather|meant|but)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Edits();
}
