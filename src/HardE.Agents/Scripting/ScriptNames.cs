using System.Text.RegularExpressions;
using HardE.Agents.Services;

namespace HardE.Agents.Scripting;

/// <summary>The greeting has the right first name, and no other person is named anywhere.</summary>
internal static partial class ScriptNames
{
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "I", "I'll", "I'd", "I'm", "I've", "OK", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    };

    private static readonly HashSet<string> Openers = new(StringComparer.OrdinalIgnoreCase)
    {
        "First", "Second", "Third", "Then", "Next", "Last", "Now", "So", "And", "But", "Yes", "No", "Afterwards", "Finally",
        "Also", "Again", "Today", "Well", "Usually", "Sometimes", "Please", "Outside", "Inside", "Later", "Here", "Photos",
    };

    public static void Check(PrimerScript script, PrimerScriptInput input, CompanyOptions company, List<ScriptProblem> problems)
    {
        var greeting = script.Sections.Count > 0 ? script.Sections[0].Text : "";
        if (input.FirstName.Trim() is not { Length: > 0 } first)
        {
            problems.Add(new("no_first_name", "The customer record has no first name to greet."));
        }
        else if (!Regex.IsMatch(greeting, $@"\b{Regex.Escape(first)}\b"))
        {
            problems.Add(new("greeting_name", $"The greeting does not say “{first}”."));
        }

        var allowed = AllowedNames(input, company);
        foreach (var word in Capitalised(script.Text).Where(w => !allowed.Contains(w)).Distinct(StringComparer.Ordinal))
        {
            problems.Add(new("other_name", $"“{word}” is nobody in this customer's record."));
        }
    }

    private static HashSet<string> AllowedNames(PrimerScriptInput input, CompanyOptions company)
    {
        string?[] sources = [input.FirstName, input.RepName, input.City, company.Name, .. input.OtherOwners];
        return [.. NoNames, .. sources.OfType<string>().SelectMany(Sentences.WordsOf)];
    }

    /// <summary>Words with a capital inside a sentence, and one that stands alone before a comma at its start.</summary>
    private static IEnumerable<string> Capitalised(string text)
    {
        foreach (var sentence in Sentences.Split(text))
        {
            foreach (Match inside in Inside().Matches(sentence))
            {
                yield return inside.Value;
            }

            if (Vocative().Match(sentence) is { Success: true } start && !Openers.Contains(start.Groups[1].Value))
            {
                yield return start.Groups[1].Value;
            }
        }
    }

    [GeneratedRegex(@"(?<=[\p{L},;’']\s)\p{Lu}[\p{L}’'-]*")]
    private static partial Regex Inside();

    [GeneratedRegex(@"^(?:(?:Hi|Hello|Hey|Dear)\s+)?(\p{Lu}\p{Ll}+),")]
    private static partial Regex Vocative();
}
