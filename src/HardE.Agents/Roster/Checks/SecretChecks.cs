using System.Text.RegularExpressions;

namespace HardE.Agents.Roster;

/// <summary>Rule 7: secrets are references only, and web addresses are https unless they stay on this machine.</summary>
internal static partial class SecretChecks
{
    public static void Run(ConfigReport report)
    {
        foreach (var (name, provider) in report.Config.Providers)
        {
            Reference(report, $"providers.{name}.key", provider.Key);
            Address(report, $"providers.{name}.base_url", provider.BaseUrl);
            if (provider is { Kind: not ProviderKind.Elevenlabs, BaseUrl: null })
            {
                report.Error($"providers.{name}", "the key 'base_url' is missing");
            }
        }

        foreach (var (name, voice) in report.Config.Voices)
        {
            Reference(report, $"voices.{name}.voice_id", voice.VoiceId);
        }

        foreach (var (name, model) in report.Config.Models.Where(m => LooksLikeKey().IsMatch(m.Value.Id)))
        {
            report.Error($"models.{name}.id", "looks like a key", "keys stand in the environment: env:NAME");
        }

        foreach (var (id, agent) in report.Config.Agents)
        {
            for (var i = 0; i < agent.Examples.Count; i++)
            {
                if (LooksLikeKey().IsMatch(agent.Examples[i]))
                {
                    report.Error($"agents.{id}.examples[{i}]", "looks like a key", "keys stand in the environment: env:NAME");
                }
            }
        }
    }

    private static void Reference(ConfigReport report, string path, string? value)
    {
        if (value is not null && !SecretReference.IsReference(value))
        {
            report.Error(path, LooksLikeKey().IsMatch(value) ? "looks like a key itself" : "is no reference", "env:NAME or file:PATH");
        }
    }

    private static void Address(ConfigReport report, string path, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
        {
            report.Error(path, "is no web address");
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            report.Error(path, "must be https, or http on this machine");
        }
    }

    [GeneratedRegex(@"\b(sk-|xai-|pplx-|xoxb-|xapp-|AKIA|AIza|ghp_)[A-Za-z0-9_\-]{8,}|\b[A-Za-z0-9+/_\-]{40,}={0,2}\b")]
    private static partial Regex LooksLikeKey();
}
