using System.Text.RegularExpressions;
using HardE.Agents.Knowledge;

namespace HardE.Agents.CallAnalysis;

/// <summary>Something said in a call.</summary>
/// <param name="Line">Line of the document's text, from 1.</param>
internal sealed record Utterance(int Line, bool ByRep, string Speaker, string Text);

/// <summary>What a sign was read from.</summary>
/// <param name="Line">Line of the document's text, from 1.</param>
internal sealed record CallSign(string Code, int Line, string Words);

/// <summary>A recorded call, read line by line: who spoke, what was objected, what the rep did, how it ended.</summary>
internal sealed partial record Transcript(string Id, string Path, string Title, string Summary, IReadOnlyList<Utterance> Said)
{
    public string Trade { get; init; } = "any";
    public string Rep { get; init; } = "";
    public string Lead { get; init; } = "";

    /// <summary><c>sold, lost, follow_up, no_fit</c> or <c>unknown</c>.</summary>
    public string Outcome { get; init; } = "unknown";

    /// <summary>The line that shows the outcome; 0 where none does.</summary>
    public int OutcomeLine { get; init; }
    public IReadOnlyList<CallSign> Objections { get; init; } = [];
    public IReadOnlyList<CallSign> Techniques { get; init; } = [];

    /// <summary>True where the one who asks may not see how the rep did.</summary>
    public bool CoachingHidden { get; init; }

    /// <summary>The director's remarks below the call; empty when there are none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Asides in brackets: what happened besides the words.</summary>
    public IReadOnlyList<(int Line, string Text)> Asides { get; init; } = [];

    /// <summary>The rep's share of all words, two decimals, counted from the text.</summary>
    public decimal TalkRatio
    {
        get
        {
            var all = Said.Sum(u => Words(u.Text));
            return all == 0 ? 0 : Math.Round((decimal)Said.Where(u => u.ByRep).Sum(u => Words(u.Text)) / all, 2, MidpointRounding.AwayFromZero);
        }
    }

    /// <summary>Reads a call. Labels at the head serve only for what nobody says in it: who the rep was and where the lead came from.</summary>
    /// <returns>Null when nobody speaks in the document.</returns>
    public static Transcript? Read(KnowledgeDocument document)
    {
        var lines = document.Body.Split('\n');
        var said = new List<Utterance>();
        var asides = new List<(int, string)>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Spoken().Match(lines[i]) is { Success: true } turn)
            {
                said.Add(new Utterance(i + 1, turn.Groups["who"].Value.StartsWith("REP", StringComparison.Ordinal), turn.Groups["who"].Value, turn.Groups["text"].Value.Trim()));
            }
            else if (lines[i].StartsWith('('))
            {
                asides.Add((i + 1, lines[i].Trim('(', ')', ' ')));
            }
        }

        if (said.Count == 0)
        {
            return null;
        }

        var call = new Transcript(document.Id, document.Path, document.Title, document.Summary, said)
        {
            Trade = document.Trade,
            Rep = document.Labels.GetValueOrDefault("rep") ?? "",
            Lead = document.Labels.GetValueOrDefault("lead") ?? "",
            Note = string.Join(' ', lines.SkipWhile(l => !IsNote(l)).Where(l => l.Trim().Length > 0)).Replace("*", "", StringComparison.Ordinal),
            Asides = asides,
        };
        var objections = CallSigns.Objections(call);
        var (outcome, line) = CallEnd.Of(call);
        return call with { Outcome = outcome, OutcomeLine = line, Objections = objections, Techniques = CallSigns.Techniques(call, objections) };
    }

    private static bool IsNote(string line) => line.StartsWith("Director's note", StringComparison.OrdinalIgnoreCase);

    internal static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"^(?<who>REP|HOMEOWNER|CUSTOMER|OWNER)(?<n> \d)?:\s*(?<text>.+)$")]
    private static partial Regex Spoken();
}
