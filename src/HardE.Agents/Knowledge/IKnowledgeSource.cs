namespace HardE.Agents.Knowledge;

/// <summary>Where documents lie: a folder now, a bucket later. Reads only.</summary>
public interface IKnowledgeSource
{
    /// <summary>True when these are the samples that ship with Hard-E; every answer from them says so.</summary>
    bool IsSample { get; }

    /// <summary>Every document file, with a stamp that changes when the file does.</summary>
    /// <exception cref="Services.ServiceException">The source cannot be read now.</exception>
    Task<IReadOnlyList<KnowledgeFile>> ListAsync(CancellationToken ct);

    /// <summary>A file's bytes; null when it has gone since it was listed.</summary>
    /// <exception cref="Services.ServiceException">The source cannot be read now.</exception>
    Task<byte[]?> ReadAsync(string path, CancellationToken ct);
}

/// <summary>A document file.</summary>
/// <param name="Path">Below the source, with slashes: <c>OBJECTION_HANDLING/price.md</c>.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Stamp">Changes when the file does: time and length, or an ETag.</param>
public sealed record KnowledgeFile(string Path, long Bytes, string Stamp);

/// <summary>The seven bases; a file outside them is not read.</summary>
public static class KnowledgeBases
{
    public const string Calls = "SALES_DIRECTOR_CALLS";
    public const string Scripts = "SCRIPT_TEMPLATES";

    public static readonly IReadOnlyList<string> All =
    [
        "CORE_KNOWLEDGE", Calls, "OBJECTION_HANDLING", "PRICING_STRATEGIES", "PRODUCT_KNOWLEDGE", Scripts, "CUSTOMER_PSYCHOLOGY",
    ];
}
