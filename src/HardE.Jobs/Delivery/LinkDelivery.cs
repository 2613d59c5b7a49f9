namespace HardE.Jobs.Delivery;

/// <summary>Delivers by our own signed, expiring links; the file stays in the file store. Channels use it for sound, too.</summary>
public sealed class LinkDelivery(MediaShelf shelf, MediaLinks links) : IDelivery
{
    public string Name => "Hard-E link";

    public async Task<Delivered> DeliverAsync(Deliverable film, CancellationToken ct)
    {
        var mediaId = await shelf.AddAsync(film, ct);
        var expires = links.Expiry();
        return new Delivered(
            mediaId,
            links.Mint(film.Tenant, mediaId, expires, MediaPart.Page),
            links.Mint(film.Tenant, mediaId, expires, MediaPart.File),
            film.PosterKey is null ? null : links.Mint(film.Tenant, mediaId, expires, MediaPart.Poster),
            expires);
    }
}
