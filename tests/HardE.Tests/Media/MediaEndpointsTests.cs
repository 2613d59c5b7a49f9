using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Bot.Media;
using HardE.Jobs.Delivery;
using HardE.Tests.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Media;

/// <summary>Over real HTTP on a loopback port, as a phone's browser asks.</summary>
public sealed class MediaEndpointsTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private static readonly byte[] Film = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

    private readonly ManualTime clock = new();
    private TestDatabase test = null!;
    private WebApplication app = null!;
    private FolderFileStore files = null!;
    private LinkDelivery delivery = null!;

    [Fact]
    public async Task The_film_comes_whole_and_in_ranges_and_HEAD_tells_its_length()
    {
        var link = (await DeliverAsync()).File;

        using var whole = await Http.GetAsync(link);
        using var head = await Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        using var part = await RangeAsync(link, new RangeHeaderValue(1000, 1999));
        using var tail = await RangeAsync(link, new RangeHeaderValue(null, 10));
        using var beyond = await RangeAsync(link, new RangeHeaderValue(200_000, null));

        (await whole.Content.ReadAsByteArrayAsync()).ShouldBe(Film);
        whole.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        whole.Headers.CacheControl!.Private.ShouldBeTrue();
        whole.Headers.AcceptRanges.ShouldBe(["bytes"]);
        (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, 100_000));
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 1000-1999/100000");
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(Film[1000..2000]);
        (await tail.Content.ReadAsByteArrayAsync()).ShouldBe(Film[^10..]);
        beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task The_page_plays_the_film_and_all_it_names_can_be_had()
    {
        var page = (await DeliverAsync()).Page;

        using var answer = await Http.GetAsync(page);
        var document = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        document.QuerySelector("h1")!.TextContent.ShouldBe("Your roof visit");
        document.QuerySelectorAll("details p").Select(p => p.TextContent).ShouldBe(["Hello Jordan.", "We look at the roof."]);
        document.QuerySelector("a.call")!.GetAttribute("href").ShouldBe("tel:2015550100");
        document.QuerySelector("meta[name=viewport]")!.GetAttribute("content")!.ShouldContain("width=device-width");
        string[] named =
        [
            document.QuerySelector("video")!.GetAttribute("src")!, document.QuerySelector("video")!.GetAttribute("poster")!,
            document.QuerySelector("track")!.GetAttribute("src")!,
        ];
        foreach (var address in named)
        {
            using var response = await Http.GetAsync(new Uri(page, address));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
    }

    [Fact]
    public async Task Words_of_others_are_shown_and_never_run()
    {
        const string hostile = "</title><script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        var page = (await DeliverAsync(hostile, hostile)).Page;

        using var answer = await Http.GetAsync(page);
        var html = await answer.Content.ReadAsStringAsync();
        var document = await new HtmlParser().ParseDocumentAsync(html);

        document.QuerySelectorAll("script, img, [onerror]").ShouldBeEmpty();
        document.QuerySelector("h1")!.TextContent.ShouldBe(hostile);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        var style = document.QuerySelector("style")!.TextContent;
        policy.ShouldContain($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    [Fact]
    public async Task A_dead_link_says_so_and_whom_to_call()
    {
        var delivered = await DeliverAsync();
        clock.Advance(TimeSpan.FromDays(91));

        using var page = await Http.GetAsync(delivered.Page);
        using var film = await Http.GetAsync(delivered.File);

        (page.StatusCode, film.StatusCode).ShouldBe((HttpStatusCode.Gone, HttpStatusCode.Gone));
        var words = await page.Content.ReadAsStringAsync();
        words.ShouldContain("This link has expired");
        words.ShouldContain("201-555-0100");
        words.ShouldNotContain("Your roof visit");
    }

    [Theory]
    [InlineData("s=", "s=A")]
    [InlineData("t=main", "t=other")]
    [InlineData("&e=", "&e=9")]
    [InlineData("&e=", "&e=-")]
    [InlineData("&e=", "&x=")]
    [InlineData("/media/", "/media/0")]
    [InlineData("t=main", "t=main&t=other")]
    [InlineData("&e=", "&e=99999999999")]
    public async Task A_changed_link_finds_nothing(string part, string changed)
    {
        var link = (await DeliverAsync()).File.AbsoluteUri;

        using var answer = await Http.GetAsync(new Uri(link.Replace(part, changed, StringComparison.Ordinal)));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("We cannot find this film");
    }

    [Fact]
    public async Task A_film_that_was_removed_and_an_address_without_a_link_find_nothing()
    {
        var delivered = await DeliverAsync();
        await files.DeleteAsync("main", "runs/1/film.mp4", default);

        (await Http.GetAsync(delivered.File)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Http.GetAsync(new Uri(delivered.File, "/media/abc"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Http.GetAsync(new Uri(delivered.File, "/media/abc/page?t=main&e=1&s=x"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    public async Task InitializeAsync()
    {
        test = await TestDatabase.CreateAsync(clock: clock);
        files = new FolderFileStore(Options.Create(new FilesOptions()), test.Data);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var (shelf, options) = (new MediaShelf(test.Database, clock), Options.Create(new LinkOptions()));
        var key = new LinkKey(options, test.Data);
        var checking = new MediaLinks(key, options, Options.Create(new PublicAddressOptions()), clock);
        var company = Options.Create(new CompanyOptions { Name = "Sample & Sons" });
        builder.Services.AddSingleton(new MediaRequest(checking, shelf, files, company));
        app = builder.Build();
        app.MapMedia();
        await app.StartAsync();
        var address = Options.Create(new PublicAddressOptions { PublicUrl = new Uri(app.Urls.Single()) });
        delivery = new LinkDelivery(shelf, new MediaLinks(key, options, address, clock));
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await test.DisposeAsync();
    }

    private async Task<Delivered> DeliverAsync(string title = "Your roof visit", string transcript = "Hello Jordan.\n\nWe look at the roof.")
    {
        await files.SaveAsync("main", "runs/1/film.mp4", new MemoryStream(Film), default);
        await files.SaveAsync("main", "runs/1/poster.jpg", new MemoryStream([1, 2, 3]), default);
        await files.SaveAsync("main", "runs/1/captions.vtt", new MemoryStream("WEBVTT\n"u8.ToArray()), default);
        var film = new Deliverable("main", "runs/1/film.mp4", "Your visit.mp4", title, transcript)
        {
            PosterKey = "runs/1/poster.jpg",
            CaptionsKey = "runs/1/captions.vtt",
            Seconds = 162,
        };
        return await delivery.DeliverAsync(film, default);
    }

    private static async Task<HttpResponseMessage> RangeAsync(Uri link, RangeHeaderValue range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.Range = range;
        return await Http.SendAsync(request);
    }
}
