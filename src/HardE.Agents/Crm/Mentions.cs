using System.Text.RegularExpressions;

namespace HardE.Agents.Crm;

/// <summary>What a sentence is pinned to.</summary>
public enum TargetKind { CustomerId, Job, Name }

/// <summary>A record named in the sentence itself: it fixes the record for the turn, nothing is guessed.</summary>
/// <param name="Value">Customer id, job number or id, or the full name.</param>
public sealed record Target(TargetKind Kind, string Value);

/// <summary>
/// The grammar of targets: <c>@customer:ID</c>, <c>@job:NUMBER-OR-ID</c>, <c>@"Full Name"</c>, <c>@Name_Surname</c>.
/// Chat-native mentions such as <c>&lt;@U123&gt;</c> are people of the chat and never customers.
/// </summary>
public static partial class Mentions
{
    /// <summary>Targets in order of appearance, and the text without them.</summary>
    public static (IReadOnlyList<Target> Targets, string Text) Find(string text)
    {
        var targets = new List<Target>();
        var rest = Grammar().Replace(text, match =>
        {
            var (kind, value) = match.Groups switch
            {
                var g when g["customer"].Success => (TargetKind.CustomerId, g["customer"].Value),
                var g when g["job"].Success => (TargetKind.Job, g["job"].Value),
                var g when g["full"].Success => (TargetKind.Name, g["full"].Value.Trim()),
                var g => (TargetKind.Name, g["name"].Value.Replace('_', ' ')),
            };
            targets.Add(new Target(kind, value));
            return " ";
        });
        return (targets, targets.Count == 0 ? text : Spaces().Replace(rest, " ").Trim());
    }

    // An e-mail address is no target: nothing that can be part of one may stand before the @. <@U123> is Slack's.
    [GeneratedRegex(
        """(?<![\w.<+-])@(?:customer:(?<customer>[\w-]+)|job:\#?(?<job>[\w-]+)|["“](?<full>[^"”\n]{2,100})["”]|(?<name>\p{L}[\p{L}'’.-]*(?:_\p{L}[\p{L}'’-]*){1,4}))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Spaces();
}
