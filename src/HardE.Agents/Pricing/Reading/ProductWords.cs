using System.Text.RegularExpressions;

namespace HardE.Agents.Pricing.Reading;

/// <summary>A message without the words that name no product although a catalog row holds them.</summary>
internal static partial class ProductWords
{
    public static string Of(string said) => Misleading().Replace(said, " ");

    [GeneratedRegex(@"\bgood[,/ ]+better[,/ ]+(?:and )?best\b|\bbest (?:price|guess|way)\b|\bgood (?:price|morning|afternoon|evening)\b|\bmetal (?:drip|flashing|"
        + @"valley)\b|\bvalley metal\b|\bw[- ]valley\b|\b(?:sheet|drip) metal\b|\binsulated (?:glass|window)\b|\bdrip[- ]?edge\b|\bmargin\b", RegexOptions.IgnoreCase)]
    private static partial Regex Misleading();
}
