using System.Collections.Concurrent;

namespace HardE.Agents.Turns;

/// <summary>
/// The documents of one conversation, by name. A turn reads and changes them here; they are saved in the transaction
/// that ends the turn, so a killed turn changes nothing.
/// </summary>
public sealed class StateBag(IReadOnlyDictionary<string, StoredDocument> stored)
{
    private readonly ConcurrentDictionary<string, StoredDocument?> changed = new(StringComparer.Ordinal); // tools may run side by side

    /// <summary>Reads a document; null when there is none.</summary>
    public T? Get<T>(string name) where T : class =>
        Find(name) is { } document ? TurnJson.Read<T>(document.Body) : null;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Replaces a document.</summary>
    /// <param name="lifetime">After this long without a change it is gone; 7 days when not given.</param>
    public void Set<T>(string name, T value, TimeSpan? lifetime = null) where T : class =>
        changed[name] = new StoredDocument(
            TurnJson.Write(value), stored.GetValueOrDefault(name)?.Version ?? 0, lifetime ?? TimeSpan.FromDays(7));

    public void Remove(string name) => changed[name] = null;

    /// <summary>Names of all documents that exist now.</summary>
    public IEnumerable<string> Names => stored.Keys.Union(changed.Keys).Where(Has);

    internal IReadOnlyDictionary<string, StoredDocument?> Changed => changed;

    private StoredDocument? Find(string name) =>
        changed.TryGetValue(name, out var mine) ? mine : stored.GetValueOrDefault(name);
}

/// <summary>A document as it lies in the database.</summary>
/// <param name="Body">JSON.</param>
/// <param name="Version">Counts the saves; a save of an old version is refused.</param>
/// <param name="Lifetime">How long it lives after its last change.</param>
public sealed record StoredDocument(string Body, long Version, TimeSpan Lifetime);
