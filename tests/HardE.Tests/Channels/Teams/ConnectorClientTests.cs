using HardE.Agents.Services;
using HardE.Bot.Channels.Teams;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Channels.Teams;

/// <summary>Where our token may go, and what no answer means (teams.md 14.1, faults.md F19).</summary>
public sealed class ConnectorClientTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://SMBA.trafficmanager.net/teams")]
    [InlineData("https://europe.botframework.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    public void Hosts_of_Teams_are_allowed(string address) => Urls().Allows(address, out _).ShouldBeTrue();

    [Theory]
    [InlineData("http://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net:8443/amer/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example.com/")]
    [InlineData("https://smba.trafficmanager.net@evil.example.com/")]
    [InlineData("https://user:pw@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./amer/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://smba.trafficmanager.net/amer/?a=b")]
    [InlineData("https://smba.trafficmanager.net/amer/#x")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://smba.trafficmanager.net/")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Other_addresses_are_not_called(string? address)
    {
        var wire = new Counting();
        var client = Client(wire);

        Urls().Allows(address, out _).ShouldBeFalse();
        var refused = await Should.ThrowAsync<ServiceException>(client.SendAsync(address!, "a:1", Hello(), default));

        refused.Failure.ShouldBe(Failure.Refused);
        wire.Calls.ShouldBe(0);
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("http://[::1]:56150/_connector", true)]
    [InlineData("http://192.168.0.10:56150/_connector", false)]
    [InlineData("http://localhost.evil.example.com/", false)]
    public void A_test_client_on_this_machine_needs_the_switch(string address, bool allowed)
    {
        Urls(new TeamsOptions { AllowUnsignedDevelopment = true }).Allows(address, out _).ShouldBe(allowed);
        Urls().Allows(address, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("52.112.0.1", true)]
    [InlineData("2603:1063::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:7f00:1::", false)]
    public void Only_public_addresses_are_dialled(string address, bool allowed) =>
        PublicDial.IsPublic(System.Net.IPAddress.Parse(address)).ShouldBe(allowed);

    [Fact]
    public async Task A_name_that_leads_home_is_not_dialled()
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = PublicDial.ConnectAsync, UseProxy = false };
        using var http = new HttpClient(handler);

        var refused = await Should.ThrowAsync<HttpRequestException>(http.GetAsync(new Uri("http://localhost:1/")));

        refused.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    public async Task What_broke_before_sending_was_surely_not_done(HttpRequestError error, bool maybeDone)
    {
        var client = Client(new Failing(new HttpRequestException(error)));

        var lost = await Should.ThrowAsync<ServiceException>(client.SendAsync("https://smba.trafficmanager.net/amer/", "a:1", Hello(), default));

        lost.Failure.ShouldBe(Failure.Transient);
        lost.MaybeDone.ShouldBe(maybeDone);
    }

    [Fact]
    public async Task No_answer_in_time_may_have_been_done_but_not_for_a_replacement()
    {
        var client = Client(new Failing(new TaskCanceledException("too long")));

        var sent = await Should.ThrowAsync<ServiceException>(client.SendAsync("https://smba.trafficmanager.net/amer/", "a:1", Hello(), default));
        var replaced = await Should.ThrowAsync<ServiceException>(client.UpdateAsync("https://smba.trafficmanager.net/amer/", "a:1", "2", Hello(), default));

        (sent.Failure, sent.MaybeDone).ShouldBe((Failure.Transient, true));
        (replaced.Failure, replaced.MaybeDone).ShouldBe((Failure.Transient, false));
    }

    [Fact]
    public async Task Ids_are_escaped_and_stay_one_piece_of_the_path()
    {
        var wire = new Counting();

        await Client(wire).UpdateAsync(
            "https://smba.trafficmanager.net/amer", "19:a@thread.tacv2;messageid=17/../x", "1?2#3", Hello(), default);

        wire.Last!.AbsoluteUri.ShouldBe(
            "https://smba.trafficmanager.net/amer/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D17%2F..%2Fx/activities/1%3F2%233");
    }

    private static OutgoingActivity Hello() => new() { Type = "message", Text = "Hello." };

    private static ServiceUrls Urls(TeamsOptions? options = null) => new(Options.Create(options ?? new TeamsOptions()));

    /// <summary>A client of an unregistered bot: it needs no token, and its switch does not widen the host rules asked here.</summary>
    private static ConnectorClient Client(HttpMessageHandler wire)
    {
        var unsigned = Options.Create(new TeamsOptions { AllowUnsignedDevelopment = true });
        var tokens = new ConnectorToken(unsigned, null!, TimeProvider.System, NullLogger<ConnectorToken>.Instance);
        return new ConnectorClient(new HttpClient(wire), tokens, Urls(), TimeProvider.System, NullLogger<ConnectorClient>.Instance);
    }

    private sealed class Counting : HttpMessageHandler
    {
        public int Calls { get; private set; }
        public Uri? Last { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            Last = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage());
        }
    }

    private sealed class Failing(Exception problem) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(problem);
    }
}
