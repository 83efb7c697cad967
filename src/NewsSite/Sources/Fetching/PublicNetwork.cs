using System.Net;
using System.Net.Sockets;

namespace NewsSite.Sources.Fetching;

/// <summary>
/// Tells the network everybody reaches from the machine itself, its neighbours, and ranges that stand for something else. What the registries of IANA reserve is refused;
/// of IPv6 only what they give out is taken, so that a range set apart tomorrow is refused today.
/// </summary>
public static class PublicNetwork
{
    private static readonly IPNetwork[] Refused = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Teredo and other protocols, examples, 6to4: the first and the last carry an IPv4 address inside.
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    }.Select(n => IPNetwork.Parse(n))];

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    /// <summary>True for an address anybody on the internet reaches, and nobody alone. An IPv4 address in the clothes of IPv6 is none.</summary>
    public static bool Has(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Refused.Any(n => n.Contains(address)),
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && GivenOut.Contains(address) && !Refused.Any(n => n.Contains(address)) && !IsIsatap(address),
        _ => false,
    };

    /// <summary>An address whose second half is an IPv4 address behind 0:5efe (RFC 5214).</summary>
    private static bool IsIsatap(IPAddress address) => address.GetAddressBytes() is var b && b[8] is 0 or 2 && b[9] == 0 && b[10] == 0x5E && b[11] == 0xFE;
}
