using NewsSite.Comments;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Shared;

/// <summary>Which field of the reply form a refusal is about, and what its choices are.</summary>
public static class CommentFields
{
    /// <summary>Languages offered beside the publication's own, the article's and the one chosen: the most spoken among readers of translations.</summary>
    private static readonly string[] Offered = ["ar", "cs", "de", "en", "es", "fr", "hu", "it", "pl", "pt", "ro", "ru", "tr", "uk"];

    /// <summary>The field's name; null where no field can mend it.</summary>
    public static string? Of(CommentRefusal refusal) => refusal switch
    {
        CommentRefusal.Empty or CommentRefusal.TooLong or CommentRefusal.TooComplex => "text",
        CommentRefusal.NameMissing or CommentRefusal.NameUnfit or CommentRefusal.NameTaken => "name",
        CommentRefusal.EmailUnfit => "email",
        _ => null,
    };

    /// <summary>The languages offered: the article's first, then the publication's, then the others by their tags.</summary>
    public static IEnumerable<string> Languages(string article, string chosen, SiteSettings site) =>
        new[] { article, chosen }.Concat(site.LanguageTags).Concat(Offered).Distinct();
}
