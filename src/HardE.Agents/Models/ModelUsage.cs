using HardE.Agents.Roster;
using Microsoft.Extensions.AI;

namespace HardE.Agents.Models;

/// <summary>Reads what an answer cost; guesses, and says so, where the server sent no numbers.</summary>
internal static class ModelUsage
{
    private const int LettersPerToken = 4;
    private const decimal Million = 1_000_000m;

    public static UsageRecord Of(ChatResponse response, IReadOnlyList<ChatMessage> asked, AgentConfig config)
    {
        var model = response.ModelId ?? "";
        var given = response.Usage is { InputTokenCount: > 0 } counted ? counted : null;
        var input = given?.InputTokenCount ?? Tokens(asked);
        var output = given?.OutputTokenCount ?? Tokens(response.Messages);
        var cached = given?.CachedInputTokenCount ?? 0;
        var price = config.Models.GetValueOrDefault(model)?.Price;
        var usd = price is null ? 0m : (((input - cached) * price.Input) + (cached * price.Cached) + (output * price.Output)) / Million;
        return new UsageRecord(model, input, output, cached, given?.ReasoningTokenCount ?? 0, usd, given is null);
    }

    /// <summary>The most that a question can cost: all it holds, and the longest answer; 0 without a price.</summary>
    public static decimal Most(IReadOnlyList<ChatMessage> asked, ModelEntry? model) =>
        model?.Price is { } price ? ((Tokens(asked) * price.Input) + (model.MaxOutput * price.Output)) / Million : 0m;

    private static long Tokens(IEnumerable<ChatMessage> messages) =>
        1 + (messages.Sum(m => m.Contents.Sum(Letters)) / LettersPerToken);

    private static long Letters(AIContent content) => content switch
    {
        TextContent text => text.Text.Length,
        FunctionCallContent call => call.Name.Length + ModelCalls.Arguments(call).ToMemory().Length,
        FunctionResultContent result => ModelCalls.Result(result).Length,
        _ => 0,
    };
}
