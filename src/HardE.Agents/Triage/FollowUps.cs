using System.Text.RegularExpressions;
using HardE.Agents.Roster;
using HardE.Agents.Turns;

namespace HardE.Agents.Triage;

/// <summary>How the conversation so far bears on a message: "shorter please" belongs to whoever spoke last.</summary>
internal sealed partial class FollowUps(AgentRoster roster)
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(2);
    private const float LeansOnBefore = 14f;
    private const float Short = 4f;
    private const float Any = 1.3f;
    private const int ShortWords = 4;
    private const int LongWords = 14;

    /// <summary>The specialist that spoke last; null when it was too long ago, or triage itself.</summary>
    public string? LastAgent(TurnContext turn)
    {
        var last = turn.History.LastOrDefault(l => l.Role == "assistant");
        return last is not null && turn.Now - last.SaidAt < Memory && roster.Has(last.Name) && last.Name != roster.Entry.Id
            ? last.Name : null;
    }

    /// <summary>The guesses with the last speaker's made likelier; <paramref name="declined"/> is out.</summary>
    public static IReadOnlyList<Guess> Weigh(IReadOnlyList<Guess> guesses, Utterance said, string? last, string? declined)
    {
        var boost = said.Words.Count <= LongWords && Leaning().IsMatch(said.Folded) ? LeansOnBefore
            : said.Words.Count <= ShortWords ? Short
            : Any;
        var weighed = guesses
            .Where(g => g.Label != declined)
            .Select(g => g.Label == last ? g with { Share = g.Share * boost } : g)
            .ToArray();
        var sum = weighed.Sum(g => g.Share);
        return [.. weighed.Select(g => g with { Share = g.Share / sum }).OrderByDescending(g => g.Share)];
    }

    [GeneratedRegex(@"^(and|also|ok and|ok now|now|then|so|but|or|no|yes|yep|not|same|what about|how about|the (one|ones|first|second|third|other|last|next)|that one|this one|make (it|that)|it|that|those|these|which|instead|again|change|add|only|just|without|with|for)\b|\b(it|that one|the same|instead|again|too)[.!?]?$|\b(he|she|him|her|his|it|its|they|them|their|that|this|those)\b")]
    private static partial Regex Leaning();
}
