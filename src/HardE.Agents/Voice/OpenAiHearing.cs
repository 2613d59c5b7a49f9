using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Runtime.CompilerServices;
using HardE.Agents.Services;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Audio;

namespace HardE.Agents.Voice;

/// <summary>OpenAI's transcription behind the neutral port.</summary>
internal sealed class OpenAiHearing : ISpeechToTextClient
{
    private readonly AudioClient audio;

    public OpenAiHearing(HearingOptions options, ApiKeyCredential key, Uri? address)
    {
        var settings = new OpenAIClientOptions { NetworkTimeout = options.Timeout, RetryPolicy = new ClientRetryPolicy(1) };
        if (address is not null)
        {
            settings.Endpoint = address;
        }

        audio = new AudioClient(options.Model, key, settings);
    }

    /// <exception cref="ServiceException">It was not transcribed; <c>Refused</c> when the sound is of no use to the service.</exception>
    public async Task<SpeechToTextResponse> GetTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            // Its kind is read from the name's ending, so the name is made from the sound itself.
            var name = "clip" + await SoundFile.EndingAsync(audioSpeechStream, cancellationToken);
            var heard = await audio.TranscribeAudioAsync(audioSpeechStream, name, new AudioTranscriptionOptions(), cancellationToken);
            return new SpeechToTextResponse(heard.Value.Text ?? "");
        }
        catch (ClientResultException problem)
        {
            var status = (HttpStatusCode)problem.Status;
            var failure = status is 0 or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
                ? Failure.Transient
                : Failure.Refused;
            throw new ServiceException("speech to text", failure, $"HTTP {problem.Status}", problem);
        }
        catch (Exception problem) when (problem is HttpRequestException || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ServiceException("speech to text", Failure.Transient, "no answer", problem);
        }
    }

    public async IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetTextAsync(audioSpeechStream, options, cancellationToken)).ToSpeechToTextResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The library keeps its own pool of connections.
    }
}
