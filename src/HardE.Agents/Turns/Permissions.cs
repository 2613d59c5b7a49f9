namespace HardE.Agents.Turns;

/// <summary>Which role holds which right. Checked by the tool runner and nowhere else.</summary>
public static class Permissions
{
    public const string CrmRead = "crm.read";
    public const string CrmWrite = "crm.write";
    public const string KnowledgeRead = "knowledge.read";
    public const string ScriptsWrite = "scripts.write";
    public const string PricesRead = "prices.read";

    /// <summary>Cost and margin: director and owner only (design: tenants and people).</summary>
    public const string CostRead = "cost.read";
    public const string CallsRead = "calls.read";

    /// <summary>How each rep does in calls: director and owner, beside the rep.</summary>
    public const string CallsCoach = "calls.coach";
    public const string WebSearch = "web.search";
    public const string PrimerStart = "primer.start";
    public const string VoiceUse = "voice.use";

    private static readonly string[] Staff =
        [CrmRead, CrmWrite, KnowledgeRead, ScriptsWrite, PricesRead, CallsRead, WebSearch, VoiceUse];

    private static readonly Dictionary<string, HashSet<string>> Rights = new(StringComparer.Ordinal)
    {
        [Roles.Guest] = [],
        [Roles.Rep] = [.. Staff, PrimerStart],
        [Roles.Office] = [.. Staff, PrimerStart],
        [Roles.Production] = [.. Staff],
        [Roles.Director] = [.. Staff, PrimerStart, CostRead, CallsCoach],
        [Roles.Owner] = [.. Staff, PrimerStart, CostRead, CallsCoach],
        [Roles.Admin] = [.. Staff, PrimerStart],
    };

    /// <summary>True when the role holds the right; unknown roles hold none.</summary>
    public static bool Has(string role, string right) => Rights.TryGetValue(role, out var rights) && rights.Contains(right);
}
