using System.Net;
using System.Net.Sockets;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Dials only addresses of the public internet: a name we allow could be made to point into our own network. Looked at
/// on the address that is dialled, so that a name cannot change its mind in between.
/// </summary>
internal static class PublicDial
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <exception cref="HttpRequestException">The name leads nowhere that may be dialled.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var viaProxy = context.InitialRequestMessage.RequestUri?.IdnHost != host;
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        var allowed = viaProxy ? addresses : [.. addresses.Where(IsPublic)]; // a company's own proxy is the company's choice
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The name leads to no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            await socket.ConnectAsync(allowed, port, limit.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception problem) when (problem is SocketException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            socket.Dispose();
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection.", problem);
        }
    }

    /// <summary>Neither this machine, nor a private or link-local network, nor one of those inside an IPv6 address.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var first = address.GetAddressBytes();
            return (first[0] & 0xE0) == 0x20 // 2000::/3 is what is routed at all
                && !(first[0] == 0x20 && first[1] == 0x02) // 6to4: an IPv4 address inside
                && !(first[0] == 0x20 && first[1] == 0x01 && first[2] == 0 && first[3] == 0); // Teredo
        }

        var b = address.GetAddressBytes();
        return b[0] is not (0 or 10 or 127) and < 224
            && !(b[0] == 100 && b[1] is >= 64 and < 128)
            && !(b[0] == 169 && b[1] == 254)
            && !(b[0] == 172 && b[1] is >= 16 and < 32)
            && !(b[0] == 192 && (b[1] == 168 || (b[1] == 0 && b[2] is 0 or 2)))
            && !(b[0] == 198 && b[1] is 18 or 19);
    }
}
