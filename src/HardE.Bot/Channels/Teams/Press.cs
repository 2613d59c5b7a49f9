using System.Text.Json;
using System.Text.RegularExpressions;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// A button that was pressed and the fields beside it. Anybody in the conversation can send any JSON here: only the
/// token's owner, the turn runner, decides whether it still means something.
/// </summary>
internal sealed partial record Press(string Token, IReadOnlyDictionary<string, string>? Fields)
{
    private const int LongestToken = 2_000;
    private const int LongestField = 4_000;
    private const int MostFields = 50;

    /// <param name="data">The button's data with the inputs merged in, as Teams sends it.</param>
    /// <returns>Null when this is no press of one of our buttons.</returns>
    public static Press? Read(JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } body || Text(body, "token") is not { Length: > 0 and <= LongestToken } token
            || !body.TryGetProperty("v", out var version) || version.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in body.EnumerateObject())
        {
            if (member.Name is not ("token" or "v" or "msteams") && FieldName().IsMatch(member.Name)
                && Value(member.Value) is { Length: <= LongestField } value && fields.Count < MostFields)
            {
                fields[member.Name] = value;
            }
        }

        return new Press(token, fields.Count == 0 ? null : fields);
    }

    private static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? Value(value) : null;

    private static string? Value(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => new string([.. value.GetString()!.Where(c => c is '\n' || !char.IsControl(c))]),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair: no text at all
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,63}$")]
    private static partial Regex FieldName();
}
