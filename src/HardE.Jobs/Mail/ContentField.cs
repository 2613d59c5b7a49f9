using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>A structured field such as Content-Type: a word and its parameters (RFC 2045 5.1).</summary>
/// <param name="Name">Lower case: <c>text/plain</c>.</param>
internal sealed partial record ContentField(string Name, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>A parameter; null when it is not there. An extended one (<c>filename*</c>) counts under its plain name.</summary>
    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    public static ContentField Parse(string value)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Parameter().Matches(value))
        {
            var text = match.Groups["quoted"].Success
                ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal)
                : match.Groups["plain"].Value;
            parameters.TryAdd(match.Groups["name"].Value.Split('*')[0], text);
        }

        return new ContentField(value.Split(';')[0].Trim().ToLowerInvariant(), parameters);
    }

    [GeneratedRegex("""(?:;|^)\s*(?<name>[^\s=;"]+)\s*=\s*(?:"(?<quoted>(?:\\.|[^"\\])*)"|(?<plain>[^\s;"]+))""")]
    private static partial Regex Parameter();
}
