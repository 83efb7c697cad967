using System.Net;
using System.Text.Json;

namespace NewsSite.Benchmarks;

/// <summary>An answer of the site as it came over the wire, without what Kestrel adds itself.</summary>
internal sealed record CapturedAnswer(int Status, Dictionary<string, string> Headers, byte[] Body)
{
    /// <summary>What browsers send.</summary>
    public const string AcceptEncoding = "gzip, deflate, br, zstd";

    private static readonly string[] Kestrels = ["Date", "Transfer-Encoding", "Connection"];

    /// <summary>Asks once.</summary>
    public static async Task<CapturedAnswer> TakeAsync(string url, string? known = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", AcceptEncoding);
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(h => !Kestrels.Contains(h.Key))
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            // HttpClient's reading of an empty body, not a header of the answer.
            headers.Remove("Content-Length");
        }

        return new CapturedAnswer((int)response.StatusCode, headers, body);
    }

    public static CapturedAnswer Read(string file) => JsonSerializer.Deserialize<CapturedAnswer>(File.ReadAllBytes(file))!;

    public void Write(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Whether another answer is the same to the last byte.</summary>
    public bool IsSameAs(CapturedAnswer other) =>
        Status == other.Status && Body.AsSpan().SequenceEqual(other.Body) && Headers.OrderBy(h => h.Key).SequenceEqual(other.Headers.OrderBy(h => h.Key));
}
