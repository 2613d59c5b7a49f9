using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HardE.Agents.Roster;

/// <summary>The agent file with what reading it found: values, the line of each path, and what did not fit.</summary>
public sealed class AgentConfigFile
{
    private readonly IReadOnlyDictionary<string, int> lines;

    private AgentConfigFile(
        string path, AgentConfig config, IReadOnlyDictionary<string, int> lines, IReadOnlyList<ConfigProblem> misfits)
    {
        Path = path;
        Config = config;
        this.lines = lines;
        Misfits = misfits;
    }

    /// <summary>Where it was read from.</summary>
    public string Path { get; }

    /// <summary>Folder that file names in it start from.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? ".";

    /// <summary>What could be read; holes where <see cref="Misfits"/> says so.</summary>
    public AgentConfig Config { get; }

    /// <summary>Unknown keys, missing keys, values of the wrong kind.</summary>
    public IReadOnlyList<ConfigProblem> Misfits { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigException">There is no such file, or it is no YAML at all.</exception>
    public static AgentConfigFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ConfigException([new ConfigProblem(true, path, 1, "", problem.Message, "set Agents:ConfigFile")]);
        }
    }

    /// <summary>Reads YAML text as if it stood in the file <paramref name="path"/>.</summary>
    /// <exception cref="ConfigException">It is no YAML, or a key stands twice.</exception>
    public static AgentConfigFile Parse(string yaml, string path)
    {
        var reading = new YamlReading();
        var json = reading.Read(Root(yaml, path), typeof(AgentConfig));
        var config = json?.Deserialize<AgentConfig>(ConfigJson.Lenient) ?? new AgentConfig();
        return new AgentConfigFile(path, config, reading.Lines,
            [.. reading.Misfits.Select(m => new ConfigProblem(true, path, m.Line, m.Path, m.Message, m.Hint))]);
    }

    /// <summary>Line of a path, or of the nearest thing around it.</summary>
    public int LineOf(string path)
    {
        while (path.Length > 0)
        {
            if (lines.TryGetValue(path, out var line))
            {
                return line;
            }

            path = path[..Math.Max(0, Math.Max(path.LastIndexOf('.'), path.LastIndexOf('[')))];
        }

        return lines.GetValueOrDefault("", 1);
    }

    private static YamlNode Root(string yaml, string path)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count == 1
                ? stream.Documents[0].RootNode
                : throw new ConfigException([new ConfigProblem(true, path, 1, "", $"holds {stream.Documents.Count} YAML documents, must be one")]);
        }
        catch (YamlException problem)
        {
            throw new ConfigException([new ConfigProblem(true, path, (int)problem.Start.Line, "", problem.Message)]);
        }
    }
}
