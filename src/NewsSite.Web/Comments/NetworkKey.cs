using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Comments;

/// <summary>
/// Tells networks apart without keeping addresses: the first 24 bits of IPv4 or 48 of IPv6, hashed with a key that only the data directory holds. Whoever gets the
/// database alone cannot try out the sixteen million networks there are.
/// </summary>
public sealed class NetworkKey
{
    private const int KeyLength = 32;

    private readonly byte[] key;

    /// <summary>Reads the key, or makes it at the first start.</summary>
    public NetworkKey(StorageSettings storage, IHostEnvironment environment)
    {
        var directory = Directory.CreateDirectory(Path.Combine(storage.Root(environment), "keys")).FullName;
        var file = Path.Combine(directory, "network.key");
        if (!File.Exists(file))
        {
            var made = Path.Combine(directory, Path.GetRandomFileName());
            File.WriteAllBytes(made, RandomNumberGenerator.GetBytes(KeyLength));
            // Of two servers that start at once the first one's key stays.
            File.Move(made, file, overwrite: false);
        }

        key = File.ReadAllBytes(file);
    }

    /// <summary>The keyed hash of the network an address belongs to: 32 hexadecimal digits; null where there is no address.</summary>
    public string? Of(IPAddress? address)
    {
        if (address is null)
        {
            return null;
        }

        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        var network = bytes.AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6 ? 3 : 6);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, network).AsSpan(0, 16));
    }
}
