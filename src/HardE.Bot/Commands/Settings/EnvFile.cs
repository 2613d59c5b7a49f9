namespace HardE.Bot.Commands.Settings;

/// <summary>Reads <c>.env</c>: <c>NAME=value</c> a line, <c>#</c> comments, optional quotes; nothing is expanded.</summary>
internal static class EnvFile
{
    public static Dictionary<string, string?> Read(string path)
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return found;
        }

        foreach (var line in File.ReadLines(path).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                found[line[..equals].Trim()] = Unquote(line[(equals + 1)..].Trim());
            }
        }

        return found;
    }

    private static string Unquote(string value) =>
        value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1] : value;
}
