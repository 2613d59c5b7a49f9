using HardE.Agents.Services;

namespace HardE.Agents.Scripting;

/// <summary>The values that primer templates may name.</summary>
internal static class PrimerWords
{
    public static Dictionary<string, object?> Of(PrimerScriptInput input, IReadOnlyList<Trade> trades, CompanyOptions company)
    {
        var rep = FirstWord(input.RepName);
        var alone = rep is null;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["first"] = input.FirstName.Trim(),
            ["company"] = company.Name,
            ["rep"] = rep,
            ["who"] = alone ? $"the team at {company.Name}" : $"{rep} with {company.Name}",
            ["I"] = alone ? "we" : "I",
            ["Ill"] = alone ? "we'll" : "I'll",
            ["Id"] = alone ? "we'd" : "I'd",
            ["Im"] = alone ? "we're" : "I'm",
            ["me"] = alone ? "us" : "me",
            ["my"] = alone ? "our" : "my",
            ["work"] = ReasonWords.Work(trades, input.JobDescription),
            ["concern"] = ReasonWords.Concern(input.JobDescription),
            ["city"] = input.City is { Length: > 0 } city ? city.Trim() : null,
            ["others"] = trades.Count > 1 ? ReasonWords.Join([.. trades.Skip(1).Select(t => t.Thing)]) : null,
            ["other"] = trades.Count > 1 ? trades[1].Thing : null,
            ["deciders"] = Deciders(input),
            ["when"] = input.Appointment is { } visit ? SpokenWords.Moment(TimeZoneInfo.ConvertTime(visit, company.Zone)) : null,
            ["phone"] = SpokenWords.Phone(company.Phone) is { Length: > 0 } phone ? phone : null,
            ["warm"] = input.Tone == ScriptTone.Warm,
            ["short"] = input.Length == ScriptLength.Brief,
        };
    }

    private static string Deciders(PrimerScriptInput input)
    {
        var others = input.OtherOwners.Where(o => !input.FirstName.Contains(o, StringComparison.OrdinalIgnoreCase)).ToList();
        return others.Count == 0 ? "everyone who has a say in this" : $"both you and {ReasonWords.Join(others)}";
    }

    private static string? FirstWord(string? name) =>
        name?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
