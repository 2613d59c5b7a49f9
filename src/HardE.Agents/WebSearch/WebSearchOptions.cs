using System.ComponentModel.DataAnnotations;

namespace HardE.Agents.WebSearch;

/// <summary>Who searches the web for us. Section <c>WebSearch</c>.</summary>
public sealed class WebSearchOptions
{
    /// <summary><c>none</c>; <c>perplexity</c> is not in this version.</summary>
    [RegularExpression("^none$", ErrorMessage = "WebSearch:Provider can only be 'none' in this version.")]
    public string Provider { get; init; } = "none";
}
