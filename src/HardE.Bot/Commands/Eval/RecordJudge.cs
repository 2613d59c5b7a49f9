using System.Globalization;
using System.Text.Json;

namespace HardE.Bot.Commands.Eval;

/// <summary>The records after the run: unchanged, holding what is listed, in the wanted number.</summary>
internal static class RecordJudge
{
    public static IEnumerable<string> Problems(CaseRun run, JsonElement wanted)
    {
        var names = new RecordNames(run.Case.Records);
        var old = run.Before.Notes.Select(Id).ToHashSet(StringComparer.Ordinal);
        var kinds = new Dictionary<string, IReadOnlyList<JsonElement>>
        {
            ["customers"] = run.After.Customers,
            ["jobs"] = run.After.Jobs,
            ["notes"] = [.. run.After.Notes.Where(n => !old.Contains(Id(n)))], // a note the fixture brought is not counted
        };
        if (wanted.TryGetProperty("unchanged", out var unchanged) && unchanged.GetBoolean() && run.Before.Canonical != run.After.Canonical)
        {
            yield return "the records changed";
        }

        foreach (var (kind, records) in kinds)
        {
            foreach (var record in List(wanted, kind).Where(w => records.Count(r => Comparing.Fits(w, r, names.Of)) != 1))
            {
                yield return $"not exactly one of the {kind} is {record}";
            }

            if (wanted.TryGetProperty("counts", out var counts) && counts.TryGetProperty(kind, out var count) && count.GetInt32() != records.Count)
            {
                yield return $"{records.Count.ToString(CultureInfo.InvariantCulture)} {kind}, not {count}";
            }
        }
    }

    private static string Id(JsonElement note) => note.GetProperty("id").GetString()!;

    private static IEnumerable<JsonElement> List(JsonElement from, string member) => from.TryGetProperty(member, out var list) ? list.EnumerateArray() : [];
}
