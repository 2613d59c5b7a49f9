using System.ComponentModel;

namespace HardE.Agents.Roster;

/// <summary>What a run, a person and a company may use.</summary>
public sealed record LimitsEntry
{
    public RunLimits Run { get; init; } = new();
    public UserLimits User { get; init; } = new();
    public TenantLimits Tenant { get; init; } = new();
}

/// <summary>Limits of one message and all it sets off.</summary>
public sealed record RunLimits
{
    public int ModelCalls { get; init; } = 20;
    public int ToolCalls { get; init; } = 30;
    public int Handoffs { get; init; } = 4;

    [Description("US dollars.")]
    public decimal Usd { get; init; } = 0.75m;
    public int Minutes { get; init; } = 10;

    [Description("Tools that run at the same time.")]
    public int ParallelTools { get; init; } = 4;

    [Description("Kilobytes of a tool's result that a model sees.")]
    public int ToolResultKb { get; init; } = 8;
}

/// <summary>Limits of one person.</summary>
public sealed record UserLimits
{
    public decimal UsdPerDay { get; init; } = 10;
    public int RunsPerMinute { get; init; } = 6;
}

/// <summary>Limits of one company.</summary>
public sealed record TenantLimits
{
    public decimal UsdPerMonth { get; init; } = 500;

    [Description("Share of the month's money at which the owner is told, 0 to 1.")]
    public double WarnAt { get; init; } = 0.8;
}

/// <summary>Checks of what goes in and what comes out.</summary>
public sealed record GuardrailsEntry
{
    public IReadOnlyList<InputGuardrail> Input { get; init; } = [];
    public IReadOnlyList<OutputGuardrail> Output { get; init; } = [];
}

/// <summary>A check of what a person sends.</summary>
public enum InputGuardrail { SizeLimit, PiiPolicy }

/// <summary>A check of what Hard-E says.</summary>
public enum OutputGuardrail { NoSecret, NoForeignLinks }

/// <summary>What is kept and what is blanked.</summary>
public sealed record PrivacyEntry
{
    [Description("Whether traces hold what was said.")]
    public bool TraceContent { get; init; }
    public int KeepRunsDays { get; init; } = 30;
    public IReadOnlyList<RedactedField> Redact { get; init; } = [];
}

/// <summary>A kind of personal data that traces and logs never show.</summary>
public enum RedactedField { Phone, Email, Address, Name }
