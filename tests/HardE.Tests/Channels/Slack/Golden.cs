namespace HardE.Tests.Channels.Slack;

/// <summary>Files that show what the program makes. HARDE_GOLDEN=write writes them anew; look at the difference then.</summary>
internal static class Golden
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = FindRoot();

    public static string Folder => Path.Combine(Root, "tests", "HardE.Tests", "Channels", "Slack", "Golden");

    public static void Check(string file, string made)
    {
        if (Environment.GetEnvironmentVariable("HARDE_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, made);
        }

        made.ShouldBe(File.ReadAllText(file));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HardE.Bot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
