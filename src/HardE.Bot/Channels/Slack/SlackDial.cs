using System.Net;
using System.Net.Sockets;

namespace HardE.Bot.Channels.Slack;

/// <summary>Which addresses belong to the public internet (RFC 6890).</summary>
internal static class SlackDial
{
    /// <summary>Reserved blocks of IPv4: what is not to be dialled for a file.</summary>
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Routed = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] Wrapped = [IPNetwork.Parse("2002::/16"), IPNetwork.Parse("2001::/32"), IPNetwork.Parse("2001:db8::/32")];

    public static bool IsPublic(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => IsPublic(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Routed.Contains(address) && !Wrapped.Any(n => n.Contains(address)),
        _ => !Reserved.Any(n => n.Contains(address)),
    };
}
