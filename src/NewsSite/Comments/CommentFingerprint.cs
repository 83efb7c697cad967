using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Comments;

/// <summary>What two posts of the same have in common: article, parent, person and text, however the white space fell.</summary>
internal static class CommentFingerprint
{
    /// <summary>64 hexadecimal digits.</summary>
    public static string Of(int articleId, int? parentId, int? accountId, string? guestEmail, string text)
    {
        var person = accountId is { } id ? id.ToString(CultureInfo.InvariantCulture) : guestEmail;
        var words = string.Join(' ', text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{articleId}|{parentId}|{person}|{words}"))));
    }
}
