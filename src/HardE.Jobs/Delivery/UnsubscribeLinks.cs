using System.Security.Cryptography;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Delivery;

/// <summary>
/// Links by which a homeowner ends our mail without a login (RFC 8058). The address is sealed inside: it can neither be
/// read in the link nor changed.
/// </summary>
public sealed class UnsubscribeLinks(Vault vault, IOptions<PublicAddressOptions> address)
{
    /// <summary>Path of the page, without its token.</summary>
    public const string Path = "/mail/stop";

    private const string Purpose = "stop-mail";

    public Uri Make(string tenant, string mailAddress) =>
        new($"{address.Value.PublicUrl.AbsoluteUri.TrimEnd('/')}{Path}/{vault.Seal($"{Purpose}\n{tenant}\n{mailAddress}")}");

    /// <returns>Whose mail ends; null for a link that we did not make.</returns>
    public (string Tenant, string Address)? Read(string token)
    {
        try
        {
            return vault.Open(token).Split('\n') is [Purpose, var tenant, var mailAddress] ? (tenant, mailAddress) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
