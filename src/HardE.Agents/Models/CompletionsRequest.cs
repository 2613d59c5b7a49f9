using HardE.Agents.Roster;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace HardE.Agents.Models;

/// <summary>A question in the words of the chat completions interface; nothing is sent that the server does not take.</summary>
internal sealed class CompletionsRequest(ModelEntry model)
{
    private readonly CapabilitiesEntry can = model.Capabilities;

    public static IEnumerable<OpenAI.Chat.ChatMessage> Messages(IEnumerable<ChatMessage> messages) => messages.SelectMany(Message);

    public ChatCompletionOptions Options(ChatOptions? asked)
    {
        var options = asked?.RawRepresentationFactory?.Invoke(null!) as ChatCompletionOptions ?? new ChatCompletionOptions();
        Length(options, asked?.MaxOutputTokens ?? model.MaxOutput);
        options.Temperature = asked?.Temperature ?? (float?)model.Temperature;
        if (model.Reasoning is { } effort)
        {
            options.ReasoningEffortLevel = new ChatReasoningEffortLevel(effort.ToString().ToLowerInvariant());
        }

        if (asked?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } json && can.JsonSchema)
        {
            options.ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(
                json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription, can.Strict);
        }

        Tools(options, asked);
        return options;
    }

    private void Length(ChatCompletionOptions options, int tokens)
    {
        if (can.MaxTokensField == MaxTokensField.MaxTokens)
        {
            options.Patch.Set("$.max_tokens"u8, tokens);
        }
        else
        {
            options.MaxOutputTokenCount = tokens;
        }
    }

    private void Tools(ChatCompletionOptions options, ChatOptions? asked)
    {
        var tools = asked?.ToolMode is NoneChatToolMode ? [] : asked?.Tools?.OfType<AIFunctionDeclaration>().ToArray() ?? [];
        if (tools.Length == 0 || !can.Tools)
        {
            return;
        }

        foreach (var tool in tools)
        {
            options.Tools.Add(ChatTool.CreateFunctionTool(
                tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText()), can.Strict ? true : null));
        }

        options.ToolChoice = asked!.ToolMode is RequiredChatToolMode ? ChatToolChoice.CreateRequiredChoice() : ChatToolChoice.CreateAutoChoice();
        if (can.ParallelTools)
        {
            options.AllowParallelToolCalls = asked.AllowMultipleToolCalls ?? true;
        }
    }

    private static IEnumerable<OpenAI.Chat.ChatMessage> Message(ChatMessage message)
    {
        if (message.Role == ChatRole.System)
        {
            yield return OpenAI.Chat.ChatMessage.CreateSystemMessage(message.Text);
        }
        else if (message.Role == ChatRole.User)
        {
            yield return OpenAI.Chat.ChatMessage.CreateUserMessage(message.Text);
        }
        else if (message.Role == ChatRole.Tool)
        {
            foreach (var result in message.Contents.OfType<FunctionResultContent>())
            {
                yield return OpenAI.Chat.ChatMessage.CreateToolMessage(result.CallId, ModelCalls.Result(result));
            }
        }
        else
        {
            yield return Assistant(message);
        }
    }

    private static AssistantChatMessage Assistant(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>()
            .Select(c => ChatToolCall.CreateFunctionToolCall(c.CallId, c.Name, ModelCalls.Arguments(c))).ToArray();
        if (calls.Length == 0)
        {
            return OpenAI.Chat.ChatMessage.CreateAssistantMessage(message.Text);
        }

        var said = new AssistantChatMessage(calls);
        if (message.Text.Length > 0)
        {
            said.Content.Add(ChatMessageContentPart.CreateTextPart(message.Text));
        }

        return said;
    }
}
