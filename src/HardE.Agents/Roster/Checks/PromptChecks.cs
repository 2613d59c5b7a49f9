using System.Text;

namespace HardE.Agents.Roster;

/// <summary>Rule 8: prompt files exist, are short enough, and name only variables that exist.</summary>
internal static class PromptChecks
{
    private const int MaxBytes = 24 * 1024;

    public static void Run(ConfigReport report)
    {
        foreach (var (id, agent) in report.Config.Agents)
        {
            var path = $"agents.{id}.instructions_file";
            if (agent.InstructionsFile.Length > 0 && Found(report, path, agent.InstructionsFile) is { } file)
            {
                Text(report, path, agent.InstructionsFile, File.ReadAllText(file));
            }

            if (agent.ExamplesFile is { } examples)
            {
                Found(report, $"agents.{id}.examples_file", examples);
            }
        }
    }

    private static string? Found(ConfigReport report, string path, string name)
    {
        var file = Path.GetFullPath(name, report.File.Folder);
        if (!file.StartsWith(report.File.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            report.Error(path, $"'{name}' lies outside the folder of this file");
            return null;
        }

        if (!File.Exists(file))
        {
            report.Error(path, $"there is no file '{name}'", NearestName.Hint(name, Near(report, file)));
            return null;
        }

        return file;
    }

    private static void Text(ConfigReport report, string path, string name, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            report.Error(path, $"'{name}' is longer than {MaxBytes / 1024} kB");
        }

        if (text.TrimStart().StartsWith("agent:", StringComparison.OrdinalIgnoreCase))
        {
            report.Error(path, $"'{name}' starts with 'agent:'", "that line is added by the loader");
        }

        foreach (var unknown in Prompt.VariablesIn(text).Where(v => !Prompt.Variables.Contains(v)).Distinct())
        {
            report.Error(path, $"'{name}' names the unknown variable '{unknown}'", NearestName.Hint(unknown, [.. Prompt.Variables]));
        }
    }

    private static IReadOnlyCollection<string> Near(ConfigReport report, string file) =>
        Path.GetDirectoryName(file) is { } folder && Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Select(f => Path.GetRelativePath(report.File.Folder, f).Replace('\\', '/'))]
            : [];
}
