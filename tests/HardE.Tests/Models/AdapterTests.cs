using System.Text.Json;
using HardE.Agents.Services;
using Microsoft.Extensions.AI;

namespace HardE.Tests.Models;

/// <summary>One suite for both adapters, against aimock as a real process.</summary>
[Collection("aimock")]
public sealed class AdapterTests(AimockServer aimock)
{
    private static readonly JsonElement Any = JsonElement.Parse(
        """{"type":"object","properties":{"query":{"type":"string"}},"required":["query"],"additionalProperties":false}""");

    [Theory, InlineData("chat"), InlineData("responses")]
    public async Task Text_arrives_whole(string api)
    {
        var answer = await AskAsync(api, "tell me about gutters");

        answer.Text.ShouldBe("Seamless aluminium gutters are rolled on site and cut to length.");
        answer.FinishReason.ShouldBe(ChatFinishReason.Stop);
        answer.ModelId.ShouldBe(api);
    }

    [Theory, InlineData("chat"), InlineData("responses")]
    public async Task Text_streams_in_pieces(string api)
    {
        using var world = new ModelWorld(aimock.Url);
        var pieces = new List<string>();
        await foreach (var update in world.Client(api).GetStreamingResponseAsync([new(ChatRole.User, "tell me about gutters")]))
        {
            pieces.AddRange(update.Contents.OfType<TextContent>().Select(t => t.Text));
        }

        pieces.Count.ShouldBeGreaterThan(2);
        string.Concat(pieces).ShouldStartWith("Seamless aluminium");
    }

    [Theory, InlineData("chat"), InlineData("responses")]
    public async Task Parallel_calls_keep_order_ids_and_arguments(string api)
    {
        var answer = await AskAsync(api, null, new ChatOptions { Tools = [Tool("search_customers"), Tool("find_jobs")] },
            new ChatMessage(ChatRole.System, "agent: leap_interaction_agent"), new ChatMessage(ChatRole.User, "find Sample Lee"),
            new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call_ho_1", "transfer_to_leap_interaction_agent", new Dictionary<string, object?>())]),
            new ChatMessage(ChatRole.Tool, [new FunctionResultContent("call_ho_1", "{}")]));

        var calls = answer.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToArray();
        calls.Select(c => (c.CallId, c.Name)).ShouldBe([("call_s_1", "search_customers"), ("call_s_2", "find_jobs")]);
        calls[0].Arguments!["query"]!.ToString().ShouldBe("Sample Lee");
        answer.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
    }

    /// <summary>aimock knows schemas on the chat interface only; the other one is on trial in <see cref="WireTests"/>.</summary>
    [Fact]
    public async Task An_answer_follows_a_schema()
    {
        var answer = await AskAsync("chat", "new customer Sample Rivera", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(Any, "slots") });

        JsonElement.Parse(answer.Text).GetProperty("slots").GetArrayLength().ShouldBe(3);
    }

    [Theory, InlineData("chat"), InlineData("responses")]
    public async Task Usage_is_counted_while_streaming(string api) =>
        (await AskAsync(api, "say who is who")).Usage.ShouldNotBeNull().InputTokenCount.ShouldBe(1000);

    [Theory, InlineData("chat"), InlineData("responses")]
    public async Task A_cancelled_question_stops_as_cancelled(string api)
    {
        using var world = new ModelWorld(aimock.Url);
        using var stop = new CancellationTokenSource();
        var reading = world.Client(api).GetStreamingResponseAsync([new(ChatRole.User, "fault:stall-mid-stream")], null, stop.Token).GetAsyncEnumerator();
        await reading.MoveNextAsync();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            while (await reading.MoveNextAsync())
            {
            }
        });
        await reading.DisposeAsync();
    }

    /// <summary>The fixture counts its calls, so it serves one test; both interfaces are on trial in <see cref="WireTests"/>.</summary>
    [Fact]
    public async Task A_throttled_question_is_asked_again_after_the_time_that_was_named() =>
        (await AskAsync("chat", "fault:429-once", retries: 2)).Text.ShouldBe("Recovered after one 429.");

    [Theory, InlineData("chat", "fault:500-always"), InlineData("responses", "fault:500-always")]
    [InlineData("chat", "fault:drop-mid-stream"), InlineData("responses", "fault:drop-mid-stream")]
    [InlineData("chat", "fault:truncate"), InlineData("responses", "fault:truncate")]
    [InlineData("chat", "fault:malformed"), InlineData("responses", "fault:malformed")]
    public async Task A_broken_answer_is_a_failure_that_may_pass(string api, string fault) =>
        (await Should.ThrowAsync<ServiceException>(AskAsync(api, fault))).Failure.ShouldBe(Failure.Transient);

    [Theory, InlineData("chat"), InlineData("responses")]
    public async Task A_question_that_nobody_scripted_is_refused(string api) =>
        (await Should.ThrowAsync<ServiceException>(AskAsync(api, "nobody knows this one"))).Failure.ShouldBe(Failure.Refused);

    [Theory, InlineData("chat"), InlineData("responses")]
    public async Task A_stalled_stream_ends_with_the_deadline(string api)
    {
        using var world = new ModelWorld(aimock.Url, timeoutSeconds: 1, deadlineSeconds: 1);

        (await Should.ThrowAsync<ServiceException>(world.Client(api).GetResponseAsync([new(ChatRole.User, "fault:stall-mid-stream")])))
            .Failure.ShouldBe(Failure.Transient);
    }

    [Fact]
    public async Task Too_long_is_said_as_the_reason_of_the_end() =>
        (await AskAsync("chat", "fault:length")).FinishReason.ShouldBe(ChatFinishReason.Length);

    private static AIFunctionDeclaration Tool(string name) => AIFunctionFactory.CreateDeclaration(name, $"Does {name}.", Any);

    private async Task<ChatResponse> AskAsync(string api, string? text, ChatOptions? options = null, params ChatMessage[] messages) =>
        await AskAsync(api, text, 0, options, messages);

    private async Task<ChatResponse> AskAsync(string api, string? text, int retries, ChatOptions? options = null, params ChatMessage[] messages)
    {
        using var world = new ModelWorld(aimock.Url, retries);
        return await world.Client(api).GetResponseAsync(text is null ? messages : [new ChatMessage(ChatRole.User, text)], options);
    }
}
