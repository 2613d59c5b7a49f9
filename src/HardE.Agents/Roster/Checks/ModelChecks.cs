namespace HardE.Agents.Roster;

/// <summary>Rules 5 and 6: models resolve, can do what is asked of them, are not switched off, and have a price.</summary>
internal static class ModelChecks
{
    private const int WarnDays = 60;
    private const int PriceDays = 180;

    public static void Run(ConfigReport report)
    {
        var config = report.Config;
        if (config.Defaults.Model.Length > 0)
        {
            report.Knows("defaults.model", "model", config.Defaults.Model, [.. config.Models.Keys]);
        }

        foreach (var (name, model) in config.Models)
        {
            One(report, $"models.{name}", model);
            Price(report, name, model);
            Retires(report, $"models.{name}.retires_on", model.Id, model.RetiresOn);
        }

        foreach (var (name, voice) in config.Voices)
        {
            Retires(report, $"voices.{name}.retires_on", voice.Model ?? name, voice.RetiresOn);
        }

        report.NoCycles(config.Models.Keys, n => config.Models.GetValueOrDefault(n)?.Fallback ?? [], n => $"models.{n}.fallback", "fallback");
        foreach (var (id, agent) in config.Agents)
        {
            Uses(report, id, agent);
        }
    }

    private static void One(ConfigReport report, string path, ModelEntry model)
    {
        var config = report.Config;
        if (model.Provider.Length > 0 && report.Knows($"{path}.provider", "provider", model.Provider, [.. config.Providers.Keys])
            && config.Providers[model.Provider].Kind == ProviderKind.Elevenlabs)
        {
            report.Error($"{path}.provider", $"'{model.Provider}' has voices, no language models");
        }

        for (var i = 0; i < model.Fallback.Count; i++)
        {
            report.Knows($"{path}.fallback[{i}]", "model", model.Fallback[i], [.. config.Models.Keys]);
        }

        if (model is { Temperature: not null, Reasoning: not null and not ReasoningEffort.None })
        {
            report.Error($"{path}.temperature", "a reasoning model takes no temperature", "leave one of the two out");
        }

        if (model.Temperature is < 0 or > 2)
        {
            report.Error($"{path}.temperature", $"{model.Temperature} is not from 0 to 2");
        }
    }

    private static void Uses(ConfigReport report, string id, AgentEntry agent)
    {
        var config = report.Config;
        var name = agent.Model ?? config.Defaults.Model;
        if (agent.Model is not null && !report.Knows($"agents.{id}.model", "model", name, [.. config.Models.Keys]))
        {
            return;
        }

        if (config.Models.GetValueOrDefault(name) is { } model && agent.Tools.Count + agent.Handoffs.Count > 0)
        {
            if (!model.Capabilities.Tools)
            {
                report.Error($"agents.{id}.model", $"'{name}' cannot call tools, and this agent needs that");
            }

            if (model is { Api: ModelApi.Chat, Reasoning: not null and not ReasoningEffort.None })
            {
                report.Error($"models.{name}.reasoning", "the chat interface refuses tools together with a reasoning effort", "api: responses");
            }
        }

        if (agent.Extraction is { } extraction
            && report.Knows($"agents.{id}.extraction.model", "model", extraction.Model, [.. config.Models.Keys])
            && !config.Models[extraction.Model].Capabilities.JsonSchema)
        {
            report.Error($"agents.{id}.extraction.model", $"'{extraction.Model}' cannot answer in a JSON schema");
        }
    }

    private static void Price(ConfigReport report, string name, ModelEntry model)
    {
        var path = $"models.{name}.price";
        if (model.Price is { } price && price.AsOf.AddDays(PriceDays) < report.Around.Today)
        {
            report.Warn(path, $"looked up more than {PriceDays} days ago", "look it up again and set as_of");
        }

        var inUse = report.Config.Providers.GetValueOrDefault(model.Provider)?.Key is not { } key || report.Around.HasSecret(key);
        inUse &= report.Config.Agents.Values.Any(a =>
            (a.Model ?? report.Config.Defaults.Model) == name || a.Extraction?.Model == name);
        if (report.Around.Production && inUse && model.Price is not { Input: > 0, Output: > 0 })
        {
            report.Error(path, "in production a model in use needs its price", "US dollars for a million tokens: input, output, cached");
        }
    }

    private static void Retires(ConfigReport report, string path, string what, DateOnly? day)
    {
        if (day < report.Around.Today)
        {
            report.Error(path, $"'{what}' was switched off on {day:yyyy-MM-dd}", "name its successor");
        }
        else if (day <= report.Around.Today.AddDays(WarnDays))
        {
            report.Warn(path, $"'{what}' is switched off on {day:yyyy-MM-dd}", "name its successor before that day");
        }
    }
}
