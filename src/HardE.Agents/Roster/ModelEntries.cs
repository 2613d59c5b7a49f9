using System.ComponentModel;
using System.Text.Json.Serialization;

namespace HardE.Agents.Roster;

/// <summary>A service that models or voices are asked from.</summary>
public sealed record ProviderEntry
{
    [JsonRequired, Description("What it speaks.")]
    public ProviderKind Kind { get; init; }

    [Description("Where it answers; https, or http on this machine.")]
    public string? BaseUrl { get; init; }

    [Description("Reference to its key: env:NAME or file:PATH. None for a server that wants none.")]
    public string? Key { get; init; }

    [JsonPropertyName("timeout_s"), Description("Seconds without a byte before an attempt is given up.")]
    public int TimeoutSeconds { get; init; } = 60;

    [JsonPropertyName("deadline_s"), Description("Seconds for a call with all its attempts.")]
    public int DeadlineSeconds { get; init; } = 180;

    [Description("Further attempts after a failure that may pass.")]
    public int Retries { get; init; } = 2;

    [Description("Calls at the same time.")]
    public int Concurrency { get; init; } = 8;
}

/// <summary>What a provider speaks.</summary>
public enum ProviderKind { Openai, OpenaiCompatible, Azure, Elevenlabs }

/// <summary>One model: where it is, what it can, what it costs, and what stands in for it.</summary>
public sealed record ModelEntry
{
    [JsonRequired, Description("Name of a provider.")]
    public string Provider { get; init; } = "";

    [JsonRequired, Description("The provider's name of it (Azure: the deployment).")]
    public string Id { get; init; } = "";

    [JsonRequired, Description("Which of the two interfaces it is asked through.")]
    public ModelApi Api { get; init; }

    [JsonRequired, Description("Tokens it can read.")]
    public int Context { get; init; }

    [JsonRequired, Description("Tokens it may write in one answer.")]
    public int MaxOutput { get; init; }

    [Description("Sent only when given; reasoning models refuse it.")]
    public double? Temperature { get; init; }

    [Description("Reasoning effort, sent only when given.")]
    public ReasoningEffort? Reasoning { get; init; }

    [Description("US dollars for a million tokens.")]
    public PriceEntry? Price { get; init; }

    [Description("Models asked instead, in this order, when it does not serve.")]
    public IReadOnlyList<string> Fallback { get; init; } = [];

    [Description("The day its vendor switches it off.")]
    public DateOnly? RetiresOn { get; init; }

    [Description("What the server can do, where it differs from OpenAI's own.")]
    public CapabilitiesEntry Capabilities { get; init; } = new();
}

/// <summary>The interface a model is asked through.</summary>
public enum ModelApi { Responses, Chat }

/// <summary>How long a reasoning model thinks.</summary>
public enum ReasoningEffort { None, Minimal, Low, Medium, High }

/// <summary>US dollars for a million tokens, and the day that was looked up.</summary>
public sealed record PriceEntry
{
    public decimal Input { get; init; }
    public decimal Output { get; init; }

    [Description("Input tokens that the provider had in its cache.")]
    public decimal Cached { get; init; }

    [JsonRequired, Description("The day the price was looked up.")]
    public DateOnly AsOf { get; init; }
}

/// <summary>What a server can do; an adapter sends nothing that it cannot take.</summary>
public sealed record CapabilitiesEntry
{
    public bool Tools { get; init; } = true;
    public bool ParallelTools { get; init; } = true;

    [Description("Takes strict function schemas.")]
    public bool Strict { get; init; } = true;
    public bool JsonSchema { get; init; } = true;
    public bool StreamUsage { get; init; } = true;

    [Description("Name of the member that limits the answer's length.")]
    public MaxTokensField MaxTokensField { get; init; } = MaxTokensField.MaxCompletionTokens;

    [Description("Length of its vectors, for a model that embeds text.")]
    public int? Dimensions { get; init; }
}

/// <summary>What a chat server calls the limit of an answer's length.</summary>
public enum MaxTokensField { MaxCompletionTokens, MaxTokens }
