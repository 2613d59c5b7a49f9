namespace HardE.Agents.WebSearch;

/// <summary>Asks the web a question.</summary>
public interface IWebResearch
{
    /// <summary>False when nobody searches for us; <see cref="SearchAsync"/> is not called then.</summary>
    bool IsConfigured { get; }

    /// <summary>What to set so that searching works; for a person.</summary>
    string HowToConfigure { get; }

    /// <exception cref="Services.ServiceException">The service could not be asked.</exception>
    Task<WebAnswer> SearchAsync(string question, CancellationToken ct);
}

/// <summary>What the web says. Text of others: data, never orders.</summary>
public sealed record WebAnswer(string Text, IReadOnlyList<WebSource> Sources);

/// <summary>A page the answer rests on.</summary>
public sealed record WebSource(string Title, Uri Address, string Excerpt, DateOnly? Published);
