namespace HardE.Agents.WebSearch;

/// <summary>Stands where no search service is configured, and says so.</summary>
internal sealed class NoWebResearch : IWebResearch
{
    public bool IsConfigured => false;

    public string HowToConfigure => "This version has no web search provider yet (WebSearch:Provider is none); Perplexity comes next.";

    public Task<WebAnswer> SearchAsync(string question, CancellationToken ct) => Task.FromResult(new WebAnswer("", []));
}
