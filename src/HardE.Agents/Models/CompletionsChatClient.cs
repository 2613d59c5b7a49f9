using System.Runtime.CompilerServices;
using System.Text;
using HardE.Agents.Roster;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace HardE.Agents.Models;

/// <summary>A model behind the chat completions interface: OpenAI's own and every compatible server.</summary>
/// <param name="inner">The library's client; it retries nothing.</param>
/// <param name="name">The model's name in the agent file.</param>
/// <param name="model">What it can and how it wants to be asked.</param>
internal sealed class CompletionsChatClient(ChatClient inner, string name, ModelEntry model) : IChatClient
{
    private readonly CompletionsRequest request = new(model);

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
        var calls = new SortedDictionary<int, CallPieces>();
        string? id = null;
        OpenAI.Chat.ChatFinishReason? finish = null;
        await foreach (var update in inner.CompleteChatStreamingAsync(CompletionsRequest.Messages(messages), request.Options(options), ct))
        {
            id ??= update.CompletionId;
            foreach (var piece in update.ToolCallUpdates)
            {
                (calls.TryGetValue(piece.Index, out var known) ? known : calls[piece.Index] = new CallPieces()).Add(piece);
            }

            foreach (var part in update.ContentUpdate.Where(p => p.Text is { Length: > 0 }))
            {
                yield return Update(id, new TextContent(part.Text));
            }

            if (update.RefusalUpdate is { Length: > 0 } refusal)
            {
                yield return Update(id, new ErrorContent(refusal) { ErrorCode = "refusal" });
            }

            finish = update.FinishReason ?? finish;
            if (update.Usage is { } usage)
            {
                yield return Update(id, new UsageContent(Usage(usage)));
            }
        }

        if (finish is null)
        {
            throw ModelFailures.CutOff(name);
        }

        foreach (var call in calls.Values)
        {
            yield return Update(id, call.Whole());
        }

        var last = Update(id);
        last.FinishReason = Finish(finish.Value);
        yield return last;
    }

    private ChatResponseUpdate Update(string? id, params AIContent[] contents) =>
        new(ChatRole.Assistant, [.. contents]) { ResponseId = id, MessageId = id, ModelId = name };

    private static UsageDetails Usage(ChatTokenUsage usage) => new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
        ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
    };

    private static ChatFinishReason Finish(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        OpenAI.Chat.ChatFinishReason.ToolCalls or OpenAI.Chat.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };

    /// <summary>A call arrives in pieces; id and name come once, arguments bit by bit.</summary>
    private sealed class CallPieces
    {
        private readonly StringBuilder name = new();
        private readonly StringBuilder arguments = new();
        private string? id;

        public void Add(StreamingChatToolCallUpdate piece)
        {
            id ??= piece.ToolCallId;
            name.Append(piece.FunctionName);
            if (piece.FunctionArgumentsUpdate is { } more && more.ToMemory().Length > 0)
            {
                arguments.Append(more);
            }
        }

        public FunctionCallContent Whole() => ModelCalls.Read(id ?? $"call_{Guid.NewGuid():N}", name.ToString(), arguments.ToString());
    }
}
