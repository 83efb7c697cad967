using System.IO.Compression;
using System.Security.Cryptography;

namespace NewsSite.Web.Caching;

/// <summary>How the bytes of a page are written.</summary>
internal enum PageCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>A page as it is served: its bytes in every coding, its entity tag, what it was made from.</summary>
internal sealed class KeptPage
{
    /// <summary>Good enough while a reader waits; the strongest level follows in the background.</summary>
    private const int QuickBrotli = 5;

    private readonly byte[] identity;
    private volatile byte[] gzip;
    private volatile byte[] brotli;

    public KeptPage(byte[] identity, string contentType, IReadOnlyList<string> tags)
    {
        this.identity = identity;
        ContentType = contentType;
        Tags = tags;
        ETag = TagOf(identity);
        IsPacked = contentType.StartsWith("image/", StringComparison.Ordinal);
        gzip = IsPacked ? [] : Gzip(CompressionLevel.Fastest);
        brotli = IsPacked ? [] : Brotli(QuickBrotli);
    }

    /// <summary>True for what is compressed as it is: a picture, of which there is one coding.</summary>
    public bool IsPacked { get; }

    public string ContentType { get; }

    public IReadOnlyList<string> Tags { get; }

    public string ETag { get; }

    /// <summary>When it was kept, as a timestamp of the cache's clock.</summary>
    public required long KeptAt { get; init; }

    /// <summary>When it becomes another page by itself; UTC.</summary>
    public DateTime? Until { get; init; }

    /// <summary>When what it tells last changed; UTC.</summary>
    public DateTime? ModifiedAt { get; init; }

    /// <summary>What its response says of its own; see <see cref="CachedPage.Headers"/>.</summary>
    public required IReadOnlyDictionary<string, string?> Headers { get; init; }

    /// <summary>When it was last served, for making room.</summary>
    public long LastServed { get; set; }

    public int Size => identity.Length + gzip.Length + brotli.Length;

    /// <summary>The entity tag of a page. One weak tag for all codings: the bytes differ, the page does not.</summary>
    public static string TagOf(byte[] identity) => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(identity).AsSpan(0, 12))}\"";

    public byte[] Bytes(PageCoding coding) => coding switch
    {
        PageCoding.Brotli => brotli,
        PageCoding.Gzip => gzip,
        _ => identity,
    };

    /// <summary>Compresses once more at the strongest level; for the background.</summary>
    public void CompressStrongly()
    {
        if (IsPacked)
        {
            return;
        }

        brotli = Brotli(quality: 11);
        gzip = Gzip(CompressionLevel.SmallestSize);
    }

    private byte[] Gzip(CompressionLevel level)
    {
        using var buffer = new MemoryStream(identity.Length / 4);
        using (var stream = new GZipStream(buffer, level))
        {
            stream.Write(identity);
        }

        return buffer.ToArray();
    }

    private byte[] Brotli(int quality)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(identity.Length)];
        return BrotliEncoder.TryCompress(identity, buffer, out var written, quality, window: 22) ? buffer[..written] : identity;
    }
}
