namespace HardE.Bot.Commands.Settings;

/// <summary>A line of <c>.env</c>.</summary>
internal sealed record EnvLine(string Name, string Value, int Number);

/// <summary>Reads <c>.env</c>: <c>NAME=value</c> a line, <c>#</c> comments, optional quotes; nothing is expanded.</summary>
internal static class EnvFile
{
    public static IReadOnlyList<EnvLine> Read(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<EnvLine>()] : [];

    private static EnvLine? Parse(string line, int index)
    {
        var text = line.Trim();
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return text.Length == 0 || text[0] == '#' || equals <= 0
            ? null
            : new EnvLine(text[..equals].Trim(), Unquote(text[(equals + 1)..].Trim()), index + 1);
    }

    private static string Unquote(string value) =>
        value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1] : value;
}
