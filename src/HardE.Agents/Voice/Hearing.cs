using System.ClientModel;
using System.ComponentModel.DataAnnotations;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Voice;

/// <summary>Who turns voice clips into words.</summary>
public enum HearingProvider
{
    /// <summary>OpenAI as soon as its key is there; else nobody.</summary>
    Auto,

    /// <summary>Nobody: people are asked to type.</summary>
    None,

    /// <summary>OpenAI's transcription, or a server that speaks its interface.</summary>
    OpenAi,
}

/// <summary>Speech to text. Section <c>Voice:Hearing</c>.</summary>
public sealed class HearingOptions
{
    public HearingProvider Provider { get; init; } = HearingProvider.Auto;

    /// <summary>Name of the transcription model.</summary>
    [Required] public string Model { get; init; } = "gpt-4o-mini-transcribe";

    /// <summary>Another server with the same interface; null asks OpenAI (or OPENAI_BASE_URL).</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Longest time for one clip.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:05:00")] public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>Turns what people say into words, where somebody is set up to do it.</summary>
public sealed class Hearing(ISpeechToTextClient? client)
{
    /// <summary>False: no clip can be understood here, and people are told so.</summary>
    public bool IsConfigured => client is not null;

    /// <returns>What was said, trimmed; empty when there are no words in it.</returns>
    /// <exception cref="ServiceException">Nobody listens here, or the service did not do it.</exception>
    public async Task<string> HearAsync(Stream sound, CancellationToken ct)
    {
        if (client is null)
        {
            throw new ServiceException("speech to text", Failure.Refused, "it is not configured");
        }

        var heard = await client.GetTextAsync(sound, options: null, ct);
        return heard.Text.Trim();
    }

    /// <summary>The client that the settings ask for; null when nobody is to listen, or the key is not there.</summary>
    internal static ISpeechToTextClient? Choose(IOptions<HearingOptions> options, SecretReference secrets)
    {
        var given = options.Value;
        var key = secrets.Variable("OPENAI_API_KEY");
        if (given.Provider == HearingProvider.None || key is null)
        {
            return null;
        }

        var address = given.BaseUrl ?? (secrets.Variable("OPENAI_BASE_URL") is { } other ? new Uri(other) : null);
        return new OpenAiHearing(given, new ApiKeyCredential(key), address);
    }
}
