using System.Net;
using HardE.Bot.Channels.Teams;
using HardE.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Channels.Teams;

/// <summary>Who gets in: specs of teams.md 3 and faults.md F10, over real HTTP with keys made here.</summary>
[Collection(SharedTeamsTests.Name)]
public sealed class TokenTests(SharedTeams shared)
{
    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    public static TheoryData<string, TokenRecipe, int> Tokens => new()
    {
        { "as Teams makes it", new TokenRecipe(), 202 },
        { "expired 4 minutes ago", new TokenRecipe { Expires = Now.AddMinutes(-4), NotBefore = Now.AddHours(-1) }, 202 },
        { "expired 6 minutes ago", new TokenRecipe { Expires = Now.AddMinutes(-6), NotBefore = Now.AddHours(-1) }, 401 },
        { "valid in 4 minutes", new TokenRecipe { NotBefore = Now.AddMinutes(4) }, 202 },
        { "valid in 6 minutes", new TokenRecipe { NotBefore = Now.AddMinutes(6) }, 401 },
        { "without an end", new TokenRecipe { Expires = null }, 401 },
        { "of another issuer", new TokenRecipe { Issuer = "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/" }, 401 },
        { "for another bot", new TokenRecipe { Audience = "99999999-2222-4333-8444-555555555555" }, 401 },
        { "for two bots", new TokenRecipe { Audience = new[] { TeamsConnectorSimulator.AppId, "other" } }, 401 },
        { "for a tab", new TokenRecipe { Audience = "api://" + TeamsConnectorSimulator.AppId }, 401 },
        { "without service address", new TokenRecipe { ServiceUrl = null }, 403 },
        { "of another service address", new TokenRecipe { ServiceUrl = "https://smba.trafficmanager.net/emea/" }, 403 },
        { "of another host", new TokenRecipe { ServiceUrl = "https://evil.example.com/amer/" }, 403 },
        { "service address without slash, other case", new TokenRecipe { ServiceUrl = "https://SMBA.trafficmanager.net/amer" }, 202 },
        { "HS256 with the public key", new TokenRecipe { Alg = "HS256" }, 401 },
        { "RS512", new TokenRecipe { Alg = "RS512" }, 401 },
        { "alg none", new TokenRecipe { Alg = "none" }, 401 },
        { "without a key id", new TokenRecipe { Kid = null }, 401 },
        { "signed by another key", new TokenRecipe { SignWith = "stranger" }, 401 },
        { "of a key nobody announces", new TokenRecipe { Kid = "unknown" }, 401 },
    };

    [Theory, MemberData(nameof(Tokens))]
    public async Task A_token_is_judged_by_every_rule(string what, TokenRecipe token, int status)
    {
        var (teams, chat) = (shared.Host, An.NewChat());

        var response = await teams.PostAsync(An.Message("hello", conversation: chat), token);

        ((int)response.StatusCode).ShouldBe(status, what);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        (await teams.StoredAsync(chat)).Count.ShouldBe(status == 202 ? 1 : 0, what);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA")]
    [InlineData("Bearer a.b.c d.e.f")]
    public async Task No_token_or_no_real_token_is_401(string? authorization)
    {
        var (teams, chat) = (shared.Host, An.NewChat());

        var response = await teams.PostAsync(An.Message("hello", conversation: chat).ToJsonString(), authorization);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await teams.StoredAsync(chat)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("other", "no-teams", 403)]
    [InlineData("none", "", 403)]
    public async Task A_key_that_is_not_endorsed_for_teams_is_refused(string kid, string endorsement, int status)
    {
        await using var teams = await TeamsHost.StartAsync();
        teams.Simulator.AnnounceKey(kid, endorsement.Length == 0 ? [] : [endorsement]);

        var response = await teams.PostAsync(An.Message("hello"), new TokenRecipe { Kid = kid });

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("webchat")] // endorsed by the key, but not ours
    [InlineData("MSTeams")]
    public async Task Another_channel_or_none_is_refused(string channel)
    {
        var activity = An.Message("hello");
        activity["channelId"] = channel;

        var response = await shared.Host.PostAsync(activity);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_tenant_nobody_linked_is_refused_and_so_is_one_that_says_two_things()
    {
        var teams = shared.Host;
        var stranger = An.Message("hello");
        stranger["channelData"]!["tenant"]!["id"] = "12121212-bbbb-4ccc-8ddd-eeeeeeeeeeee";
        stranger["conversation"]!["tenantId"] = "12121212-bbbb-4ccc-8ddd-eeeeeeeeeeee";
        var liar = An.Message("hello");
        liar["conversation"]!["tenantId"] = "12121212-bbbb-4ccc-8ddd-eeeeeeeeeeee";

        (await teams.PostAsync(stranger)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await teams.PostAsync(liar)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await teams.StoredAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_key_is_fetched_once_and_then_trusted()
    {
        await using var teams = await TeamsHost.StartAsync();
        (await teams.PostAsync(An.Message("hello", "1"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var before = teams.Simulator.KeyFetches;
        teams.Simulator.AnnounceKey("key-2", "msteams");
        teams.Simulator.WithdrawKey("key-1");

        var first = await teams.PostAsync(An.Message("again", "2"), new TokenRecipe { Kid = "key-2" });
        var second = await teams.PostAsync(An.Message("again", "3"), new TokenRecipe { Kid = "key-2" });
        var withdrawn = await teams.PostAsync(An.Message("again", "4"), new TokenRecipe { Kid = "key-1" });

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        second.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        withdrawn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (teams.Simulator.KeyFetches - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_thousand_unknown_keys_cause_one_look_in_five_minutes()
    {
        var clock = new ManualTime(DateTimeOffset.UtcNow);
        await using var teams = await TeamsHost.StartAsync(clock: clock);
        (await teams.PostAsync(An.Message("hello"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var before = teams.Simulator.KeyFetches;
        var check = teams.Services.GetRequiredService<TeamsTokenCheck>();
        var tokens = Enumerable.Range(0, 1000)
            .Select(i => $"Bearer {teams.Simulator.Sign(new TokenRecipe { Kid = $"bad-{i}", SignWith = "stranger" })}").ToList();

        var verdicts = await Task.WhenAll(tokens.Select(t => check.CheckAsync(t, default)));
        var inTheFirst = teams.Simulator.KeyFetches - before;
        clock.Advance(SigningKeys.Pause);
        await check.CheckAsync(tokens[0], default);

        verdicts.ShouldAllBe(v => v.Refusal == TokenRefusal.UnknownKey);
        inTheFirst.ShouldBe(1);
        (teams.Simulator.KeyFetches - before).ShouldBe(2);
    }

    [Fact]
    public async Task While_the_host_of_the_keys_is_down_known_keys_serve_on()
    {
        var clock = new ManualTime(DateTimeOffset.UtcNow);
        await using var teams = await TeamsHost.StartAsync(clock: clock);
        (await teams.PostAsync(An.Message("hello", "1"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        teams.Simulator.KeysDown = true;
        clock.Advance(TimeSpan.FromMinutes(10));

        var known = await teams.PostAsync(An.Message("hello", "2"));
        var unknown = await teams.PostAsync(An.Message("hello", "3"), new TokenRecipe { Kid = "key-9" });
        var refreshed = await teams.Services.GetRequiredService<SigningKeys>().RefreshAsync(default);

        known.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refreshed.ShouldBeFalse();
        (await teams.PostAsync(An.Message("hello", "4"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Without_an_app_id_everything_is_refused()
    {
        await using var teams = await TeamsHost.StartAsync(new Dictionary<string, string?>());

        var response = await teams.PostAsync(An.Message("hello"));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        teams.Simulator.KeyFetches.ShouldBe(0);
    }

    [Fact]
    public async Task The_log_names_the_reason_and_nothing_else()
    {
        await using var teams = await TeamsHost.StartAsync();
        var token = teams.Simulator.Sign(new TokenRecipe { Audience = "someone-else" });

        var signature = token.Split('.')[2];
        await teams.PostAsync(An.Message("the secret words").ToJsonString(), $"Bearer {token}");

        teams.Log.Lines.ShouldContain(l => l.Contains("Audience", StringComparison.Ordinal) && l.Contains("key1", StringComparison.Ordinal));
        teams.Log.Lines.ShouldNotContain(l => l.Contains("secret words", StringComparison.Ordinal));
        teams.Log.Lines.ShouldNotContain(l => l.Contains(signature, StringComparison.Ordinal));
    }
}
