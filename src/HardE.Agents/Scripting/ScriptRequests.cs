using System.Text.RegularExpressions;

namespace HardE.Agents.Scripting;

/// <summary>Reads the wish for a new script: which kind, for whom, which trade, what is special.</summary>
internal static partial class ScriptRequests
{
    private static readonly (Regex Pattern, string Kind)[] Kinds =
    [
        (Primer(), ScriptRequest.Primer), (Voicemail(), "voicemail"), (FollowUp(), "follow_up_call"), (Referral(), "referral_request"),
        (Objection(), "objection"), (Door(), "door"), (AnyScript(), StandardKinds.Visit),
    ];

    private static readonly (Regex Pattern, string Variant)[] Variants =
    [
        (Referred(), "referral"), (Storm(), "storm"), (Requote(), "requote"), (Repeat(), "repeat"), (TwoOwners(), "two_owner"), (Landlord(), "landlord"),
    ];

    /// <summary>Null when the message asks for no script.</summary>
    /// <param name="mustBeClear">True while another script is open: a wish must be spoken out.</param>
    public static ScriptRequest? Find(string text, bool mustBeClear)
    {
        var kind = Kinds.FirstOrDefault(k => k.Pattern.IsMatch(text)).Kind;
        if (kind is null || Question().IsMatch(text) || (mustBeClear && !Wish().IsMatch(text)))
        {
            return null;
        }

        var variants = Variants.Where(v => v.Pattern.IsMatch(text)).Select(v => v.Variant)
            .Where(v => !(v == "referral" && kind == "referral_request")).ToList();
        return new ScriptRequest(
            kind, Customer(text), [.. TradeWords.Find(text).Select(t => t.Id)], text.Length > 600 ? text[..600] : text, variants);
    }

    /// <summary>An order for the film, not only its words; null when the message is none.</summary>
    public static VideoOrder? Video(string text)
    {
        if (!OrdersVideo().IsMatch(text) || NoVideo().IsMatch(text) || IsQuestion(text))
        {
            return null;
        }

        var who = Customer(text);
        var isNumber = who is not null && JobNumber().IsMatch(who);
        return new VideoOrder(isNumber ? null : who, isNumber ? who : null, TradeWords.Find(text).FirstOrDefault()?.Id, Hold().IsMatch(text));
    }

    /// <summary>True for a question about scripts, which is not a wish for one.</summary>
    public static bool IsQuestion(string text) => Question().IsMatch(text);

    /// <summary>The person or job number in a request; null when none is named.</summary>
    public static string? Customer(string text)
    {
        if (JobNumber().Match(text) is { Success: true } number)
        {
            return number.Value;
        }

        foreach (var pattern in new[] { ForName(), TheName(), AfterWord(), AnyName(), ForLowerCase() })
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (Clean(match.Groups["name"].Value, match.Groups["plural"].Success) is { } name)
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static string? Clean(string name, bool family)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(w => !NoName().IsMatch(w)).ToArray();
        if (words.Length == 0)
        {
            return null;
        }

        if (family && words.Length == 1 && words[0].Length > 4 && words[0].EndsWith('s'))
        {
            words[0] = words[0][..^1];
        }

        return string.Join(' ', words);
    }

    private const string Name = @"(?<name>(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?\p{Lu}[\p{L}’-]+(?:'\p{Lu}\p{L}+)?(?:\s+\p{Lu}[\p{L}’-]*\.?){0,3})";

    [GeneratedRegex(@"\bfor\s+(?:(?<plural>the\s+))?" + Name)]
    private static partial Regex ForName();

    [GeneratedRegex(@"\b(?<plural>the)\s+" + Name + @"\s+(?:\w+\s+)?(?:job|script|primer|roof|siding|gutters?|windows?|visit|project|house)\b")]
    private static partial Regex TheName();

    [GeneratedRegex(@"\b(?:primer|script|video)s?[,:]?\s+" + Name)]
    private static partial Regex AfterWord();

    [GeneratedRegex(@"(?<=[\w,]\s)(?<name>(?:Mr|Mrs|Ms|Dr)\.?\s+\p{Lu}\p{L}+|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+)\b")]
    private static partial Regex AnyName();

    [GeneratedRegex(@"\bfor\s+(?:(?<plural>the\s+))?(?<name>\p{Ll}[\p{L}-]+(?:\s+\p{Ll}[\p{L}-]+)?)(?='s\b|,|\s*$|\s+(?:roof|siding|gutters?|windows?|job|in|at)\b)")]
    private static partial Regex ForLowerCase();

    [GeneratedRegex(@"^(a|an|the|me|my|our|us|his|her|their|tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|roof\w*|siding|gutters?|windows?|primer|script|video|job|new|storm|lead|customer|homeowner|landlord|owner|hail|insurance|i|i'm|leap|crm|good|price|it|this|that|someone|somebody|voicemail|follow|call|audio|please|write|draft|generate|standard|replacement|repair|appointment|visit|referral)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoName();

    [GeneratedRegex(@"\b\d{4}-\d{2,4}-\d{1,3}\b|@(?:customer|job):\S+")]
    private static partial Regex JobNumber();

    [GeneratedRegex(@"\b(produce|make|start|order|send|create|generate|record|shoot|film|do|run|prepare|need|want|get)\b.{0,50}\bvideo\b|^\W*(primer )?video (for|please)\b|\bturn (it|this) into (a|the) video\b", RegexOptions.IgnoreCase)]
    private static partial Regex OrdersVideo();

    [GeneratedRegex(@"\bvideo (script|call|link)\b|\bscript\b|\b(don't|do not|no) .{0,15}video\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoVideo();

    [GeneratedRegex(@"\b(hold|show me first|let me (see|check|look)|before (it|you) (goes|send)|don't send|do not send|review it first)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hold();

    [GeneratedRegex(@"\bprimers?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Primer();

    [GeneratedRegex(@"\bvoice ?mails?\b|\banswering machine\b", RegexOptions.IgnoreCase)]
    private static partial Regex Voicemail();

    [GeneratedRegex(@"\bfollow[- ]?up\b|\bcall ?back script\b", RegexOptions.IgnoreCase)]
    private static partial Regex FollowUp();

    [GeneratedRegex(@"\breferral (ask|request|script|call)\b|\bask(ing)? for (a |the )?(referrals?|reviews?)\b|\breview request\b", RegexOptions.IgnoreCase)]
    private static partial Regex Referral();

    [GeneratedRegex(@"\b(lines|words|what)\b.{0,30}\b(say|tell) back\b|\bobjection script\b|\bthinks we('re| are) too (high|expensive)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Objection();

    [GeneratedRegex(@"\bat the door\b|\bdoor script\b|\bdoorstep\b", RegexOptions.IgnoreCase)]
    private static partial Regex Door();

    [GeneratedRegex(@"\bscripts?\b|\btalk(ing)? track\b|\bword for word\b|\bwhat (do|should|can) i say\b", RegexOptions.IgnoreCase)]
    private static partial Regex AnyScript();

    [GeneratedRegex(@"\b(write|draft|generate|create|prepare|compose|put together|give me|make (me )?(a|an|the|another)|i need|need (a|an|the|another)|i want|i'd like|new (primer|script)|(primer|script) (for|please)|script please)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Wish();

    [GeneratedRegex(@"^\W*(what|which|how|why|when|is|are|does|do we|who)\b(?!.*\b(write|draft|generate|script for|primer for|say at|say back)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    [GeneratedRegex(@"\breferral|\breferred\b", RegexOptions.IgnoreCase)]
    private static partial Regex Referred();

    [GeneratedRegex(@"\bstorm|\bhail\b|\binsurance\b|\bclaim\b|\badjuster\b", RegexOptions.IgnoreCase)]
    private static partial Regex Storm();

    [GeneratedRegex(@"\bre-?quote|\bnumber went up\b|\bprice went up\b|\bsecond quote\b", RegexOptions.IgnoreCase)]
    private static partial Regex Requote();

    [GeneratedRegex(@"\brepeat\b|\bpast customer\b|\bwe did (her|his|their)\b|\bagain for us\b", RegexOptions.IgnoreCase)]
    private static partial Regex Repeat();

    [GeneratedRegex(@"\b(two|both) owners\b|\bcouple\b|\bhusband and wife\b", RegexOptions.IgnoreCase)]
    private static partial Regex TwoOwners();

    [GeneratedRegex(@"\blandlord|\brental\b|\bduplex|\btenants?\b|\binvestor\b", RegexOptions.IgnoreCase)]
    private static partial Regex Landlord();
}

/// <summary>An order for a primer video, as it was said.</summary>
internal sealed record VideoOrder(string? Customer, string? Job, string? Trade, bool Hold);
