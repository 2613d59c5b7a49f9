using System.Text.Json;

namespace HardE.Bot.Commands.Eval;

/// <summary>Reads case files: one JSON object a line (docs/quality.md). All files are checked before the first case runs.</summary>
internal static class EvalFile
{
    /// <summary>Every kind of case there is.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["routing", "intake", "numbers", "crm", "primer_request", "knowledge", "analysis", "injection"];

    /// <returns>The cases, and a sentence with file and line for everything that is wrong.</returns>
    public static (IReadOnlyList<EvalCase> Cases, IReadOnlyList<string> Problems) Read(IEnumerable<string> paths)
    {
        var cases = new List<EvalCase>();
        var problems = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                ReadOne(path, cases, problems);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{path} cannot be read: {unreadable.Message}");
            }
        }

        problems.AddRange(cases.GroupBy(c => c.Id, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"{g.Last().Place}: the id '{g.Key}' stands also at {g.First().Place}."));
        return (cases, problems);
    }

    private static void ReadOne(string path, List<EvalCase> cases, List<string> problems)
    {
        var (number, before) = (0, cases.Count);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Trim().Length == 0)
            {
                continue;
            }

            try
            {
                var json = JsonElement.Parse(line);
                if (Missing(json) is { } missing)
                {
                    problems.Add($"{path}:{number}: {missing}");
                }
                else
                {
                    cases.Add(new EvalCase(json.GetProperty("id").GetString()!, json.GetProperty("kind").GetString()!, path, number, json));
                }
            }
            catch (JsonException bad)
            {
                problems.Add($"{path}:{number}: this line is not JSON ({bad.Message})");
            }
        }

        if (cases.Count == before && problems.Count == 0)
        {
            problems.Add($"{path} holds no case.");
        }
    }

    private static string? Missing(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return "a case is a JSON object.";
        }

        if (!Has(json, "id", JsonValueKind.String) || !Has(json, "kind", JsonValueKind.String))
        {
            return "a case needs an id and a kind, both texts.";
        }

        var kind = json.GetProperty("kind").GetString()!;
        return !Kinds.Contains(kind) ? $"'{kind}' is no kind of case; there are {string.Join(", ", Kinds)}."
            : !Has(json, "expect", JsonValueKind.Object) ? "a case needs an object 'expect'."
            : Misformed(json);
    }

    private static string? Misformed(JsonElement json)
    {
        foreach (var list in (string[])["turns", "tags"])
        {
            if (json.TryGetProperty(list, out var given)
                && (given.ValueKind != JsonValueKind.Array || given.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String)))
            {
                return $"'{list}' is a list of texts.";
            }
        }

        if (json.TryGetProperty("now", out var now) && (now.ValueKind != JsonValueKind.String || !now.TryGetDateTimeOffset(out _)))
        {
            return "'now' is a time such as 2026-03-10T10:00:00-04:00.";
        }

        return Has(json, "email", JsonValueKind.Object) || Has(json, "text", JsonValueKind.String)
            || (json.TryGetProperty("turns", out var turns) && turns.GetArrayLength() > 0)
            ? null : "a case needs 'turns' (or 'email' or 'text'), else there is nothing to run.";
    }

    private static bool Has(JsonElement json, string member, JsonValueKind kind) =>
        json.TryGetProperty(member, out var value) && value.ValueKind == kind;
}
