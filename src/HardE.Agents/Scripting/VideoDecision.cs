using System.Text.RegularExpressions;

namespace HardE.Agents.Scripting;

/// <summary>"Release the primer video …", "cancel the video for John Smith": a decision on a film, not an order for one.</summary>
/// <param name="Decision"><c>send</c> or <c>cancel</c>, as the tool takes it.</param>
/// <param name="Run">Id or reference that was named.</param>
internal sealed partial record VideoDecision(string Decision, string? Run, string? Customer)
{
    /// <returns>Null when the message is none.</returns>
    public static VideoDecision? Read(string text)
    {
        var decision = Cancel().IsMatch(text) ? "cancel" : Release().IsMatch(text) ? "send" : null;
        if (decision is null || text.TrimEnd().EndsWith('?'))
        {
            return null;
        }

        var run = Reference().Match(text) is { Success: true } id ? id.Value : null;
        return new VideoDecision(decision, run, run is null ? ScriptRequests.Customer(text) : null);
    }

    [GeneratedRegex(@"^\W*(?:please |pls |ok(?:ay)?,? |yes,? |no,? )*(?:cancel|scrap|stop|drop|kill|call off) (?:the|that|this|my|her|his|their) (?:held |finished )?(?:primer )?(?:video|film)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cancel();

    // "Send the primer video to John Smith" is an order and stays one; sending what is held needs no name but the homeowner.
    [GeneratedRegex(@"^\W*(?:please |pls |ok(?:ay)?,? |yes,? )*(?:(?:release|approve|let go(?: of)?) (?:the|that|this|my|her|his|their) (?:held |finished )?(?:primer )?(?:video|film)\b|send (?:the|that|this) (?:held |finished )?(?:primer )?(?:video|film)(?: [0-9a-f]{8,27})?(?: (?:now|out|to (?:the homeowner|them|him|her)|please))*\W*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Release();

    [GeneratedRegex(@"\b(?=[0-9a-f]*\d)[0-9a-f]{8,27}\b")]
    private static partial Regex Reference();
}
