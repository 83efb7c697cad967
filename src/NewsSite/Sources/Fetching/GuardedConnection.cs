using System.Net;
using System.Net.Sockets;

namespace NewsSite.Sources.Fetching;

/// <summary>
/// Opens connections for fetching. The name is looked up here and the connection goes to the very address that was checked, so that a name which answers differently the
/// second time gains nothing. Every redirect opens a connection of its own and is checked the same way.
/// </summary>
/// <param name="allowed">Networks an operator allows beyond the public one, on any port.</param>
internal sealed class GuardedConnection(IReadOnlyList<IPNetwork> allowed)
{
    private static readonly HashSet<int> Ports = [80, 443];

    /// <summary>The handler that connects so and keeps nothing: no cookies, no credentials, no proxy, no connection for another time.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = async (context, cancel) => await OpenAsync(context.DnsEndPoint, cancel),
    };

    private async Task<Stream> OpenAsync(DnsEndPoint end, CancellationToken cancel)
    {
        var addresses = IPAddress.TryParse(end.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(end.Host, cancel);
        // One private address among public ones is an attempt, not an oversight.
        if (addresses.Length == 0 || !addresses.All(a => IsAllowed(a) || (Ports.Contains(end.Port) && PublicNetwork.Has(a))))
        {
            throw new NotPublicException(addresses.All(PublicNetwork.Has));
        }

        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, end.Port), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException problem)
            {
                socket.Dispose();
                last = problem;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last!;
    }

    private bool IsAllowed(IPAddress address) => allowed.Any(n => n.Contains(address));
}

/// <summary>A connection was asked for that is not opened.</summary>
/// <param name="isPort">True when only the port stood against it.</param>
internal sealed class NotPublicException(bool isPort) : IOException("The address is not one this server fetches from.")
{
    /// <summary>True when only the port stood against it.</summary>
    public bool IsPort { get; } = isPort;
}
