using System.Text;

namespace NewsSite.Text;

/// <summary>Decides which addresses a writer may link to.</summary>
internal static class LinkAddress
{
    /// <summary>The longest address linked, in characters; browsers and proxies take little more.</summary>
    public const int MaxLength = 2_000;

    /// <summary>True when following the address leaves for a web page, here or elsewhere.</summary>
    public static bool IsWeb(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The address as it may be printed, or null when it is refused: anything but <c>http</c>, <c>https</c>, <c>mailto</c> and, where
    /// <paramref name="sitePaths"/> says so, an absolute path of this site.
    /// </summary>
    public static string? Safe(string? address, bool sitePaths)
    {
        // Browsers drop tabs and newlines and take a backslash for a slash, so "/\evil" and "java\tscript:" mean something else than they say.
        if (string.IsNullOrEmpty(address) || address.Length > MaxLength || address.Any(c => char.IsControl(c) || c is '\\' || char.IsSurrogate(c)))
        {
            return null;
        }

        var allowed = IsWeb(address) ? Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            : address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address.Contains('@', StringComparison.Ordinal)
            : sitePaths && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal);
        return allowed ? WithoutStrayPercents(address) : null;
    }

    /// <summary>A percent sign that begins no escape is an error in an address (WHATWG URL), so it is escaped itself.</summary>
    private static string WithoutStrayPercents(string address)
    {
        if (!address.Contains('%', StringComparison.Ordinal))
        {
            return address;
        }

        var text = new StringBuilder(address.Length + 8);
        for (var i = 0; i < address.Length; i++)
        {
            text.Append(address[i]);
            if (address[i] == '%' && !(i + 2 < address.Length && char.IsAsciiHexDigit(address[i + 1]) && char.IsAsciiHexDigit(address[i + 2])))
            {
                text.Append("25");
            }
        }

        return text.ToString();
    }
}
