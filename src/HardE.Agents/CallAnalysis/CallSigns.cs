using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis;

/// <summary>Hears objections and techniques in what was said, each with its line. Labels at the head of a call take no part.</summary>
internal static class CallSigns
{
    public static IReadOnlyList<CallSign> Objections(Transcript call) => Hear(ObjectionSigns.All, call.Said.Where(u => !u.ByRep));

    public static IReadOnlyList<CallSign> Techniques(Transcript call, IReadOnlyList<CallSign> objections) =>
    [
        .. Hear(TechniqueSigns.ByRep, call.Said.Where(u => u.ByRep)),
        .. Hear(TechniqueSigns.ByHomeowner, call.Said.Where(u => !u.ByRep)),
        .. CallShape.Of(call, objections),
    ];

    /// <summary>The first line of each sign.</summary>
    private static IReadOnlyList<CallSign> Hear(IReadOnlyList<(string Code, Regex Said)> signs, IEnumerable<Utterance> said)
    {
        var lines = said.Select(u => (u.Line, u.Text, Plain: u.Text.Replace('’', '\''))).ToList();
        return
        [
            .. signs.Select(s => (s.Code, Hit: lines.FirstOrDefault(l => s.Said.IsMatch(l.Plain))))
                .Where(s => s.Hit.Text is not null).Select(s => new CallSign(s.Code, s.Hit.Line, s.Hit.Text)),
        ];
    }
}
