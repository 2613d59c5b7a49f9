namespace HardE.Bot.Commands.Settings;

/// <summary>A line of <c>.env</c>.</summary>
internal sealed record EnvLine(string Name, string Value, int Number);

/// <summary>Reads and changes <c>.env</c>: <c>NAME=value</c> a line, <c>#</c> comments, optional quotes; nothing is expanded.</summary>
internal static class EnvFile
{
    public static IReadOnlyList<EnvLine> Read(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<EnvLine>()] : [];

    /// <summary>
    /// Sets variables: a line that holds one of these settings, under whatever spelling, is replaced in its place; all
    /// other lines stay as they are, new ones come last. Afterwards only this user can read the file.
    /// </summary>
    /// <exception cref="ArgumentException">A value has a line break.</exception>
    public static void Update(string path, IReadOnlyDictionary<string, string> values)
    {
        var wanted = values.ToDictionary(v => Identity(v.Key), v => $"{v.Key}={Quote(v.Key, v.Value)}", StringComparer.OrdinalIgnoreCase);
        var placed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lines = new List<string>();
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (Parse(line, 0) is not { } setting || !wanted.TryGetValue(Identity(setting.Name), out var replacement))
            {
                lines.Add(line);
            }
            else if (placed.Add(Identity(setting.Name)))
            {
                lines.Add(replacement);
            }
        }

        lines.AddRange(wanted.Where(w => !placed.Contains(w.Key)).Select(w => w.Value));
        WritePrivately(path, lines);
    }

    private static void WritePrivately(string path, IEnumerable<string> lines)
    {
        var part = path + ".part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new StreamWriter(part, options))
        {
            foreach (var line in lines)
            {
                file.WriteLine(line);
            }
        }

        File.Move(part, path, overwrite: true);
    }

    /// <summary>The setting that a name fills, whoever's spelling it is; the name itself where it fills none.</summary>
    private static string Identity(string name)
    {
        var bare = name.EndsWith("_FILE", StringComparison.Ordinal) ? name[..^5] : name;
        return SettingsSources.SettingOf(bare) ?? bare;
    }

    private static EnvLine? Parse(string line, int index)
    {
        var text = line.Trim();
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return text.Length == 0 || text[0] == '#' || equals <= 0
            ? null
            : new EnvLine(text[..equals].Trim(), Unquote(text[(equals + 1)..].Trim()), index + 1);
    }

    private static string Quote(string name, string value)
    {
        if (value.Any(char.IsControl))
        {
            throw new ArgumentException($"The value of {name} must be one line without control characters.");
        }

        return value.Any(char.IsWhiteSpace) || Unquote(value) != value ? $"\"{value}\"" : value;
    }

    private static string Unquote(string value) =>
        value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1] : value;
}
