using HardE.Agents.Services;

namespace HardE.Jobs.Delivery;

/// <summary>Puts a finished film where the homeowner can watch it.</summary>
public interface IDelivery
{
    /// <summary>How it is delivered, as shown to people.</summary>
    string Name { get; }

    /// <summary>Makes a link; the same film again gets a link to the same place.</summary>
    /// <exception cref="ServiceException">The place cannot be reached or refused the film.</exception>
    Task<Delivered> DeliverAsync(Deliverable film, CancellationToken ct);
}

/// <summary>What is delivered: keys in the file store and the words around the player.</summary>
/// <param name="Tenant">Whose film it is.</param>
/// <param name="FileKey">The MP4 (or MP3).</param>
/// <param name="FileName">Name when it is saved, ends in <c>.mp4</c> or <c>.mp3</c>.</param>
/// <param name="Title">Heading of the page.</param>
/// <param name="Transcript">Shown under the player; blank lines part paragraphs.</param>
public sealed record Deliverable(string Tenant, string FileKey, string FileName, string Title, string Transcript)
{
    /// <summary>Still picture (JPEG) shown before it plays.</summary>
    public string? PosterKey { get; init; }

    /// <summary>WebVTT captions.</summary>
    public string? CaptionsKey { get; init; }

    /// <summary>Length.</summary>
    public double Seconds { get; init; }
}

/// <summary>Where it can be watched.</summary>
/// <param name="MediaId">Our id of the media; stays the same for the same file.</param>
/// <param name="Page">The page with the player: what is sent to people.</param>
/// <param name="File">The film itself.</param>
/// <param name="Poster">The still picture; null when there is none.</param>
/// <param name="ExpiresAt">The links are dead after this; null when they last.</param>
public sealed record Delivered(string MediaId, Uri Page, Uri File, Uri? Poster, DateTimeOffset? ExpiresAt);
