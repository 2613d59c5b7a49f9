using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using HardE.Bot.Channels.Teams;

namespace HardE.Tests.Channels.Teams;

/// <summary>The app's package keeps to what Teams' own validation refuses otherwise (teams.md 13).</summary>
public sealed class ManifestTests
{
    /// <summary>Every key of schema 1.19 that we use; unknown keys fail there.</summary>
    private static readonly string[] Known =
    [
        "$schema", "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor", "bots", "permissions",
        "validDomains", "webApplicationInfo", "defaultInstallScope", "defaultGroupCapability", "localizationInfo", "authorization",
    ];

    private static readonly TeamsPublisher Publisher =
        new("11111111-2222-4333-8444-555555555555", "Sample Exteriors", new Uri("https://sample.example.com/about"));

    [Fact]
    public void The_manifest_has_what_is_required_within_its_limits()
    {
        var manifest = Manifest();

        manifest.AsObject().Select(m => m.Key).ShouldBeSubsetOf(Known);
        Text(manifest, "$schema").ShouldContain($"/teams/v{Text(manifest, "manifestVersion")}/");
        Text(manifest, "version").ShouldMatch(@"^\d+\.\d+\.\d+$");
        Text(manifest, "name", "short").Length.ShouldBeInRange(1, 30);
        Text(manifest, "name", "full").Length.ShouldBeInRange(1, 100);
        Text(manifest, "description", "short").Length.ShouldBeInRange(1, 80);
        Text(manifest, "description", "full").Length.ShouldBeInRange(1, 4000);
        Text(manifest, "developer", "name").Length.ShouldBeInRange(1, 32);
        Text(manifest, "accentColor").ShouldMatch("^#[0-9A-F]{6}$");
        manifest["validDomains"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(100);
        manifest["authorization"].ShouldBeNull(); // reading along without a mention is off until a company wants it
    }

    [Fact]
    public void The_bot_is_there_for_people_chats_and_teams_with_commands_that_fit()
    {
        var bot = Manifest()["bots"]!.AsArray().ShouldHaveSingleItem()!;

        bot["scopes"]!.AsArray().Select(s => s!.GetValue<string>()).ShouldBe(["personal", "team", "groupChat"]);
        var lists = bot["commandLists"]!.AsArray();
        lists.Count.ShouldBeLessThanOrEqualTo(3);
        lists.SelectMany(l => l!["scopes"]!.AsArray()).Select(s => s!.GetValue<string>()).ShouldBeUnique();
        foreach (var list in lists)
        {
            var commands = list!["commands"]!.AsArray();
            commands.Count.ShouldBeInRange(1, 10);
            commands.Select(c => Text(c!, "title")).ShouldBeUnique();
            commands.ShouldAllBe(c => Text(c!, "title").Length <= 32 && Text(c!, "description").Length <= 128);
        }
    }

    [Fact]
    public void The_package_holds_filled_ids_and_icons_at_its_root()
    {
        using var zip = new MemoryStream();
        TeamsPackage.Write(Folder(), Publisher, zip);

        using var archive = new ZipArchive(zip);
        archive.Entries.Select(e => e.FullName).ShouldBe(["manifest.json", "color.png", "outline.png"], ignoreOrder: true);
        using var reader = new StreamReader(archive.GetEntry("manifest.json")!.Open());
        var manifest = JsonNode.Parse(reader.ReadToEnd())!;
        foreach (var id in new[] { Text(manifest, "id"), Text(manifest["bots"]![0]!, "botId"), Text(manifest, "webApplicationInfo", "id") })
        {
            id.ShouldBe(Publisher.AppId);
        }

        Text(manifest, "developer", "name").ShouldBe("Sample Exteriors");
        foreach (var address in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" })
        {
            Text(manifest, "developer", address).ShouldStartWith("https://sample.example.com");
        }

        archive.GetEntry(Text(manifest, "icons", "color")).ShouldNotBeNull();
        archive.GetEntry(Text(manifest, "icons", "outline")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000", "https://sample.example.com")]
    [InlineData("no-guid", "https://sample.example.com")]
    [InlineData("11111111-2222-4333-8444-555555555555", "http://sample.example.com")]
    public void A_placeholder_or_a_plain_address_makes_no_package(string appId, string website) =>
        Should.Throw<ArgumentException>(() => TeamsPackage.Fill(Manifest().ToJsonString(), new TeamsPublisher(appId, "S", new Uri(website))));

    [Theory]
    [InlineData("color.png", 192, 2)]
    [InlineData("outline.png", 32, 6)] // with transparency
    public void The_icons_have_their_size(string file, int size, byte colorType)
    {
        var png = File.ReadAllBytes(Path.Combine(Folder(), file));

        Encoding.ASCII.GetString(png, 12, 4).ShouldBe("IHDR");
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(size);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ShouldBe(size);
        png[25].ShouldBe(colorType);
    }

    [Fact]
    public void The_outline_is_pure_white_on_nothing()
    {
        var pixels = Pixels(File.ReadAllBytes(Path.Combine(Folder(), "outline.png")), 32);

        pixels.ShouldAllBe(p => p[0] == 255 && p[1] == 255 && p[2] == 255);
        pixels.ShouldContain(p => p[3] == 0);
        pixels.ShouldContain(p => p[3] == 255);
    }

    /// <summary>The pixels of a PNG whose rows are not filtered, as ours are written.</summary>
    private static List<byte[]> Pixels(byte[] png, int size)
    {
        var start = png.AsSpan().IndexOf("IDAT"u8) + 4;
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(start - 8));
        using var data = new ZLibStream(new MemoryStream(png, start, length), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        data.CopyTo(raw);
        var bytes = raw.ToArray();
        var row = (size * 4) + 1;
        Enumerable.Range(0, size).ShouldAllBe(y => bytes[y * row] == 0);
        return [.. Enumerable.Range(0, size).SelectMany(y => Enumerable.Range(0, size).Select(x => bytes.AsSpan((y * row) + 1 + (x * 4), 4).ToArray()))];
    }

    private static JsonNode Manifest() => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), "manifest.json")))!;

    private static string Text(JsonNode node, params string[] path) =>
        path.Aggregate(node, (n, name) => n[name].ShouldNotBeNull()).GetValue<string>();

    private static string Folder([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "HardE.Bot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No repository around the tests.");
        }

        return Path.Combine(folder.FullName, "manifests", "teams");
    }
}
