using System.Text.RegularExpressions;

namespace HardE.Tests;

/// <summary>Keeps the arrows of docs/architecture.md: who may use whom, read from the <c>using</c> lines.</summary>
public sealed partial class LayoutTests
{
    private static readonly string[] Core = ["Turns", "Roster", "Models", "Triage", "State", "Services"];
    private static readonly string Root = FindRoot();

    [Fact]
    public void Projects_point_from_bot_to_jobs_to_agents_only()
    {
        var wrong = Sources("HardE.Agents").Where(f => Uses(f).Any(u => u.StartsWith("HardE.Jobs", StringComparison.Ordinal) || u.StartsWith("HardE.Bot", StringComparison.Ordinal)))
            .Concat(Sources("HardE.Jobs").Where(f => Uses(f).Any(u => u.StartsWith("HardE.Bot", StringComparison.Ordinal))));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Core_folders_of_agents_never_use_a_subject_folder()
    {
        var wrong = Sources("HardE.Agents")
            .Where(f => Core.Contains(Folder("HardE.Agents", f)))
            .SelectMany(f => Uses(f)
                .Where(u => u.StartsWith("HardE.Agents.", StringComparison.Ordinal) && !Core.Contains(u.Split('.')[2]))
                .Select(u => $"{Path.GetRelativePath(Root, f)} uses {u}"));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Teams_and_Slack_never_name_each_other()
    {
        var wrong = Sources("HardE.Bot").Where(f =>
            (f.Contains("/Channels/Slack/", StringComparison.Ordinal) && Uses(f).Any(u => u.Contains(".Teams", StringComparison.Ordinal))) ||
            (f.Contains("/Channels/Teams/", StringComparison.Ordinal) && Uses(f).Any(u => u.Contains(".Slack", StringComparison.Ordinal))));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Simulators_use_nothing_of_ours() =>
        Directory.EnumerateFiles(Path.Combine(Root, "tests", "HardE.Simulators"), "*.cs", SearchOption.AllDirectories)
            .Where(f => Uses(f).Any(u => OurProject().IsMatch(u)))
            .ShouldBeEmpty();

    [Fact]
    public void Settings_are_read_through_options_outside_the_composition_root()
    {
        string[] allowed = ["Providers.cs", "Program.cs", "HostShape.cs"];
        string[] projects = ["HardE.Agents", "HardE.Jobs", "HardE.Bot"];
        var wrong = projects.SelectMany(Sources)
            .Where(f => !allowed.Contains(Path.GetFileName(f)) && !f.Contains("/Commands/", StringComparison.Ordinal))
            .Where(f => Uses(f).Contains("Microsoft.Extensions.Configuration") || IConfigurationWord().IsMatch(File.ReadAllText(f)));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_clock_of_the_machine_is_asked_only_through_TimeProvider()
    {
        string[] projects = ["HardE.Agents", "HardE.Jobs", "HardE.Bot"];
        projects.SelectMany(Sources).Where(f => MachineClock().IsMatch(File.ReadAllText(f))).ShouldBeEmpty();
    }

    [Fact]
    public void Top_level_holds_what_the_layout_names_and_nothing_else()
    {
        string[] allowed =
        [
            "HardE.Bot.sln", "README.md", "global.json", "Directory.Build.props", "Directory.Packages.props", ".editorconfig", ".env.example",
            ".gitignore", ".gitattributes", "agent_config.yaml", "harde", ".ci", "manifests", "samples", "prompts", "deploy", "docs", "src", "tests", "bench",
        ];
        string[] made = [".git", "artifacts", ".harde", ".harde-demo", ".env", ".vs", ".idea", "TestResults"];
        Directory.EnumerateFileSystemEntries(Root).Select(e => Path.GetFileName(e)!).Except(allowed).Except(made).ShouldBeEmpty();
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", project), "*.cs", SearchOption.AllDirectories);

    private static string Folder(string project, string file) =>
        Path.GetRelativePath(Path.Combine(Root, "src", project), file).Split('/')[0];

    private static List<string> Uses(string file) =>
        [.. UsingLine().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HardE.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
    }

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?(?:\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex("^HardE\\.(Agents|Jobs|Bot)")]
    private static partial Regex OurProject();

    [GeneratedRegex(@"\bIConfiguration\b")]
    private static partial Regex IConfigurationWord();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bStopwatch\.StartNew\b")]
    private static partial Regex MachineClock();
}
