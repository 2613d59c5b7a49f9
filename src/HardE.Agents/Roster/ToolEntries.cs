using System.ComponentModel;
using System.Text.Json.Serialization;
using HardE.Agents.Turns;

namespace HardE.Agents.Roster;

/// <summary>
/// What the company says about a tool. It can only tighten what the code declares; what it leaves out is the code's.
/// </summary>
public sealed record ToolEntry
{
    [Description("What it does to the world; never milder than the code says.")]
    public ToolEffect? Effect { get; init; }

    [Description("Rights the speaker's role must hold, beside the code's own.")]
    public IReadOnlyList<string> Scopes { get; init; } = [];

    [JsonPropertyName("timeout_s"), Description("Seconds before it is given up.")]
    public int? TimeoutSeconds { get; init; }

    [Description("Its results hold text that others wrote.")]
    public bool UntrustedOutput { get; init; }

    [Description("Running it again with the same key cannot do the thing twice.")]
    public bool? Idempotent { get; init; }

    [Description("When a person has to say yes first.")]
    public ApprovalPolicy? Approval { get; init; }

    [Description("Why a send or delete needs no approval; without it that is an error.")]
    public string? AcceptRisk { get; init; }

    [Description("Roles that may say yes.")]
    public IReadOnlyList<string> Approvers { get; init; } = [];

    [JsonPropertyName("expires_h"), Description("Hours until an open question lapses.")]
    public int ExpiresHours { get; init; } = 24;

    [Description("The one who asks may not be the one who says yes.")]
    public bool FourEyes { get; init; }

    [Description("Runs in a day for one company.")]
    public int? MaxPerDay { get; init; }
}

/// <summary>When a person has to say yes before a tool runs.</summary>
public enum ApprovalPolicy
{
    /// <summary>It runs at once.</summary>
    Never,

    /// <summary>A preview first, then a sealed yes of the same person.</summary>
    Confirm,

    /// <summary>Only while text of others is in view.</summary>
    WhenTainted,

    /// <summary>Every time, by one of the approvers.</summary>
    Always,
}
