using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Comments;

/// <summary>A guest's address and the link mailed to it.</summary>
public static class GuestAddress
{
    /// <summary>The address in the form addresses are compared in; null when no mail could reach it.</summary>
    public static string? Read(string? typed)
    {
        // MailAddress takes "Name <a@b>" and quoted locals too; what remains must be the address alone, with a dot in its host.
        var trimmed = typed?.Trim();
        return trimmed is { Length: > 0 and <= CommentOrigin.MaxEmailLength }
            && trimmed.All(c => c > ' ' && c != '\u007f')
            && MailAddress.TryCreate(trimmed, out var address)
            && address.Address == trimmed
            && address.Host.Contains('.', StringComparison.Ordinal)
            ? trimmed.ToLowerInvariant()
            : null;
    }

    /// <summary>A secret for a link, and what is stored to know it by: its SHA-256.</summary>
    public static (string Token, string Hash) NewToken()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        return (token, HashOf(token));
    }

    /// <summary>What a token is known by.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
