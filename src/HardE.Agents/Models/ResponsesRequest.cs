using HardE.Agents.Roster;
using Microsoft.Extensions.AI;
using OpenAI.Responses;

namespace HardE.Agents.Models;

/// <summary>A question in the words of the responses interface; nothing is kept at the provider.</summary>
internal sealed class ResponsesRequest(ModelEntry model)
{
    private readonly CapabilitiesEntry can = model.Capabilities;

    public CreateResponseOptions Of(IEnumerable<ChatMessage> messages, ChatOptions? asked)
    {
        var request = new CreateResponseOptions(model.Id, messages.SelectMany(Items))
        {
            StoredOutputEnabled = false,
            StreamingEnabled = true,
            MaxOutputTokenCount = asked?.MaxOutputTokens ?? model.MaxOutput,
            Temperature = asked?.Temperature ?? (float?)model.Temperature,
        };
        if (model.Reasoning is { } effort)
        {
            request.ReasoningOptions = new ResponseReasoningOptions
            {
                ReasoningEffortLevel = new ResponseReasoningEffortLevel(effort.ToString().ToLowerInvariant()),
            };
            request.IncludedProperties.Add(IncludedResponseProperty.ReasoningEncryptedContent);
        }

        if (asked?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } json && can.JsonSchema)
        {
            request.TextOptions = new ResponseTextOptions
            {
                TextFormat = ResponseTextFormat.CreateJsonSchemaFormat(
                    json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription, can.Strict),
            };
        }

        Tools(request, asked);
        return request;
    }

    private void Tools(CreateResponseOptions request, ChatOptions? asked)
    {
        var tools = asked?.ToolMode is NoneChatToolMode ? [] : asked?.Tools?.OfType<AIFunctionDeclaration>().ToArray() ?? [];
        if (tools.Length == 0 || !can.Tools)
        {
            return;
        }

        foreach (var tool in tools)
        {
            request.Tools.Add(ResponseTool.CreateFunctionTool(
                tool.Name, BinaryData.FromString(tool.JsonSchema.GetRawText()), can.Strict, tool.Description));
        }

        request.ToolChoice = asked!.ToolMode is RequiredChatToolMode
            ? ResponseToolChoice.CreateRequiredChoice() : ResponseToolChoice.CreateAutoChoice();
        if (can.ParallelTools)
        {
            request.ParallelToolCallsEnabled = asked.AllowMultipleToolCalls ?? true;
        }
    }

    private static IEnumerable<ResponseItem> Items(ChatMessage message)
    {
        if (message.Role == ChatRole.System)
        {
            yield return ResponseItem.CreateSystemMessageItem(message.Text);
            yield break;
        }

        if (message.Role == ChatRole.User)
        {
            yield return ResponseItem.CreateUserMessageItem(message.Text);
            yield break;
        }

        foreach (var part in message.Contents)
        {
            switch (part)
            {
                case TextReasoningContent { ProtectedData: { } sealedThought }:
                    yield return new ReasoningResponseItem { EncryptedContent = sealedThought };
                    break;
                case TextContent { Text.Length: > 0 } text:
                    yield return ResponseItem.CreateAssistantMessageItem(text.Text);
                    break;
                case FunctionCallContent call:
                    yield return ResponseItem.CreateFunctionCallItem(call.CallId, call.Name, ModelCalls.Arguments(call));
                    break;
                case FunctionResultContent result:
                    yield return ResponseItem.CreateFunctionCallOutputItem(result.CallId, ModelCalls.Result(result));
                    break;
            }
        }
    }
}
