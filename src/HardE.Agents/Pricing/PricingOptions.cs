namespace HardE.Agents.Pricing;

/// <summary>Where catalogs lie. Section <c>Pricing</c>.</summary>
public sealed class PricingOptions
{
    /// <summary>Folder with one CSV a module and <c>pricing_rules.csv</c>. Empty: the samples that come with the program.</summary>
    public string Folder { get; init; } = "";
}
