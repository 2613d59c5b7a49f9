using System.Text.RegularExpressions;
using HardE.Agents.Roster;

namespace HardE.Agents.Turns;

/// <summary>Checks by code: of what comes in before anything is done with it, and of what a model wrote before it is sent.</summary>
public sealed partial class Guardrails(AgentConfig config, ToolPolicy policy)
{
    /// <summary>Longer messages are not read; people paste whole documents by accident.</summary>
    public const int LongestText = 24_000;

    private const string Hidden = "[removed]";

    /// <summary>Why a message goes to no agent; null when it may.</summary>
    public string? Refuse(string text) =>
        text.Length > LongestText ? $"That message has {text.Length:N0} characters; I read up to {LongestText:N0}. Send the part that matters, or split it."
        : config.Guardrails.Input.Contains(InputGuardrail.PiiPolicy) && Masked(text) != text
            ? "That message holds what looks like a card or social security number. I do not take those and have blanked it here; please delete your message too, and send it again without the number."
            : null;

    /// <summary>The text with card and social security numbers blanked: what is kept of it.</summary>
    public static string Masked(string text) =>
        SocialSecurity().Replace(CardNumber().Replace(text, m => IsCard(m.Value) ? Hidden : m.Value), Hidden);

    /// <summary>What a model wrote, without secrets and without links to hosts that nobody named.</summary>
    public string Clean(string text, TurnContext turn)
    {
        var clean = config.Guardrails.Output.Contains(OutputGuardrail.NoSecret) ? Secret().Replace(text, Hidden) : text;
        if (!config.Guardrails.Output.Contains(OutputGuardrail.NoForeignLinks) || !clean.Contains("://", StringComparison.Ordinal))
        {
            return clean;
        }

        var hosts = Hosts(turn);
        clean = Link().Replace(clean, m => IsKnown(m.Groups["url"].Value, hosts) ? m.Value : m.Groups["label"].Value);
        return Bare().Replace(clean, m => IsKnown(m.Value, hosts) ? m.Value : "[link removed]");
    }

    /// <summary>Hosts that the person named, that were named before, that our own tools gave, or that a search cites.</summary>
    private HashSet<string> Hosts(TurnContext turn)
    {
        var cited = turn.Steps.SelectMany(s => s.Result.Parts).OfType<CitationsPart>().SelectMany(c => c.Sources).Select(s => s.Link?.Host).OfType<string>();
        var texts = turn.History.Select(l => l.Text).Append(turn.Text)
            .Concat(turn.Steps.Where(s => !policy.IsUntrusted(s.Call.Tool)).Select(s => TurnJson.Write(s.Result)));
        return texts.SelectMany(t => Bare().Matches(t)).Select(m => Uri.TryCreate(m.Value, UriKind.Absolute, out var link) ? link.Host : "")
            .Concat(cited).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsKnown(string url, HashSet<string> hosts) =>
        Uri.TryCreate(url, UriKind.Absolute, out var link) && (link.Scheme is "https" or "http") && hosts.Contains(link.Host);

    /// <summary>13 to 19 digits with a right check digit (Luhn, ISO/IEC 7812-1).</summary>
    private static bool IsCard(string written)
    {
        var digits = written.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse().ToList();
        return digits.Count is >= 13 and <= 19 && digits.Distinct().Count() > 1
            && digits.Select((d, i) => i % 2 == 0 ? d : d * 2 > 9 ? (d * 2) - 9 : d * 2).Sum() % 10 == 0;
    }

    [GeneratedRegex(@"(?<![\d-])[3-6]\d{3}[ -]?\d{4,6}[ -]?\d{4,5}(?:[ -]?\d{1,4})?(?![\d-])")]
    private static partial Regex CardNumber();

    [GeneratedRegex(@"(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")]
    private static partial Regex SocialSecurity();

    [GeneratedRegex(@"\b(?:sk-[A-Za-z0-9_-]{16,}|xox[abeprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,}|AKIA[0-9A-Z]{16}|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,})|-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex Secret();

    [GeneratedRegex(@"!?\[(?<label>[^\]]*)\]\((?<url>[^)\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bhttps?://[^\s<>""')\]]+")]
    private static partial Regex Bare();
}
