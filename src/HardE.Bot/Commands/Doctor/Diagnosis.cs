namespace HardE.Bot.Commands.Doctor;

/// <summary>How a part is doing.</summary>
internal enum DiagnosisState
{
    /// <summary>A real service serves it.</summary>
    Configured,

    /// <summary>This machine serves it.</summary>
    Embedded,

    /// <summary>Nobody serves it; nothing needs it.</summary>
    Missing,

    /// <summary>It should work and does not.</summary>
    Broken,
}

/// <summary>One part, how it is doing, and the way to change that.</summary>
internal sealed record Diagnosis(string Part, DiagnosisState State, string Detail, string Fix = "");
