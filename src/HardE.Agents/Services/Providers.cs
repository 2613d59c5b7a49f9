using Microsoft.Extensions.Configuration;

namespace HardE.Agents.Services;

/// <summary>Which adapter serves each port: one setting a port, the embedded one by default.</summary>
/// <param name="Crm"><c>embedded</c> or <c>leap</c>.</param>
/// <param name="Knowledge"><c>folder</c> or <c>s3</c>.</param>
/// <param name="Files"><c>folder</c> or <c>s3</c>.</param>
/// <param name="Video"><c>ffmpeg</c> or <c>cloudinary</c>.</param>
/// <param name="Delivery"><c>link</c> or <c>drive</c>.</param>
/// <param name="Mail"><c>folder</c>, <c>gmail</c> or <c>graph</c>.</param>
/// <param name="WebSearch"><c>none</c> or <c>perplexity</c>.</param>
/// <param name="Role"><c>both</c>, <c>bot</c> or <c>worker</c>.</param>
public sealed record Providers(
    string Crm, string Knowledge, string Files, string Video, string Delivery, string Mail, string WebSearch, string Role)
{
    /// <summary>Settings that choose an adapter, with what they may be; the first is the default.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Choices = new Dictionary<string, string[]>
    {
        ["Crm:Provider"] = ["embedded"],
        ["Knowledge:Provider"] = ["folder"],
        ["Files:Provider"] = ["folder"],
        ["Video:Provider"] = ["ffmpeg"],
        ["Delivery:Provider"] = ["link"],
        ["Mail:Provider"] = ["folder"],
        ["WebSearch:Provider"] = ["none"],
        ["Node:Role"] = ["both", "bot", "worker"],
    };

    /// <summary>Reads the choices.</summary>
    /// <exception cref="SettingsException">A setting names an adapter that this version does not have.</exception>
    public static Providers From(IConfiguration configuration)
    {
        var problems = new List<string>();
        string Choose(string setting)
        {
            var value = configuration[setting] is { Length: > 0 } given ? given.ToLowerInvariant() : Choices[setting][0];
            if (!Choices[setting].Contains(value))
            {
                problems.Add($"{setting} is '{value}', but this version has: {string.Join(", ", Choices[setting])}.");
            }

            return value;
        }

        var chosen = new Providers(
            Choose("Crm:Provider"), Choose("Knowledge:Provider"), Choose("Files:Provider"), Choose("Video:Provider"),
            Choose("Delivery:Provider"), Choose("Mail:Provider"), Choose("WebSearch:Provider"), Choose("Node:Role"));
        return problems.Count == 0 ? chosen : throw new SettingsException(problems);
    }
}

/// <summary>The settings do not fit; every problem of the kind, in words for the person who wrote them.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
