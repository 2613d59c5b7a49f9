using System.Runtime.Versioning;
using HardE.Agents.State;

namespace HardE.Tests.State;

public sealed class DataFolderTests
{
    [Fact, UnsupportedOSPlatform("windows")]
    public void A_new_data_folder_is_for_its_owner_only()
    {
        var outer = Directory.CreateTempSubdirectory("harde-test-").FullName;

        var made = new DataOptions { Folder = Path.Combine(outer, "data") }.Make();

        if (OperatingSystem.IsWindows())
        {
            return; // no such modes there
        }

        (File.GetUnixFileMode(made) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute)).ShouldBe(UnixFileMode.None);
        Directory.Delete(outer, recursive: true);
    }
}
