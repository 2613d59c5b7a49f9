namespace HardE.Agents.Roster;

/// <summary>
/// Checks the whole agent file at once by twelve rules (folder Checks): every problem with file,
/// line, path and a hint. The twelfth, that the JSON Schema in docs fits the types, is a test.
/// </summary>
public static class ConfigCheck
{
    /// <summary>Everything that is wrong or soon will be, errors first; empty when all is well.</summary>
    public static IReadOnlyList<ConfigProblem> Run(AgentConfigFile file, ConfigSurroundings around)
    {
        var report = new ConfigReport(file, around);
        AgentChecks.Run(report);
        ToolChecks.Run(report);
        ModelChecks.Run(report);
        SecretChecks.Run(report);
        PromptChecks.Run(report);
        LimitChecks.Run(report);
        KnowledgeChecks.Run(report);
        VoiceChecks.Run(report);
        PipelineChecks.Run(report);
        return report.Problems;
    }
}
