using HardE.Agents.State;
using HardE.Jobs.Delivery;
using HardE.Tests.State;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Delivery;

public sealed class MediaLinksTests : IDisposable
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    private readonly string folder = Directory.CreateTempSubdirectory("harde-test-").FullName;
    private readonly ManualTime clock = new();

    [Fact]
    public void A_link_works_until_it_expires()
    {
        var links = Links();
        var link = Read(links.Mint("main", Id, links.Expiry(), MediaPart.Page));

        links.Check(link.Tenant, Id, link.Expires, link.Signature).ShouldBe(LinkState.Good);
        clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        links.Check(link.Tenant, Id, link.Expires, link.Signature).ShouldBe(LinkState.Good);
        clock.Advance(TimeSpan.FromSeconds(1));
        links.Check(link.Tenant, Id, link.Expires, link.Signature).ShouldBe(LinkState.Expired);
    }

    [Fact]
    public void A_changed_link_is_wrong_whatever_was_changed()
    {
        var links = Links();
        var link = Read(links.Mint("main", Id, links.Expiry(), MediaPart.File));

        links.Check("other", Id, link.Expires, link.Signature).ShouldBe(LinkState.Wrong);
        links.Check(link.Tenant, Id.Replace('0', '1'), link.Expires, link.Signature).ShouldBe(LinkState.Wrong);
        links.Check(link.Tenant, Id, link.Expires + 1, link.Signature).ShouldBe(LinkState.Wrong);
        links.Check(link.Tenant, Id, link.Expires, link.Signature[..^1]).ShouldBe(LinkState.Wrong);
        links.Check(link.Tenant, Id, link.Expires, "").ShouldBe(LinkState.Wrong);
        links.Check($"main\n{Id}", "", link.Expires, link.Signature).ShouldBe(LinkState.Wrong);
    }

    [Fact]
    public void The_key_stays_the_same_after_a_restart_and_only_its_owner_may_read_it()
    {
        var first = Links();
        var link = Read(first.Mint("main", Id, first.Expiry(), MediaPart.File));

        Links().Check(link.Tenant, Id, link.Expires, link.Signature).ShouldBe(LinkState.Good);
        Directory.EnumerateFiles(folder).Count().ShouldBe(1);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(folder, "links.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Nodes_with_one_key_setting_know_each_others_links_and_no_file_is_made()
    {
        var links = Links(key: new string('k', 32));
        var link = Read(links.Mint("main", Id, links.Expiry(), MediaPart.File));

        Links(key: new string('k', 32)).Check(link.Tenant, Id, link.Expires, link.Signature).ShouldBe(LinkState.Good);
        Links(key: new string('x', 32)).Check(link.Tenant, Id, link.Expires, link.Signature).ShouldBe(LinkState.Wrong);
        Directory.EnumerateFiles(folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://films.example.com", "https://films.example.com/media/")]
    [InlineData("https://example.com/harde/", "https://example.com/harde/media/")]
    public void Links_begin_with_the_public_address(string address, string start) =>
        Links(address).Mint("main", Id, clock.GetUtcNow(), MediaPart.Page).AbsoluteUri.ShouldStartWith(start + Id + "/page?t=main&e=");

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_film_delivered_twice_is_one_media_with_the_newer_words(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, clock);
        var shelf = new MediaShelf(test.Database, clock);
        var delivery = new LinkDelivery(shelf, Links());
        var film = new Deliverable("main", "runs/1/film.mp4", "film.mp4", "Your visit", "Hello.") { PosterKey = "runs/1/poster.jpg", Seconds = 162.5 };

        var first = await delivery.DeliverAsync(film, default);
        var second = await delivery.DeliverAsync(film with { Title = "Your roof visit" }, default);
        var other = await delivery.DeliverAsync(film with { Tenant = "other" }, default);

        second.MediaId.ShouldBe(first.MediaId);
        other.MediaId.ShouldNotBe(first.MediaId);
        first.ExpiresAt.ShouldBe(clock.GetUtcNow().AddDays(90));
        (await shelf.FindAsync("main", first.MediaId, default)).ShouldBe(film with { Title = "Your roof visit" });
        (await shelf.FindAsync("other", first.MediaId, default)).ShouldBeNull();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (string Tenant, long Expires, string Signature) Read(Uri link)
    {
        var query = QueryHelpers.ParseQuery(link.Query);
        return (query["t"].ToString(), long.Parse(query["e"].ToString(), System.Globalization.CultureInfo.InvariantCulture), query["s"].ToString());
    }

    private MediaLinks Links(string address = "http://localhost:3978", string key = "")
    {
        var options = Options.Create(new LinkOptions { LinkKey = key });
        return new MediaLinks(
            new LinkKey(options, Options.Create(new DataOptions { Folder = folder })),
            options,
            Options.Create(new PublicAddressOptions { PublicUrl = new Uri(address) }),
            clock);
    }
}
