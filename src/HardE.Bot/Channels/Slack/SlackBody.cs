using System.Buffers;

namespace HardE.Bot.Channels.Slack;

/// <summary>Reads a request's body as the bytes it came in, up to a limit.</summary>
internal static class SlackBody
{
    /// <summary>1 MiB (faults.md F11).</summary>
    public const int Limit = 1 << 20;

    /// <returns>The body; null when it is larger than <see cref="Limit"/> (the rest is not read).</returns>
    /// <exception cref="BadHttpRequestException">The request is malformed or too slow for the server.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Limit)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(ct);
            if (read.Buffer.Length > Limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
