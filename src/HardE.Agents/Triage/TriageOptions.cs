using System.ComponentModel.DataAnnotations;

namespace HardE.Agents.Triage;

/// <summary>How sure the router must be. Section <c>Triage</c>.</summary>
public sealed class TriageOptions
{
    /// <summary>The likeliest agent must lead the second by this share; below it the model decides or the person is asked.</summary>
    [Range(0.0, 1.0)] public double Margin { get; init; } = 0.1;

    /// <summary>Messages with more characters are not read; the person is asked for the part that counts.</summary>
    [Range(500, 100_000)] public int MaxLength { get; init; } = 20_000;
}
