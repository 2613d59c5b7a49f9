using System.Runtime.CompilerServices;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace HardE.Agents.Models;

/// <summary>
/// Asks again after a failure that may pass, within one deadline for all attempts, and never more calls at a time than
/// the provider may get. An answer that has begun to arrive is not asked for again while it streams.
/// </summary>
internal sealed class SteadyChatClient(IChatClient inner, string name, ProviderEntry provider, SemaphoreSlim places, TimeProvider clock)
    : DelegatingChatClient(inner)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.8);
    private readonly TimeSpan deadline = TimeSpan.FromSeconds(provider.DeadlineSeconds);
    private readonly ResiliencePipeline attempts = Attempts(provider, clock);

    /// <exception cref="ServiceException">All attempts failed, or the time for them is over.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(deadline, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var asked = messages.ToArray();
        try
        {
            await places.WaitAsync(both.Token);
            try
            {
                return await attempts.ExecuteAsync(async token => await InnerClient.GetResponseAsync(asked, options, token), both.Token);
            }
            finally
            {
                places.Release();
            }
        }
        catch (OperationCanceledException problem) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelFailures.Of(name, problem);
        }
    }

    /// <exception cref="ServiceException">No attempt began to answer, or the stream broke.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(deadline, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var asked = messages.ToArray();
        await places.WaitAsync(both.Token);
        try
        {
            await using var stream = await attempts.ExecuteAsync(async token => await BegunAsync(asked, options, token), both.Token);
            while (stream.HasCurrent)
            {
                yield return stream.Current;
                await stream.MoveAsync();
            }
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<Begun> BegunAsync(ChatMessage[] asked, ChatOptions? options, CancellationToken ct)
    {
        var begun = new Begun(InnerClient.GetStreamingResponseAsync(asked, options, ct).GetAsyncEnumerator(ct));
        try
        {
            await begun.MoveAsync();
            return begun;
        }
        catch
        {
            await begun.DisposeAsync();
            throw;
        }
    }

    private static ResiliencePipeline Attempts(ProviderEntry provider, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        return provider.Retries == 0 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ServiceException>(problem =>
                problem.Failure == Failure.Transient && !(problem.RetryAfter > TimeSpan.FromSeconds(provider.DeadlineSeconds))),
            MaxRetryAttempts = provider.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstWait,
            DelayGenerator = failed => ValueTask.FromResult((failed.Outcome.Exception as ServiceException)?.RetryAfter),
        }).Build();
    }

    /// <summary>A stream whose first piece has arrived.</summary>
    private sealed class Begun(IAsyncEnumerator<ChatResponseUpdate> reading) : IAsyncDisposable
    {
        public bool HasCurrent { get; private set; }

        public ChatResponseUpdate Current => reading.Current;

        public async Task MoveAsync() => HasCurrent = await reading.MoveNextAsync();

        public ValueTask DisposeAsync() => reading.DisposeAsync();
    }
}
