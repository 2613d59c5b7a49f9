using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Delivery;

/// <summary>What a link to media leads to.</summary>
public enum MediaPart
{
    /// <summary>The sound or film itself.</summary>
    File,

    /// <summary>The page with the player.</summary>
    Page,

    /// <summary>The still picture.</summary>
    Poster,

    /// <summary>The captions.</summary>
    Captions,
}

/// <summary>What the check of a link found.</summary>
public enum LinkState
{
    /// <summary>We made it, and it still works.</summary>
    Good,

    /// <summary>We made it, and its time is over.</summary>
    Expired,

    /// <summary>We did not make it.</summary>
    Wrong,
}

/// <summary>Makes and checks links to media. The signature covers tenant, media and expiry, so none of them can be changed.</summary>
public sealed class MediaLinks(
    LinkKey key, IOptions<LinkOptions> links, IOptions<PublicAddressOptions> address, TimeProvider clock)
{
    /// <summary>When a link made now stops working (whole seconds).</summary>
    public DateTimeOffset Expiry() => DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + links.Value.LinkLifetime).ToUnixTimeSeconds());

    /// <summary>A full address for people outside.</summary>
    public Uri Mint(string tenant, string mediaId, DateTimeOffset expires, MediaPart part) =>
        new(address.Value.PublicUrl.AbsoluteUri.TrimEnd('/') + Path(tenant, mediaId, expires, part));

    /// <summary>The same from the root of this host: for links inside a page.</summary>
    public string Path(string tenant, string mediaId, DateTimeOffset expires, MediaPart part)
    {
        var end = part == MediaPart.File ? "" : "/" + part.ToString().ToLowerInvariant();
        var seconds = expires.ToUnixTimeSeconds();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/media/{mediaId}{end}?t={Uri.EscapeDataString(tenant)}&e={seconds}&s={Signature(tenant, mediaId, seconds)}");
    }

    /// <summary>Checks in constant time; what was changed is never told.</summary>
    public LinkState Check(string tenant, string mediaId, long expires, string signature)
    {
        var right = Encoding.ASCII.GetBytes(Signature(tenant, mediaId, expires));
        if (!CryptographicOperations.FixedTimeEquals(right, Encoding.UTF8.GetBytes(signature)))
        {
            return LinkState.Wrong;
        }

        return clock.GetUtcNow().ToUnixTimeSeconds() < expires ? LinkState.Good : LinkState.Expired;
    }

    private string Signature(string tenant, string mediaId, long expires) =>
        key.Sign(string.Create(CultureInfo.InvariantCulture, $"media\n{tenant}\n{mediaId}\n{expires}"));
}
