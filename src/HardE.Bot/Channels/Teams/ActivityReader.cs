using System.Buffers;
using System.Text.Json;

namespace HardE.Bot.Channels.Teams;

/// <summary>Reads one activity from a request: at most 1 MiB, plain JSON, all ids there and of sane length.</summary>
internal static class ActivityReader
{
    public const int MostBytes = 1024 * 1024;
    private const int LongestId = 512;

    /// <summary>What is wrong with the request before its body is read; null when nothing is.</summary>
    public static int? Refuse(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        return request.HasJsonContentType() && !request.Headers.ContainsKey("Content-Encoding")
            ? null
            : StatusCodes.Status415UnsupportedMediaType;
    }

    /// <returns>The status to refuse with, or the activity.</returns>
    public static async Task<(int Refused, Activity? Activity)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var (body, tooLong) = await ReadBodyAsync(request, ct);
        if (tooLong)
        {
            return (StatusCodes.Status413PayloadTooLarge, null);
        }

        try
        {
            var activity = JsonSerializer.Deserialize<Activity>(body.Span, TeamsJson.Options);
            return activity is not null && IsWhole(activity) ? (0, activity) : (StatusCodes.Status400BadRequest, null);
        }
        catch (JsonException)
        {
            return (StatusCodes.Status400BadRequest, null); // counted and logged by the caller, without contents
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Body, bool TooLong)> ReadBodyAsync(HttpRequest request, CancellationToken ct)
    {
        var body = new ArrayBufferWriter<byte>(16 * 1024);
        int read;
        while ((read = await request.Body.ReadAsync(body.GetMemory(16 * 1024), ct)) > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > MostBytes)
            {
                return (default, true);
            }
        }

        return (body.WrittenMemory, false);
    }

    private static bool IsWhole(Activity activity) =>
        activity is { From: not null, Recipient: not null, Conversation: not null }
        && IsId(activity.Type) && IsId(activity.Id) && IsId(activity.Conversation.Id)
        && IsId(activity.From.Id) && IsId(activity.Recipient.Id)
        && activity.ServiceUrl is { Length: > 0 and <= 2048 }
        && activity.ChannelId is { Length: <= LongestId }
        && activity.TenantId.Length <= LongestId
        && activity.Name is null or { Length: <= LongestId };

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && !id.Any(char.IsControl);
}
