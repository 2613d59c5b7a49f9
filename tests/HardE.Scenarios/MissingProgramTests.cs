namespace HardE.Scenarios;

/// <summary>A machine without ffmpeg: whoever asks for a film is told what to install.</summary>
public sealed class MissingProgramTests
{
    [Fact]
    public async Task The_demo_and_doctor_say_what_to_install()
    {
        var folder = Directory.CreateTempSubdirectory("harde-bare-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        foreach (var name in new[] { "dotnet", "flite", "sh" })
        {
            File.CreateSymbolicLink(Path.Combine(folder, "bin", name), Find(name));
        }

        var bare = new Dictionary<string, string> { ["PATH"] = Path.Combine(folder, "bin") };
        var (code, said) = await RunningProgram.RunAsync(folder, bare, "demo", "--quick");
        var (_, diagnosis) = await RunningProgram.RunAsync(folder, bare, "doctor");
        Directory.Delete(folder, recursive: true);

        code.ShouldBe(1);
        string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain("apt-get install -y ffmpeg"); // lines may break
        said.ShouldContain("the objection answer is cited"); // the other main job works
        said.ShouldNotContain("Exception");
        diagnosis.ShouldContain("apt-get install -y ffmpeg");
    }

    private static string Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).First(File.Exists);
}
