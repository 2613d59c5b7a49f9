using System.Runtime.CompilerServices;
using HardE.Agents.Scripting;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Scripting;

/// <summary>Whole scripts as they are spoken. After a change of wording: <c>GOLDEN=write dotnet test</c>, then read the difference.</summary>
public sealed class GoldenPrimerTests
{
    public static TheoryData<string, string, string> Cases => new()
    {
        { "roofing", "c-101", "Roof replacement, water stain over the stairs" },
        { "siding", "c-102", "Re-side the whole house, faded on the south" },
        { "gutters", "c-103", "New gutters, overflow at the porch" },
        { "windows", "c-104", "Ten windows, drafts in the bedrooms" },
        { "decks", "c-105", "Screened porch" },
        { "roofing,gutters", "c-106", "Hail, roof and gutters" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_script_reads_as_the_golden_file_does(string trades, string customer, string job)
    {
        var input = new PrimerScriptInput("t", customer, "Dana", trades.Split(','), job)
        {
            City = "Hoboken",
            RepName = trades.Contains("gutters", StringComparison.Ordinal) ? null : "Morgan Pike",
            Appointment = trades == "roofing" ? new DateTimeOffset(2026, 3, 12, 19, 0, 0, TimeSpan.Zero) : null,
            OtherOwners = trades == "windows" ? ["Lee"] : [],
        };

        var script = await new ScriptWriter(Options.Create(new CompanyOptions())).WritePrimerAsync(input, default);

        script.Problems.ShouldBeEmpty();
        var told = string.Join("\n\n", script.Sections.Select(s => $"## {s.Title}\n{s.Text}"));
        Golden($"primer-{trades.Replace(',', '-')}.txt", $"# {script.Title}\n\n{told}\n");
    }

    private static void Golden(string name, string text, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            File.WriteAllText(path, text);
        }

        text.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
