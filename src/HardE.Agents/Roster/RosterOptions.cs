using System.ComponentModel.DataAnnotations;

namespace HardE.Agents.Roster;

/// <summary>Where the agents are declared. Section <c>Agents</c>.</summary>
public sealed class RosterOptions
{
    /// <summary>The agent file: a full path, or a name looked for in the current folder and then beside the program.</summary>
    [Required] public string ConfigFile { get; init; } = "agent_config.yaml";

    /// <summary>The file that is meant; the one in the current folder when neither exists.</summary>
    public string Find()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, ConfigFile);
        return !File.Exists(ConfigFile) && File.Exists(beside) ? beside : ConfigFile;
    }
}
