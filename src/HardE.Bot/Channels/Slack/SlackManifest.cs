using YamlDotNet.Serialization;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// The app's manifest, from its one source <c>manifests/slack/manifest.yaml</c>: with a public address for HTTP, or
/// without any for Socket Mode.
/// </summary>
internal static class SlackManifest
{
    private const string Placeholder = "https://BOT";

    /// <summary>The manifest of an app that Slack posts to.</summary>
    /// <param name="source">Text of manifest.yaml.</param>
    /// <param name="publicUrl">Where Slack reaches us; https.</param>
    /// <exception cref="ArgumentException">The address is not https.</exception>
    public static string ForHttp(string source, Uri publicUrl) => publicUrl is { IsAbsoluteUri: true, Scheme: "https" }
        ? source.Replace(Placeholder, publicUrl.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal)
        : throw new ArgumentException("Slack posts to https addresses only.", nameof(publicUrl));

    /// <summary>The manifest of an app that connects by itself: the same without addresses.</summary>
    public static string ForSocket(string source)
    {
        var manifest = Read(source);
        DropAddresses(manifest);
        ((Dictionary<object, object?>)manifest["settings"]!)["socket_mode_enabled"] = true;
        return "# Made from manifest.yaml by SlackManifest.ForSocket; a test keeps the two together.\n"
            + new SerializerBuilder().WithIndentedSequences().Build().Serialize(manifest).ReplaceLineEndings("\n");
    }

    /// <summary>The manifest as JSON, which Slack takes as well.</summary>
    public static string ToJson(string yaml) => new SerializerBuilder().JsonCompatible().Build().Serialize(Read(yaml));

    private static Dictionary<object, object?> Read(string yaml) =>
        new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<Dictionary<object, object?>>(yaml);

    private static void DropAddresses(Dictionary<object, object?> map)
    {
        foreach (var (key, value) in map.ToArray())
        {
            if (key is "url" or "request_url" or "redirect_urls")
            {
                map.Remove(key);
            }

            foreach (var inner in value as IEnumerable<object?> ?? [value])
            {
                if (inner is Dictionary<object, object?> child)
                {
                    DropAddresses(child);
                }
            }
        }
    }
}
