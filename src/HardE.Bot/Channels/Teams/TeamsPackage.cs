using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HardE.Bot.Channels.Teams;

/// <summary>Who publishes the app, as its manifest names them.</summary>
/// <param name="AppId">GUID of the bot's Entra application.</param>
/// <param name="Publisher">Name of the company, at most 32 characters.</param>
/// <param name="Website">https address of the company; privacy and terms lie below it unless the manifest is edited.</param>
internal sealed record TeamsPublisher(string AppId, string Publisher, Uri Website);

/// <summary>Makes the zip that an administrator uploads to Teams: the manifest with the company's ids, and both icons.</summary>
internal static class TeamsPackage
{
    private static readonly JsonSerializerOptions Pretty =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="folder">The folder with manifest.json, color.png and outline.png.</param>
    /// <exception cref="ArgumentException">The app id is no GUID, or the website no https address.</exception>
    public static void Write(string folder, TeamsPublisher publisher, Stream zip)
    {
        var manifest = Fill(File.ReadAllText(Path.Combine(folder, "manifest.json")), publisher);
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        using (var writer = new StreamWriter(archive.CreateEntry("manifest.json").Open()))
        {
            writer.Write(manifest);
        }

        foreach (var icon in new[] { "color.png", "outline.png" })
        {
            archive.CreateEntryFromFile(Path.Combine(folder, icon), icon);
        }
    }

    /// <summary>The manifest with the placeholders replaced.</summary>
    public static string Fill(string manifest, TeamsPublisher publisher)
    {
        if (!Guid.TryParse(publisher.AppId, out var id) || id == Guid.Empty)
        {
            throw new ArgumentException("The app id is not a GUID: copy the application (client) id of the bot.", nameof(publisher));
        }

        if (publisher.Website.Scheme != Uri.UriSchemeHttps)
        {
            throw new ArgumentException("Teams wants an https address of the company.", nameof(publisher));
        }

        var json = JsonNode.Parse(manifest) ?? throw new ArgumentException("The manifest is empty.", nameof(manifest));
        var site = publisher.Website.GetLeftPart(UriPartial.Authority);
        var guid = id.ToString();
        (json["id"], json["bots"]![0]!["botId"], json["webApplicationInfo"]!["id"]) = (guid, guid, guid);
        json["webApplicationInfo"]!["resource"] = $"{site}/hard-e";
        var developer = json["developer"]!;
        developer["name"] = publisher.Publisher.Length <= 32 ? publisher.Publisher : publisher.Publisher[..32];
        (developer["websiteUrl"], developer["privacyUrl"], developer["termsOfUseUrl"]) = (site, $"{site}/privacy", $"{site}/terms");
        return json.ToJsonString(Pretty);
    }
}
