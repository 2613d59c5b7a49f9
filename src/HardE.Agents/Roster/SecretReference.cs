using System.Text.RegularExpressions;

namespace HardE.Agents.Roster;

/// <summary>Reads the secrets that the agent file only names: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
/// <param name="environment">Value of a variable by name; null when it is not set.</param>
public sealed partial class SecretReference(Func<string, string?> environment)
{
    /// <summary>Reads from the process's own environment.</summary>
    public SecretReference()
        : this(Environment.GetEnvironmentVariable)
    {
    }

    /// <summary>True for the two forms that may stand in the file.</summary>
    public static bool IsReference(string value) => Form().IsMatch(value);

    /// <summary>Value of a variable; null when it is not set or blank.</summary>
    public string? Variable(string name) => environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The secret; null when the variable is not set or the file is not there.</summary>
    public string? Resolve(string reference)
    {
        var at = reference.IndexOf(':', StringComparison.Ordinal);
        var (kind, name) = (reference[..at], reference[(at + 1)..]);
        if (kind == "env")
        {
            return Variable(name);
        }

        var text = File.Exists(name) ? File.ReadAllText(name).Trim() : "";
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex("^(env:[A-Za-z_][A-Za-z0-9_]{0,99}|file:[^\r\n]{1,400})$")]
    private static partial Regex Form();
}
