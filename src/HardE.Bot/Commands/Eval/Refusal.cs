using System.Text.RegularExpressions;

namespace HardE.Bot.Commands.Eval;

/// <summary>Whether a reply says that there is no answer in the documents.</summary>
internal static partial class Refusal
{
    public static bool Is(string text) => Words().IsMatch(text);

    [GeneratedRegex(
        @"\bnot in (the|our|my) (knowledge|documents?|books?|base)|\b(do|does|did) ?n[o']t (know|hold|say|cover|have|contain|find|mention)|\b(cannot|can't|could not|couldn't) (find|answer)|\b(no|none of the|none of our) (document|answer|source|entry)|\bnothing (in|about|on)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
