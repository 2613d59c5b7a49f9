namespace HardE.Agents.State;

/// <summary>Outputs of finished steps and media behind links, by key. Both a folder and a bucket can do it.</summary>
public interface IFileStore
{
    /// <summary>Stores a whole file under a key such as <c>runs/42/voice.mp3</c>; the same key is replaced at once.</summary>
    Task<StoredFile> SaveAsync(string tenant, string key, Stream content, CancellationToken ct);

    /// <summary>Opens a file for reading (seekable); null when there is none.</summary>
    Task<Stream?> OpenAsync(string tenant, string key, CancellationToken ct);

    /// <summary>Removes a file; no file is no error.</summary>
    Task DeleteAsync(string tenant, string key, CancellationToken ct);

    /// <summary>Keys that start with the prefix.</summary>
    Task<IReadOnlyList<string>> ListAsync(string tenant, string prefix, CancellationToken ct);
}

/// <summary>A stored file: its key, length in bytes and SHA-256 in lower-case hex.</summary>
public sealed record StoredFile(string Key, long Bytes, string Sha256);
