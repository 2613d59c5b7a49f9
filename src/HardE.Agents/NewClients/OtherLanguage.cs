using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients;

/// <summary>One sentence for people who write Spanish or Portuguese: their details are read, the answers are English.</summary>
internal static partial class OtherLanguage
{
    /// <summary>The sentence in the writer's language; null for English.</summary>
    public static string? Note(string text) =>
        Portuguese.Count(text) >= 3 ? "Leio os seus dados, mas respondo em ingl\u00eas."
        : Spanish.Count(text) >= 3 ? "Leo sus datos, pero contesto en ingl\u00e9s."
        : null;

    [GeneratedRegex(@"\b(?:nuevo|nueva|cliente|hola|quiere|necesita|techo|ventanas|tel[e\u00e9]fono|correo|calle|casa|se llama|para|con|gracias|vive en|por favor|el|su)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Spanish { get; }

    [GeneratedRegex(@"\b(?:novo|nova|ol\u00e1|precisa|telhado|janelas|telefone|endere\u00e7o|rua|obrigad[oa]|n\u00e3o|voc\u00ea|mora em|seu|com|uma)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Portuguese { get; }
}
