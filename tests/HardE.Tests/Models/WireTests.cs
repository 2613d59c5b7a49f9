using System.Text.Json;
using HardE.Agents.Services;
using HardE.Simulators;
using Microsoft.Extensions.AI;

namespace HardE.Tests.Models;

/// <summary>What no proper server does, and what exactly is sent: against our own simulator.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData("chat", """{"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Half an"},"finish_reason":null}]}""")]
    [InlineData("responses", """{"type":"response.output_text.delta","sequence_number":1,"item_id":"i","output_index":0,"content_index":0,"delta":"Half an"}""")]
    public async Task A_clean_end_that_says_nothing_is_no_answer(string api, string piece)
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url);
        server.NextStream(piece);

        var cut = await Should.ThrowAsync<ServiceException>(world.Client(api).GetResponseAsync([new(ChatRole.User, "hi")]));

        cut.Failure.ShouldBe(Failure.Transient);
        cut.Message.ShouldContain("without saying that it was done");
    }

    [Theory]
    [InlineData("chat", """{"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"refusal":"I will not."},"finish_reason":"stop"}]}""", "[DONE]")]
    [InlineData("responses", """{"type":"response.refusal.delta","sequence_number":1,"item_id":"i","output_index":0,"content_index":0,"delta":"I will not."}""", """{"type":"response.completed","sequence_number":2,"response":{"id":"r1","object":"response","created_at":1,"status":"completed","model":"m","output":[],"parallel_tool_calls":true,"tools":[]}}""")]
    public async Task A_refusal_is_marked_as_one(string api, string piece, string end)
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url);
        server.NextStream(piece, end);

        var answer = await world.Client(api).GetResponseAsync([new(ChatRole.User, "hi")]);

        answer.Messages.SelectMany(m => m.Contents).OfType<ErrorContent>().ShouldHaveSingleItem().ErrorCode.ShouldBe("refusal");
    }

    [Theory]
    [InlineData("max_output_tokens", "length")]
    [InlineData("content_filter", "content_filter")]
    public async Task An_incomplete_response_says_why(string reason, string finish)
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url);
        server.NextStream(
            """{"type":"response.output_text.delta","sequence_number":1,"item_id":"i","output_index":0,"content_index":0,"delta":"Half"}""",
            $$$"""{"type":"response.incomplete","sequence_number":2,"response":{"id":"r1","object":"response","created_at":1,"status":"incomplete","incomplete_details":{"reason":"{{{reason}}}"},"model":"m","output":[],"parallel_tool_calls":true,"tools":[]}}""");

        (await world.Client("responses").GetResponseAsync([new(ChatRole.User, "hi")])).FinishReason!.Value.Value.ShouldBe(finish);
    }

    [Theory, InlineData("chat"), InlineData("responses")]
    public async Task A_piece_that_is_no_json_is_a_bad_reply(string api)
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url, retries: 2);
        server.NextStream("{\"id\": oops");

        (await Should.ThrowAsync<ServiceException>(world.Client(api).GetResponseAsync([new(ChatRole.User, "hi")]))).Failure.ShouldBe(Failure.BadReply);
        server.Requests.Count.ShouldBe(1);
    }

    [Theory, InlineData("chat"), InlineData("responses")]
    public async Task What_may_pass_is_asked_again(string api)
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url, retries: 2);
        server.Next(429, retryAfter: "0");
        server.Next(503, retryAfter: "0");
        server.NextStream(api == "chat"
            ? """{"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Third time."},"finish_reason":"stop"}]}"""
            : """{"type":"response.output_text.delta","sequence_number":1,"item_id":"i","output_index":0,"content_index":0,"delta":"Third time."}""",
            api == "chat" ? "[DONE]" : """{"type":"response.completed","sequence_number":2,"response":{"id":"r1","object":"response","created_at":1,"status":"completed","model":"m","output":[],"parallel_tool_calls":true,"tools":[]}}""");

        (await world.Client(api).GetResponseAsync([new(ChatRole.User, "hi")])).Text.ShouldBe("Third time.");
    }

    [Fact]
    public async Task Broken_arguments_reach_the_tool_as_what_they_are()
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url);
        server.NextStream(
            """{"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"find_thing","arguments":"{\"qu"}}]},"finish_reason":null}]}""",
            """{"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}""",
            "[DONE]");

        var call = (await world.Client("chat").GetResponseAsync([new(ChatRole.User, "hi")])).Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Single();

        call.Arguments!["unreadable_arguments"].ShouldBe("{\"qu");
    }

    [Fact]
    public async Task Nothing_is_kept_at_the_provider_and_schemas_are_strict()
    {
        var sent = await SentAsync("responses");

        sent.GetProperty("store").GetBoolean().ShouldBeFalse();
        sent.GetProperty("stream").GetBoolean().ShouldBeTrue();
        sent.GetProperty("tools")[0].GetProperty("strict").GetBoolean().ShouldBeTrue();
        sent.GetProperty("text").GetProperty("format").GetProperty("type").GetString().ShouldBe("json_schema");
        sent.GetProperty("text").GetProperty("format").GetProperty("strict").GetBoolean().ShouldBeTrue();
        sent.TryGetProperty("temperature", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_plain_server_is_sent_only_what_it_takes()
    {
        var sent = await SentAsync("plain");

        sent.GetProperty("max_tokens").GetInt32().ShouldBe(500);
        sent.TryGetProperty("max_completion_tokens", out _).ShouldBeFalse();
        sent.TryGetProperty("parallel_tool_calls", out _).ShouldBeFalse();
        sent.GetProperty("temperature").GetDouble().ShouldBe(0.5);
    }

    [Theory]
    [InlineData(401, Failure.Refused)]
    [InlineData(400, Failure.Refused)]
    [InlineData(404, Failure.Refused)]
    [InlineData(408, Failure.Transient)]
    [InlineData(429, Failure.Transient)]
    [InlineData(503, Failure.Transient)]
    public async Task A_status_is_sorted_by_whether_it_may_pass(int status, Failure failure)
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url);
        server.Next(status, "{\"error\":{\"message\":\"no\"}}", retryAfter: "7");

        var problem = await Should.ThrowAsync<ServiceException>(world.Client("chat").GetResponseAsync([new(ChatRole.User, "hi")]));

        problem.Failure.ShouldBe(failure);
        problem.RetryAfter.ShouldBe(failure == Failure.Transient ? TimeSpan.FromSeconds(7) : null);
        problem.Message.ShouldNotContain("test-key-of-nobody");
    }

    [Fact]
    public async Task An_empty_purse_is_not_asked_again()
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url, retries: 2);
        server.Next(429, "{\"error\":{\"message\":\"no money\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}");

        (await Should.ThrowAsync<ServiceException>(world.Client("chat").GetResponseAsync([new(ChatRole.User, "hi")]))).Failure.ShouldBe(Failure.Refused);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_next_of_the_chain_answers_when_the_first_fails()
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url);
        server.Next(503);
        server.NextStream(
            """{"type":"response.output_text.delta","sequence_number":1,"item_id":"i","output_index":0,"content_index":0,"delta":"Here."}""",
            """{"type":"response.completed","sequence_number":2,"response":{"id":"r1","object":"response","created_at":1,"status":"completed","model":"m","output":[],"parallel_tool_calls":true,"tools":[]}}""");

        var answer = await world.Client("chain").GetResponseAsync([new(ChatRole.User, "hi")]);

        answer.Text.ShouldBe("Here.");
        answer.ModelId.ShouldBe("responses");
    }

    private static async Task<JsonElement> SentAsync(string model)
    {
        await using var server = await ModelSimulator.StartAsync();
        using var world = new ModelWorld(server.Url);
        server.Next(400);
        var tool = AIFunctionFactory.CreateDeclaration("find_thing", "Finds.", JsonElement.Parse("""{"type":"object","properties":{},"required":[],"additionalProperties":false}"""));
        await Should.ThrowAsync<ServiceException>(world.Client(model).GetResponseAsync([new(ChatRole.User, "hi")], new ChatOptions { Tools = [tool], ResponseFormat = ChatResponseFormat.ForJsonSchema(tool.JsonSchema, "answer") }));
        return JsonElement.Parse(server.Requests.Single());
    }
}
