using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Which addresses we talk to: we send a token there, so only Microsoft's own hosts. Asked when an activity arrives and
/// again before each call, also for stored addresses.
/// </summary>
internal sealed class ServiceUrls(IOptions<TeamsOptions> options)
{
    public bool Allows(string? text, [NotNullWhen(true)] out Uri? address)
    {
        address = Uri.TryCreate(text, UriKind.Absolute, out var parsed) && IsPlain(parsed) && (IsTeams(parsed) || IsTestClient(parsed))
            ? parsed
            : null;
        return address is not null;
    }

    /// <summary>Same scheme, host, port and path; case of the host and a last slash do not count.</summary>
    public static bool Same(string one, string other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var a) && Uri.TryCreate(other, UriKind.Absolute, out var b)
        && IsPlain(a) && IsPlain(b)
        && a.Scheme == b.Scheme && a.IdnHost.Equals(b.IdnHost, StringComparison.OrdinalIgnoreCase) && a.Port == b.Port
        && a.AbsolutePath.TrimEnd('/') == b.AbsolutePath.TrimEnd('/');

    private static bool IsPlain(Uri address) =>
        address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;

    private bool IsTeams(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.Port == 443 && address.HostNameType == UriHostNameType.Dns
        && options.Value.ServiceHosts.Any(host => Fits(address.IdnHost, host));

    private static bool Fits(string host, string allowed) => allowed.StartsWith('.')
        ? host.EndsWith(allowed, StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);

    private bool IsTestClient(Uri address) =>
        options.Value.AllowUnsignedDevelopment
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && (address.IdnHost == "localhost" || (IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip)));
}
