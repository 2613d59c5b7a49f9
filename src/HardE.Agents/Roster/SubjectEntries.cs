using System.ComponentModel;
using System.Text.Json.Serialization;

namespace HardE.Agents.Roster;

/// <summary>How the knowledge base is indexed and who reads which part. Where it lies is a setting, not said here.</summary>
public sealed record KnowledgeEntry
{
    public KnowledgeIndexEntry Index { get; init; } = new();

    [Description("Parts of the knowledge base, by name.")]
    public IReadOnlyDictionary<string, KnowledgeBaseEntry> Bases { get; init; } =
        new Dictionary<string, KnowledgeBaseEntry>(StringComparer.Ordinal);
}

/// <summary>How documents are cut and found.</summary>
public sealed record KnowledgeIndexEntry
{
    public int ChunkTokens { get; init; } = 600;

    [Description("Tokens that neighbouring chunks share.")]
    public int Overlap { get; init; } = 80;

    [Description("Name of a model with dimensions; word search alone without it.")]
    public string? EmbeddingModel { get; init; }
}

/// <summary>One part of the knowledge base.</summary>
public sealed record KnowledgeBaseEntry
{
    [JsonRequired, Description("Folder or key prefix, ends in /.")]
    public string Prefix { get; init; } = "";

    [JsonRequired, Description("Agents that read it.")]
    public IReadOnlyList<string> Agents { get; init; } = [];
    public int MaxResults { get; init; } = 6;

    [Description("internal = never quoted to a homeowner.")]
    public KnowledgeLabel Label { get; init; } = KnowledgeLabel.Shared;
}

/// <summary>Who may see what a knowledge base says.</summary>
public enum KnowledgeLabel { Shared, Internal }

/// <summary>A voice, and the one that stands in when it cannot serve.</summary>
public sealed record VoiceEntry
{
    [JsonRequired]
    public VoiceEngine Engine { get; init; }

    [Description("The engine's model.")]
    public string? Model { get; init; }

    [Description("The engine's name of the voice.")]
    public string? Voice { get; init; }

    [Description("Reference to the voice's id: env:NAME or file:PATH.")]
    public string? VoiceId { get; init; }

    [JsonRequired, Description("Sound format that comes out.")]
    public SoundFormat Format { get; init; }

    [Description("The voice that speaks first, for an engine that changes a voice.")]
    public string? Source { get; init; }

    [Description("The voice that stands in.")]
    public string? Fallback { get; init; }

    [Description("How a voice model should speak.")]
    public string? Style { get; init; }

    [Description("Share of words that may differ from the script, 0 to 1.")]
    public double? MaxWordError { get; init; }
    public DateOnly? RetiresOn { get; init; }
}

/// <summary>What makes or changes a voice.</summary>
public enum VoiceEngine { Flite, Festival, OpenaiSpeech, OpenaiRealtime, Elevenlabs, ElevenlabsSts, FfmpegChain }

/// <summary>How sound is written.</summary>
public enum SoundFormat { Mp3, Wav, Pcm, Opus, Aac, Flac }

/// <summary>A job of steps.</summary>
public sealed record PipelineEntry
{
    [JsonPropertyName("poll_s"), Description("Seconds between two looks into the mailbox.")]
    public int PollSeconds { get; init; } = 60;

    [Description("Name of the voice it speaks with.")]
    public string? Voice { get; init; }

    [JsonPropertyName("deadline_min"), Description("Minutes after which a run is given up.")]
    public int DeadlineMinutes { get; init; } = 30;

    [JsonRequired, Description("Its steps in order.")]
    public IReadOnlyDictionary<string, StepEntry> Steps { get; init; } =
        new Dictionary<string, StepEntry>(StringComparer.Ordinal);
}

/// <summary>How often a step is tried and what it may cost in time.</summary>
public sealed record StepEntry
{
    public int Retries { get; init; } = 2;

    [JsonPropertyName("timeout_min")]
    public int TimeoutMinutes { get; init; } = 5;

    [Description("The run goes on without it when it fails for good.")]
    public bool Optional { get; init; }

    [Description("Runs also when the run is given up.")]
    public bool Always { get; init; }
}
