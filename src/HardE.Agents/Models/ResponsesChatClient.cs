using System.Runtime.CompilerServices;
using HardE.Agents.Roster;
using Microsoft.Extensions.AI;
using OpenAI.Responses;

namespace HardE.Agents.Models;

/// <summary>A model behind OpenAI's responses interface, asked without keeping anything at the provider.</summary>
/// <param name="inner">The library's client; it retries nothing.</param>
/// <param name="name">The model's name in the agent file.</param>
/// <param name="model">What it can and how it wants to be asked.</param>
internal sealed class ResponsesChatClient(ResponsesClient inner, string name, ModelEntry model) : IChatClient
{
    private readonly ResponsesRequest request = new(model);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <exception cref="Services.ServiceException">The model did not answer, or its stream ended early.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ModelFailures.Guard(name, StreamAsync(messages, options, cancellationToken), cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The connection belongs to ModelConnections.
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken ct)
    {
        var (calls, done) = (0, false);
        await using var stream = await inner.CreateResponseStreamingAsync(request.Of(messages, options), ct);
        await foreach (var update in stream.WithCancellation(ct))
        {
            switch (update)
            {
                case StreamingResponseOutputTextDeltaUpdate delta:
                    yield return Update(delta.ItemId, new TextContent(delta.Delta));
                    break;
                case StreamingResponseRefusalDeltaUpdate refusal:
                    yield return Update(refusal.ItemId, new ErrorContent(refusal.Delta) { ErrorCode = "refusal" });
                    break;
                case StreamingResponseOutputItemDoneUpdate { Item: FunctionCallResponseItem call }:
                    calls++;
                    yield return Update(null, ModelCalls.Read(call.CallId, call.FunctionName, call.FunctionArguments.ToString()));
                    break;
                case StreamingResponseOutputItemDoneUpdate { Item: ReasoningResponseItem thought }:
                    yield return Update(null, new TextReasoningContent(thought.GetSummaryText()) { ProtectedData = thought.EncryptedContent });
                    break;
                case StreamingResponseCompletedUpdate completed:
                    done = true;
                    yield return Last(completed.Response, calls > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop);
                    break;
                case StreamingResponseIncompleteUpdate incomplete:
                    done = true;
                    yield return Last(incomplete.Response, Why(incomplete.Response));
                    break;
                case StreamingResponseFailedUpdate failed:
                    throw ModelFailures.CutOff(name, failed.Response.Error?.Message);
                case StreamingResponseErrorUpdate error:
                    throw ModelFailures.CutOff(name, $"{error.Code} {error.Message}");
            }
        }

        if (!done)
        {
            throw ModelFailures.CutOff(name);
        }
    }

    private ChatResponseUpdate Last(ResponseResult response, ChatFinishReason finish)
    {
        AIContent[] usage = response.Usage is { } counted ? [new UsageContent(Usage(counted))] : [];
        var last = Update(null, usage);
        last.ResponseId = response.Id;
        last.FinishReason = finish;
        return last;
    }

    // All parts of an answer are one message, whatever items they came in.
    private ChatResponseUpdate Update(string? item, params AIContent[] contents) =>
        new(ChatRole.Assistant, [.. contents]) { ModelId = name, AdditionalProperties = item is null ? null : new() { ["item"] = item } };

    private static ChatFinishReason Why(ResponseResult response) =>
        response.IncompleteStatusDetails?.Reason == ResponseIncompleteStatusReason.ContentFilter
            ? ChatFinishReason.ContentFilter : ChatFinishReason.Length;

    private static UsageDetails Usage(ResponseTokenUsage usage) => new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
        ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
    };
}
