using System.Text.RegularExpressions;
using HardE.Agents.Crm;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds the sales rep among the users of the CRM: full name first, then a first name that only one has.</summary>
internal static partial class RepReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        if (Nobody.Match(said.Rest) is { Success: true } nobody)
        {
            said.Take(nobody);
            return [Finding.Of(Slots.SalesRep, "unassigned", said.Span(nobody.Index, nobody.Length))];
        }

        if (context.WasAsked(Slots.SalesRep) && BareNobody.Match(said.Rest) is { Success: true } none)
        {
            return [Finding.Of(Slots.SalesRep, "unassigned", said.Span(none.Index, none.Length))];
        }

        if (context.Me is { } me && (Mine.Match(said.Rest) is { Success: true } mine
            || (context.WasAsked(Slots.SalesRep) && (mine = BareMe.Match(said.Rest)).Success)))
        {
            said.Take(mine);
            return [Finding.Of(Slots.SalesRep, me.Id.Value, said.Span(mine.Index, mine.Length))];
        }

        return Named(said, context);
    }

    private static IReadOnlyList<Finding> Named(Said said, ReadingContext context)
    {
        foreach (Match match in ForWhom.Matches(said.Rest))
        {
            var who = match.Groups["who"];
            var (user, length, several) = Match(context.Users, who.Value);
            if (user is not null)
            {
                said.Take(match.Index, who.Index - match.Index + length);
                return [Finding.Of(Slots.SalesRep, user.Id.Value, said.Span(who.Index, length))];
            }

            if (several > 1)
            {
                return [Finding.Invalid(Slots.SalesRep, said.Span(who.Index, length), $"{several} people are called {who.Value[..length]}. Which one?")];
            }

            if (match.Groups["sure"].Success && context.Users.Count > 0)
            {
                said.Take(match);
                return [Finding.Invalid(Slots.SalesRep, said.Span(who.Index, who.Length), $"I find no \"{who.Value.Trim()}\" among the users of the CRM.")];
            }
        }

        return context.WasAsked(Slots.SalesRep) && AnyName.Match(said.Rest) is { Success: true } bare && Match(context.Users, bare.Value) is { User: { } known, Length: var n }
            ? [Finding.Of(Slots.SalesRep, known.Id.Value, said.Span(bare.Index, n))]
            : [];
    }

    /// <summary>The one active user that these words start with, and how many characters name them.</summary>
    private static (CrmUser? User, int Length, int Several) Match(IReadOnlyList<CrmUser> users, string words)
    {
        var active = users.Where(u => u.Active).ToList();
        var full = active.Find(u => words.StartsWith(u.Name, StringComparison.OrdinalIgnoreCase));
        if (full is not null)
        {
            return (full, full.Name.Length, 1);
        }

        var first = words.Split(' ', ',', '.', '\'')[0];
        var partial = active.Where(u => u.Name.Split(' ').Any(n => n.Equals(first, StringComparison.OrdinalIgnoreCase))).ToList();
        return partial.Count == 1 ? (partial[0], first.Length, 1) : (null, first.Length, partial.Count);
    }

    [GeneratedRegex(@"\b(?:rep|sales ?(?:rep|person|man)|owner of (?:the )?lead|assign(?:ed)?(?: to)?|assignee)\s*[:=\-]?\s*(?:is\s+|to\s+)?(?:nobody|no one|none(?: yet)?|unassigned|tbd|not yet|open)\b|\bunassigned\b|\bunder nobody\b(?:[^.\n,:]{0,10})|\bno (?:sales )?rep\b(?: yet)?|\bnobody (?:has|owns|yet)\b", Options)]
    private static partial Regex Nobody { get; }

    [GeneratedRegex(@"^\W*(?:nobody|no one|none|unassigned|skip|not yet|tbd|open|leave it (?:open|empty)|anyone|no preference)\b", Options)]
    private static partial Regex BareNobody { get; }

    [GeneratedRegex(@"\b(?:assign(?: it| her| him| them| this)? to me|(?:it|this|he|she|that)(?:'s| is) mine|i'?ll (?:take|keep|handle) (?:it|this|him|her|them|that one)|put (?:it|him|her|them|this) under me|(?:i am|i'?m) the rep|rep\s*[:=]\s*me|mine\b(?=\s*(?:please|$))|under my name|keep (?:it|him|her) with me)\b", Options)]
    private static partial Regex Mine { get; }

    [GeneratedRegex(@"\b(?:me|myself|mine|i will|i am)\b", Options)]
    private static partial Regex BareMe { get; }

    [GeneratedRegex(@"\b(?<sure>(?:sales ?)?rep\s*(?:is\s+|:\s*|=\s*|-\s+)|assign(?:ed|ing)?\s+(?:it\s+|her\s+|him\s+|them\s+|this\s+)?to\s+|salesperson\s*(?:is|:|=)\s*)(?<who>\p{L}[\p{L}'\-]+(?:\s\p{L}[\p{L}'\-]+)?)|\b(?:for|to|under|with|by|goes to|belongs to|give (?:it|this|her|him) to|lead for|hand (?:it|this) to)\s+(?<who>\p{L}[\p{L}'\-]+(?:\s\p{L}[\p{L}'\-]+)?)|\b(?<who>\p{L}[\p{L}\-]+(?:\s\p{L}[\p{L}\-]+)?)\s+(?:keeps|takes|will take|owns|has|gets|is the rep|is (?:his|her|their) rep|handles)\s+(?:it|this|her|him|them|the lead|this one|that)?\b", Options)]
    private static partial Regex ForWhom { get; }

    [GeneratedRegex(@"\p{L}[\p{L}'\-]+(?:\s\p{L}[\p{L}'\-]+)?")]
    private static partial Regex AnyName { get; }
}
