using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HardE.Agents.Turns;
using HardE.Simulators;

namespace HardE.Tests.Channels.Teams;

/// <summary>What the door makes of what arrives: the activities of teams.md 2.5 and the bodies of faults.md F11.</summary>
[Collection(SharedTeamsTests.Name)]
public sealed class ActivityTests(SharedTeams shared)
{
    private TeamsHost Teams => shared.Host;

    [Fact]
    public async Task A_message_becomes_a_request_with_everything_a_turn_needs()
    {
        var chat = An.NewChat();

        var response = await Teams.PostAsync(An.Message(" find\u00a0John Smith ", conversation: chat));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var request = (await Teams.StoredAsync(chat)).ShouldHaveSingleItem();
        request.Tenant.ShouldBe("main");
        request.Conversation.ShouldBe($"msteams:{TeamsConnectorSimulator.Tenant}:{chat}");
        request.Text.ShouldBe("find John Smith");
        request.ReplyTo.ShouldBe(new ReplyAddress("msteams", TeamsConnectorSimulator.Tenant, chat));
        request.Speaker.ShouldBe(new Speaker(An.UserObject, "Riley Rep", Roles.Rep, null, "riley@example.com"));
        request.SharedRoom.ShouldBeFalse();
        (DateTimeOffset.UtcNow - request.SaidAt).ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_channel_thread_is_a_dialogue_of_its_own_and_a_shared_room()
    {
        var thread = An.NewThread();

        await Teams.PostAsync(An.Mentioned("price gutters", thread));

        var request = (await Teams.StoredAsync(thread)).ShouldHaveSingleItem();
        request.Text.ShouldBe("price gutters");
        request.SharedRoom.ShouldBeTrue();
        request.ReplyTo.Thread.ShouldBe("1700000000001");
        request.ReplyTo.Place.ShouldBe(thread.Split(';')[0]);
    }

    [Fact]
    public async Task In_a_channel_only_messages_that_name_us_are_heard()
    {
        var thread = An.NewThread();

        var response = await Teams.PostAsync(An.Message("lunch at noon?", conversation: thread));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Teams.StoredAsync(thread)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Twenty_deliveries_of_one_message_are_one_turn()
    {
        var chat = An.NewChat();
        var activity = An.Message("create a customer", conversation: chat).ToJsonString();
        var token = $"Bearer {Teams.Simulator.Sign(new TokenRecipe())}";

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Teams.PostAsync(activity, token)));

        responses.ShouldAllBe(r => r.StatusCode == HttpStatusCode.Accepted);
        (await Teams.StoredAsync(chat)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_is_another_message()
    {
        var (one, two) = (An.NewChat(), An.NewChat());

        await Teams.PostAsync(An.Message("hello", "77", one));
        await Teams.PostAsync(An.Message("hello", "77", two));

        (await Teams.StoredAsync(one)).ShouldHaveSingleItem();
        (await Teams.StoredAsync(two)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("trace")]
    [InlineData("somethingNew")]
    [InlineData("Message")]
    public async Task Other_kinds_are_taken_and_nothing_is_done_again(string type)
    {
        var chat = An.NewChat();
        var activity = An.Message("edited text", conversation: chat);
        activity["type"] = type;

        var response = await Teams.PostAsync(activity);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Teams.StoredAsync(chat)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_of_bots_and_our_own_are_not_answered()
    {
        var chat = An.NewChat();
        var other = An.Message("hello", "1", chat);
        other["from"]!["id"] = "28:another-bot";
        var echo = An.Message("hello", "2", chat);
        echo["from"]!["id"] = An.BotId.ToUpperInvariant();

        await Teams.PostAsync(other);
        await Teams.PostAsync(echo);

        (await Teams.StoredAsync(chat)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("id")]
    [InlineData("type")]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("conversation")]
    [InlineData("serviceUrl", 403)] // not what the token says
    public async Task What_lacks_a_name_is_no_activity(string field, int status = 400)
    {
        var activity = An.Message("hello");
        activity.Remove(field);

        var response = await Teams.PostAsync(activity);

        ((int)response.StatusCode).ShouldBeOneOf(status, 400);
    }

    public static TheoryData<string, byte[], int> Bodies => new()
    {
        { "empty", [], 400 },
        { "no JSON", "hello"u8.ToArray(), 400 },
        { "an array", "[]"u8.ToArray(), 400 },
        { "null", "null"u8.ToArray(), 400 },
        { "deep", Encoding.UTF8.GetBytes(Deep(10_000)), 400 },
        { "two ids", Encoding.UTF8.GetBytes(An.Message("x").ToJsonString().Insert(1, "\"id\":\"1\",")), 400 },
        { "bad UTF-8", [.. "{\"type\":\""u8, 0xC3, 0x28, .. "\"}"u8], 400 },
        { "half a pair", Encoding.UTF8.GetBytes(An.Message("x").ToJsonString().Replace("\"x\"", "\"\\ud800\"", StringComparison.Ordinal)), 400 },
        { "one byte over 1 MiB", Encoding.UTF8.GetBytes(Long(1024 * 1024 + 1)), 413 },
        { "exactly 1 MiB", Encoding.UTF8.GetBytes(Long(1024 * 1024)), 202 },
        { "NUL in an id", Encoding.UTF8.GetBytes(An.Message("x", "1\\u00002").ToJsonString().Replace("\\\\u0000", "\\u0000", StringComparison.Ordinal)), 400 },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_broken_body_gets_its_status(string what, byte[] body, int status)
    {
        foreach (var chunked in new[] { false, true })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Teams.Url) { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Teams.Simulator.Sign(new TokenRecipe())}");
            request.Headers.TransferEncodingChunked = chunked;

            var response = await Teams.SendAsync(request);

            ((int)response.StatusCode).ShouldBe(status, $"{what}, chunked {chunked}");
        }
    }

    [Theory]
    [InlineData("text/plain", null, 415)]
    [InlineData("application/x-www-form-urlencoded", null, 415)]
    [InlineData("application/json", "gzip", 415)]
    public async Task Other_content_is_refused(string type, string? encoding, int status)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Teams.Url) { Content = new StringContent("{}") };
        request.Content.Headers.ContentType = new(type);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        ((int)(await Teams.SendAsync(request)).StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 405)]
    [InlineData("PUT", 405)]
    public async Task Only_posts_are_taken(string method, int status) =>
        ((int)(await Teams.SendAsync(new HttpRequestMessage(new HttpMethod(method), Teams.Url))).StatusCode).ShouldBe(status);

    [Fact]
    public async Task Forty_thousand_characters_and_odd_values_are_taken()
    {
        var chat = An.NewChat();
        var long_ = An.Message(new string('x', 40_000), "1", chat);
        var odd = An.Message("hello", "2", chat);
        odd["timestamp"] = "yesterday";
        odd["unknown"] = new JsonObject { ["a"] = 1 };
        odd["entities"] = new JsonArray(new JsonObject { ["type"] = "other", ["text"] = new JsonObject() });
        odd["from"]!["name"] = null;

        await Teams.PostAsync(long_);
        await Teams.PostAsync(odd);

        var stored = await Teams.StoredAsync(chat);
        stored.Select(r => r.Text.Length).ShouldBe([40_000, 5]);
        stored[1].Speaker.Name.ShouldBe(An.UserObject);
        (DateTimeOffset.UtcNow - stored[1].SaidAt).ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_mention_without_words_asks_for_help_and_a_file_gets_an_honest_answer()
    {
        var (thread, chat) = (An.NewThread(), An.NewChat());
        var file = An.Message("", "5", chat);
        file["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = "roof.pdf",
        });

        await Teams.PostAsync(An.Mentioned("", thread));
        await Teams.PostAsync(file);
        await Teams.PostAsync(file.DeepClone());
        await Teams.DoneAsync();

        (await Teams.StoredAsync(thread)).ShouldHaveSingleItem().Text.ShouldBe("help");
        (await Teams.StoredAsync(chat)).ShouldBeEmpty();
        Teams.Simulator.Shown.Where(s => s.Key.Conversation == chat)
            .ShouldHaveSingleItem().Value["text"]!.GetValue<string>().ShouldContain("cannot open files");
    }
    private static string Deep(int levels) =>
        $"{{\"type\":\"message\",\"value\":{string.Concat(Enumerable.Repeat("{\"a\":", levels))}1{new string('}', levels)}}}";

    private static string Long(int bytes)
    {
        var chat = An.NewChat();
        var empty = An.Message("", "1", chat).ToJsonString();
        return empty.Replace("\"text\":\"\"", $"\"text\":\"{new string('x', bytes - Encoding.UTF8.GetByteCount(empty))}\"", StringComparison.Ordinal);
    }
}
