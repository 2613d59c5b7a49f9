using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HardE.Agents.State;
using HardE.Bot.Api;
using HardE.Tests.Admin;
using HardE.Tests.State;

namespace HardE.Tests.Api;

public sealed class PrimersApiTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_order_becomes_a_run_that_can_be_looked_at(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind);
        using var http = await ClientAsync(host);

        using var answer = await PostAsync(http, """{"customer": "John Smith", "hold": true, "note": "for Thursday"}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var run = await JsonAsync(answer);
        answer.Headers.Location!.ToString().ShouldBe($"/api/v1/primers/{run.GetProperty("id").GetString()}");

        using var look = await http.GetAsync(answer.Headers.Location);
        var seen = await JsonAsync(look);
        (seen.GetProperty("state").GetString(), seen.GetProperty("customer").GetString(), seen.GetProperty("hold").GetBoolean()).ShouldBe(("queued", "John Smith", true));
        seen.GetProperty("steps").GetArrayLength().ShouldBe(10);
        (await host.QueryAsync("SELECT reason FROM primer_history WHERE act = 'noted'")).ShouldBe(["for Thursday"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_repeat_with_the_same_key_is_the_same_request(DatabaseKind kind)
    {
        await using var host = await BotHost.StartAsync(kind);
        using var http = await ClientAsync(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(http, """{"job": "2603-101-01"}""", "k1")));
        var ids = new HashSet<string?>();
        foreach (var answer in answers)
        {
            ids.Add((await JsonAsync(answer)).GetProperty("id").GetString());
            answer.Dispose();
        }

        ids.Count.ShouldBe(1);
        (await host.QueryAsync("SELECT id FROM primer_run")).Count.ShouldBe(1);
        (await host.QueryAsync("SELECT run_id FROM primer_door")).Count.ShouldBe(1);
        using var changed = await PostAsync(http, """{"job": "2603-101-01", "hold": true}""", "k1");
        await ShouldBeAsync(changed, (HttpStatusCode)422, "key-reused");
    }

    [Fact]
    public async Task Two_keys_and_two_requests_for_one_customer_are_one_run()
    {
        await using var host = await BotHost.StartAsync();
        using var one = await ClientAsync(host);
        using var other = await ClientAsync(host);

        using var first = await PostAsync(one, """{"customer": "John Smith"}""", "k1");
        using var second = await PostAsync(other, """{"job": "2603-101-01"}""", "k1");

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.Accepted, HttpStatusCode.OK));
        (await host.QueryAsync("SELECT id FROM primer_run")).Count.ShouldBe(1);
        (await host.QueryAsync("SELECT run_id FROM primer_door")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"customer": "John Smith" """)]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"customer": " "}""")]
    [InlineData("""{"custmer": "John Smith"}""")]
    [InlineData("""{"customer": "John Smith", "recipient": "x@example.com"}""")]
    [InlineData("""{"customer": 7}""")]
    public async Task What_is_no_order_is_a_bad_request(string body)
    {
        await using var host = await BotHost.StartAsync();
        using var http = await ClientAsync(host);

        using var answer = await PostAsync(http, body);

        await ShouldBeAsync(answer, HttpStatusCode.BadRequest, "bad-request");
        (await host.QueryAsync("SELECT id FROM primer_run")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_keys_sizes_types_and_ids_are_told_apart()
    {
        await using var host = await BotHost.StartAsync();
        using var http = await ClientAsync(host);
        using var nobody = new HttpClient { BaseAddress = host.Url };
        using var wrong = new HttpClient { BaseAddress = host.Url };
        wrong.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "harde_wrong");

        await ShouldBeAsync(await PostAsync(nobody, """{"customer": "John Smith"}"""), HttpStatusCode.Unauthorized, "no-key");
        await ShouldBeAsync(await PostAsync(wrong, """{"customer": "John Smith"}"""), HttpStatusCode.Unauthorized, "no-key");
        await ShouldBeAsync(await wrong.GetAsync("/api/v1/primers/x"), HttpStatusCode.Unauthorized, "no-key");
        await ShouldBeAsync(await http.GetAsync("/api/v1/primers/x"), HttpStatusCode.NotFound, "no-such-run");
        await ShouldBeAsync(await PostAsync(http, """{"customer": "Zebulon Nobody"}"""), HttpStatusCode.NotFound, "no-such-customer");
        await ShouldBeAsync(await PostAsync(http, $$"""{"customer": "{{new string('x', 20_000)}}"}"""), HttpStatusCode.RequestEntityTooLarge, "too-large");
        using var form = new StringContent("customer=John", Encoding.UTF8, "application/x-www-form-urlencoded");
        await ShouldBeAsync(await http.PostAsync("/api/v1/primers", form), HttpStatusCode.UnsupportedMediaType, "not-json");
    }

    [Fact]
    public async Task An_unclear_name_gets_the_choices_and_stores_nothing()
    {
        await using var host = await BotHost.StartAsync();
        using var http = await ClientAsync(host);
        var twice = (await host.QueryAsync("SELECT word FROM crm_word WHERE field = 'last' GROUP BY word HAVING COUNT(*) > 1 ORDER BY word"))[0];

        using var answer = await PostAsync(http, JsonSerializer.Serialize(new { customer = twice }), "k1");

        var problem = await JsonAsync(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("choices").GetArrayLength().ShouldBeGreaterThan(1);
        (await host.QueryAsync("SELECT id FROM primer_run")).ShouldBeEmpty();
        using var better = await PostAsync(http, """{"customer": "John Smith"}""", "k1");
        better.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_no_secret_is_stored()
    {
        await using var host = await BotHost.StartAsync();
        var (_, made) = await host.CommandAsync("tenant", "key", "website");
        var (secret, id) = (made.Split('\n')[0].Trim(), made.Split("Key ")[1].Split('.')[0]);
        using var http = Client(host, secret);
        (await http.GetAsync("/api/v1/primers/x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.CommandAsync("tenant", "list")).Output.ShouldContain("website");
        (await host.QueryAsync("SELECT hash FROM tenant_key")).ShouldHaveSingleItem().ShouldNotContain(secret[6..]);

        (await host.CommandAsync("tenant", "revoke", id)).Code.ShouldBe(0);

        (await http.GetAsync("/api/v1/primers/x")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.CommandAsync("tenant", "revoke", id)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_of_another_company_is_not_found()
    {
        await using var host = await BotHost.StartAsync();
        using var http = await ClientAsync(host);
        using var answer = await PostAsync(http, """{"customer": "John Smith"}""");
        var (_, foreign) = await host.Get<TenantKeys>().MakeAsync("other", "x", default);
        using var other = Client(host, foreign);

        (await other.GetAsync(answer.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpClient> ClientAsync(BotHost host) =>
        Client(host, (await host.Get<TenantKeys>().MakeAsync(Tenants.Default, "test", default)).Secret);

    private static HttpClient Client(BotHost host, string secret)
    {
        var http = new HttpClient { BaseAddress = host.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/primers") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add(PrimersApi.IdempotencyHeader, key);
        }

        return await http.SendAsync(request);
    }

    private static async Task ShouldBeAsync(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await JsonAsync(answer)).GetProperty("type").GetString().ShouldBe($"urn:harde:problem:{type}");
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
