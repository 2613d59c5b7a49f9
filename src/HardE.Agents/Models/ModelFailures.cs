using System.ClientModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HardE.Agents.Services;

namespace HardE.Agents.Models;

/// <summary>Turns what the OpenAI library throws into the one kind of exception that callers decide on.</summary>
internal static class ModelFailures
{
    /// <summary>Reads a stream on; whatever goes wrong in it comes out as <see cref="ServiceException"/>.</summary>
    public static async IAsyncEnumerable<T> Guard<T>(
        string model, IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var reading = stream.GetAsyncEnumerator(ct);
        while (true)
        {
            T next;
            try
            {
                if (!await reading.MoveNextAsync())
                {
                    yield break;
                }

                next = reading.Current;
            }
            catch (Exception problem) when (problem is not ServiceException && !ct.IsCancellationRequested)
            {
                throw Of(model, problem);
            }

            yield return next;
        }
    }

    /// <summary>The failure behind an exception of the library or of the network.</summary>
    public static ServiceException Of(string model, Exception problem) => problem switch
    {
        ServiceException known => known,
        AggregateException many when many.InnerException is { } first => Of(model, first),
        ClientResultException answered => Answered(model, answered),
        JsonException => new ServiceException(model, Failure.BadReply, "the answer is no JSON of the expected form", problem),
        OperationCanceledException => new ServiceException(model, Failure.Transient, "no answer in time", problem),
        IOException or HttpRequestException => new ServiceException(model, Failure.Transient, "the connection failed", problem),
        _ => new ServiceException(model, Failure.BadReply, problem.GetType().Name, problem),
    };

    /// <summary>A stream that ended before it said how; what came of it is no answer.</summary>
    public static ServiceException CutOff(string model, string? said = null) =>
        new(model, Failure.Transient, said is { Length: > 0 } ? $"the stream failed: {said}" : "the stream ended without saying that it was done");

    private static ServiceException Answered(string model, ClientResultException answered)
    {
        if (answered.Status == 0)
        {
            return new ServiceException(model, Failure.Transient, "the connection failed", answered);
        }

        var noMoney = answered.Message.Contains("insufficient_quota", StringComparison.Ordinal);
        var passing = answered.Status is 408 or 409 or 429 or >= 500 && !noMoney;
        return new ServiceException(
            model, passing ? Failure.Transient : Failure.Refused, string.Create(CultureInfo.InvariantCulture, $"HTTP {answered.Status}"), answered)
        {
            RetryAfter = passing ? RetryAfter(answered) : null,
        };
    }

    private static TimeSpan? RetryAfter(ClientResultException answered) =>
        answered.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) == true
        && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400
            ? TimeSpan.FromSeconds(seconds) : null;
}
