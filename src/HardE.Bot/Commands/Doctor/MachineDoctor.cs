using System.Runtime.InteropServices;
using HardE.Bot.Commands.Settings;

namespace HardE.Bot.Commands.Doctor;

/// <summary>Looks at the machine: programs, fonts, the file with the secrets.</summary>
internal static class MachineDoctor
{
    public static IEnumerable<Diagnosis> Look()
    {
        yield return new Diagnosis(".NET", DiagnosisState.Embedded, RuntimeInformation.FrameworkDescription);
        yield return Program("ffmpeg", "films and sound");
        yield return Program("ffprobe", "checking films");
        yield return Program("flite", "the embedded voice");
        yield return File.Exists("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf") || !OperatingSystem.IsLinux()
            ? new Diagnosis("fonts", DiagnosisState.Embedded, "DejaVu")
            : new Diagnosis("fonts", DiagnosisState.Broken, "no DejaVu: films would have no text", "sudo apt-get install -y fonts-dejavu-core");
        if (Secrets() is { } secrets)
        {
            yield return secrets;
        }
    }

    private static Diagnosis Program(string name, string purpose)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, name)));
        return found
            ? new Diagnosis(name, DiagnosisState.Embedded, purpose)
            : new Diagnosis(name, DiagnosisState.Broken, $"missing: {purpose} will not work", $"sudo apt-get install -y {(name == "ffprobe" ? "ffmpeg" : name)}");
    }

    private static Diagnosis? Secrets()
    {
        if (!File.Exists(".env") || OperatingSystem.IsWindows())
        {
            return null;
        }

        var open = File.GetUnixFileMode(".env") & (UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return open == UnixFileMode.None
            ? new Diagnosis(".env", DiagnosisState.Configured, $"{EnvFile.Read(".env").Count} settings, readable by you only")
            : new Diagnosis(".env", DiagnosisState.Broken, "other users of this machine can read your keys", "chmod 600 .env");
    }
}
