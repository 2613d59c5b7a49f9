using System.Text.Json;
using HardE.Agents.Services;

namespace HardE.Bot.Channels.Slack;

/// <summary>What a Web API method answered. HTTP says 200 to nearly everything; <see cref="Ok"/> is the truth.</summary>
/// <param name="Method">The method that was called.</param>
/// <param name="Body">The whole answer.</param>
internal sealed record SlackAnswer(string Method, JsonElement Body)
{
    public bool Ok => Body.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True;

    /// <summary>Slack's error code; empty when there is none.</summary>
    public string Error => Ok ? "" : SlackErrors.Redact(Text("error") ?? "unknown_error");

    /// <summary>What Slack adds to an error: the scope that is missing, which block is wrong.</summary>
    public string Hint
    {
        get
        {
            var messages = Find("response_metadata") is { ValueKind: JsonValueKind.Object } metadata
                && metadata.TryGetProperty("messages", out var list) && list.ValueKind == JsonValueKind.Array
                ? string.Join("; ", list.EnumerateArray().Select(m => m.ToString()))
                : "";
            return SlackErrors.Redact($"{Text("needed")} {messages}".Trim());
        }
    }

    /// <summary>Where the next page starts; null at the end.</summary>
    public string? NextCursor =>
        Find("response_metadata") is { ValueKind: JsonValueKind.Object } metadata
        && metadata.TryGetProperty("next_cursor", out var cursor) && cursor.GetString() is { Length: > 0 } next
            ? next
            : null;

    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public JsonElement? Find(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value : null;

    /// <summary>A list in the answer; empty when it is not there.</summary>
    public IEnumerable<JsonElement> List(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <returns>This answer, when it is a yes.</returns>
    /// <exception cref="ServiceException">Slack said no.</exception>
    public SlackAnswer OrThrow() => Ok ? this : throw Refusal();

    /// <summary>The exception that stands for this refusal.</summary>
    public ServiceException Refusal() => new("Slack", SlackErrors.FailureOf(Error), $"{Method}: {Error}");
}
