using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Models;

/// <summary>The model's turn to decide, when the rules are unsure and a model can serve.</summary>
public sealed class ModelStage(ModelRoster models, AgentConfig config, IOptions<CompanyOptions> company)
{
    private readonly TurnTranscript transcript = new(company.Value.Name, config.Limits.Run.ToolResultKb * 1024);

    /// <summary>True when a model of the agent's chain has its key and models are not switched off.</summary>
    public bool CanServe(AgentDefinition agent) => models.Serving(agent.Model).Count > 0;

    /// <summary>Makes the question for the next step of the turn.</summary>
    /// <param name="agent">The agent that has the floor.</param>
    /// <param name="turn">What was said and done so far.</param>
    /// <param name="tools">Tools it may call.</param>
    /// <param name="handoffs">Agents it may hand over to.</param>
    /// <param name="toolsOff">True for the last question of a turn: it has to answer now.</param>
    public ModelQuestion Prepare(
        AgentDefinition agent, TurnContext turn, IReadOnlyList<ITool> tools, IReadOnlyList<AgentDefinition> handoffs, bool toolsOff)
    {
        var messages = transcript.Of(agent, turn, HistoryTokens(agent.Model), Trusted(tools));
        var price = models.Serving(agent.Model) is [var first, ..] ? models.Entry(first) : null;
        return new ModelQuestion(agent, messages, Options(agent, tools, handoffs, toolsOff), handoffs, ModelUsage.Most(messages, price));
    }

    /// <summary>Asks once.</summary>
    /// <exception cref="ServiceException">No model of the chain answered.</exception>
    public async Task<ModelAnswer> AskAsync(ModelQuestion question, CancellationToken ct)
    {
        var (agent, messages, options, handoffs, _) = question;
        var client = models.Find(agent.Model)
            ?? throw new ServiceException(agent.Model, Failure.Refused, "no model of this chain has its key");
        var response = await client.GetResponseAsync(messages, options, ct);
        var spent = ModelUsage.Of(response, messages, config);
        return Read(response, handoffs, spent, Hash(agent, messages, options));
    }

    private static ChatOptions Options(
        AgentDefinition agent, IReadOnlyList<ITool> tools, IReadOnlyList<AgentDefinition> handoffs, bool toolsOff) => new()
        {
            Tools = toolsOff ? [] : ModelTools.Of(agent, tools, handoffs),
            ToolMode = toolsOff ? ChatToolMode.None : agent.RequiresToolChoice ? ChatToolMode.RequireAny : ChatToolMode.Auto,
            AllowMultipleToolCalls = agent.ParallelTools,
        };

    private static ModelAnswer Read(
        ChatResponse response, IReadOnlyList<AgentDefinition> handoffs, UsageRecord spent, string hash)
    {
        var contents = response.Messages.SelectMany(m => m.Contents).ToArray();
        if (Ending(response, contents) is var ending && ending != ModelEnding.Answered)
        {
            return new ModelAnswer(Sentence(ending), [], null, spent, hash) { Ending = ending };
        }

        var calls = contents.OfType<FunctionCallContent>().Select(ModelCalls.ToTurn).ToArray();
        var transfer = calls.FirstOrDefault(c => handoffs.Any(a => AgentRoster.TransferTool(a.Id) == c.Tool)); // the first wins
        var question = calls.Select(ModelTools.QuestionOf).FirstOrDefault(q => q is not null);
        var others = calls.Where(c => AgentRoster.TransferTarget(c.Tool) is null && c.Tool != ModelTools.AskUser).ToArray();
        return new ModelAnswer(question ?? response.Text.Trim(), others, transfer is null ? null : AgentRoster.TransferTarget(transfer.Tool), spent, hash)
        {
            HandOverCall = transfer,
        };
    }

    private static ModelEnding Ending(ChatResponse response, AIContent[] contents) =>
        contents.OfType<ErrorContent>().Any() ? ModelEnding.Refused
        : response.FinishReason == ChatFinishReason.Length ? ModelEnding.TooLong
        : response.FinishReason == ChatFinishReason.ContentFilter ? ModelEnding.Filtered
        : ModelEnding.Answered;

    private static string Sentence(ModelEnding ending) => ending switch
    {
        ModelEnding.Refused => "The language model will not do this one. Please ask in another way, or ask for a part of it.",
        ModelEnding.TooLong => "That answer got too long and was cut, so I do not show half of it. Please ask for a part of it.",
        _ => "The model provider's filter stopped that answer. Please say it in another way.",
    };

    // Half of what the model can read, after room for its answer.
    private int HistoryTokens(string model) =>
        models.Entry(model) is { } entry ? Math.Max(0, entry.Context - entry.MaxOutput) / 2 : 0;

    private static FrozenSet<string> Trusted(IReadOnlyList<ITool> tools) =>
        tools.Where(t => !t.UntrustedOutput).Select(t => t.Name).ToFrozenSet(StringComparer.Ordinal);

    private static string Hash(AgentDefinition agent, List<ChatMessage> messages, ChatOptions options)
    {
        var asked = TurnJson.Element(new
        {
            agent.Model,
            Messages = messages.Select(m => new
            {
                Role = m.Role.Value,
                m.Text,
                Calls = m.Contents.OfType<FunctionCallContent>().Select(c => new { c.CallId, c.Name, c.Arguments }),
                Results = m.Contents.OfType<FunctionResultContent>().Select(r => new { r.CallId, Text = ModelCalls.Result(r) }),
            }),
            Tools = options.Tools?.OfType<AIFunctionDeclaration>().Select(t => new { t.Name, t.Description, t.JsonSchema }),
            Mode = options.ToolMode?.GetType().Name,
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(asked))));
    }
}

/// <summary>One question to a model, ready to be asked.</summary>
/// <param name="MostUsd">US dollars that it can cost at most; 0 when the model has no price.</param>
public sealed record ModelQuestion(
    AgentDefinition Agent, List<ChatMessage> Messages, ChatOptions Options, IReadOnlyList<AgentDefinition> Handoffs, decimal MostUsd);
