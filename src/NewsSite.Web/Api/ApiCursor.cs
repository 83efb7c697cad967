using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace NewsSite.Web.Api;

/// <summary>The last thing of a page: the next begins after it, whatever came or went meanwhile. Opaque to whoever gets it.</summary>
/// <param name="At">When it became public, in lists ordered by that; else the beginning of time.</param>
/// <param name="Id">Its key.</param>
internal sealed record ApiCursor(DateTime At, int Id)
{
    private const int MaxLength = 60;

    /// <summary>Reads one; null where it is none of ours.</summary>
    public static ApiCursor? Parse(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new ApiCursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}.{Id}")));
}
