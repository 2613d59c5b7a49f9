using System.ComponentModel;
using System.Text.Json.Serialization;

namespace HardE.Agents.Roster;

/// <summary>
/// The file <c>agent_config.yaml</c> as it was read: the agents, and the models, tools, voices and limits they use.
/// Names and shapes are those of the file; <see cref="ConfigCheck"/> says whether they make sense together.
/// </summary>
public sealed record AgentConfig
{
    /// <summary>The only shape this program reads.</summary>
    public const int SupportedVersion = 1;

    [JsonRequired, Description("Shape of this file; 1 is the only one so far.")]
    public int Version { get; init; }

    [JsonRequired, Description("What an agent uses when it says nothing else.")]
    public DefaultsEntry Defaults { get; init; } = new();

    [JsonRequired, Description("Services that models and voices are asked from, by name.")]
    public IReadOnlyDictionary<string, ProviderEntry> Providers { get; init; } = Empty<ProviderEntry>();

    [JsonRequired, Description("Models by the name that agents use.")]
    public IReadOnlyDictionary<string, ModelEntry> Models { get; init; } = Empty<ModelEntry>();

    [JsonRequired, Description("The agents, by id.")]
    public IReadOnlyDictionary<string, AgentEntry> Agents { get; init; } = Empty<AgentEntry>();

    [JsonRequired, Description("What an agent may be given to do, by tool name.")]
    public IReadOnlyDictionary<string, ToolEntry> Tools { get; init; } = Empty<ToolEntry>();

    [Description("How the knowledge folder is indexed and who reads which part.")]
    public KnowledgeEntry Knowledge { get; init; } = new();

    [Description("Voices by name, with what stands in for each.")]
    public IReadOnlyDictionary<string, VoiceEntry> Voices { get; init; } = Empty<VoiceEntry>();

    [Description("What a run, a person and a company may use.")]
    public LimitsEntry Limits { get; init; } = new();

    [Description("Checks of what goes in and what comes out.")]
    public GuardrailsEntry Guardrails { get; init; } = new();

    [Description("Jobs with steps, by name.")]
    public IReadOnlyDictionary<string, PipelineEntry> Pipelines { get; init; } = Empty<PipelineEntry>();

    [Description("What is kept, for how long, and what is blanked in traces.")]
    public PrivacyEntry Privacy { get; init; } = new();

    private static Dictionary<string, T> Empty<T>() => new(StringComparer.Ordinal);
}

/// <summary>What an agent uses when it says nothing else.</summary>
public sealed record DefaultsEntry
{
    [JsonRequired, Description("Name of a model.")]
    public string Model { get; init; } = "";

    [Description("Model calls in one turn before it must answer.")]
    public int MaxTurns { get; init; } = 8;

    [Description("BCP 47 language tag.")]
    public string Locale { get; init; } = "en-US";
}

/// <summary>One agent as it stands in the file.</summary>
public sealed record AgentEntry
{
    [JsonRequired, Description("One sentence: what it does. The router reads it.")]
    public string Description { get; init; } = "";

    [JsonRequired, Description("Markdown file with its instructions, relative to this file.")]
    public string InstructionsFile { get; init; } = "";

    [Description("Name of a model; the default one when left out.")]
    public string? Model { get; init; }

    [Description("True for the one agent that hears a message first.")]
    public bool Entry { get; init; }

    [Description("Whether the model may answer in words only (auto) or must call something (required).")]
    public ToolChoice ToolChoice { get; init; } = ToolChoice.Auto;

    [Description("Word after @ that addresses it directly.")]
    public string? Mention { get; init; }

    [Description("Keeps the conversation until it is done, cancelled or idle.")]
    public bool Sticky { get; init; }

    [Description("Name of its state document.")]
    public string? State { get; init; }

    [Description("How fields are read out of a message by a model.")]
    public ExtractionEntry? Extraction { get; init; }

    [Description("Sentences that belong to it; they train the router. The first ones are shown as help.")]
    public IReadOnlyList<string> Examples { get; init; } = [];

    [Description("Text file with further examples, one a line, relative to this file.")]
    public string? ExamplesFile { get; init; }

    [Description("Names of the tools it may call.")]
    public IReadOnlyList<string> Tools { get; init; } = [];

    [Description("Whether the model may ask for several tools at once.")]
    public bool ParallelTools { get; init; }

    [Description("Agents it may hand the conversation to.")]
    public IReadOnlyList<string> Handoffs { get; init; } = [];
}

/// <summary>Whether a model must call something.</summary>
public enum ToolChoice { Auto, Required }

/// <summary>How a sticky agent lets a model read fields out of a message.</summary>
public sealed record ExtractionEntry
{
    [JsonRequired, Description("Name of a model that can answer in a JSON schema.")]
    public string Model { get; init; } = "";

    [JsonRequired, Description("Name of the schema of the fields.")]
    public string Schema { get; init; } = "";

    [Description("A field below this confidence is asked for again; 0 to 1.")]
    public double MinConfidence { get; init; } = 0.85;
}
