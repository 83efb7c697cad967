using System.Globalization;
using System.Net;

namespace NewsSite.Browser.Tests;

/// <summary>The public pages to look at: each kind in each language, and every article of the sample publication.</summary>
public static class PublicAddresses
{
    private const string Conversation = "/2026/11/16/leave-the-slow-tram-alone/comments";

    /// <summary>Every article of the sample publication.</summary>
    public static IReadOnlyList<SampleArticle> Articles { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "articles"), "*.md").Select(SampleArticle.Read).OrderBy(a => a.Address, StringComparer.Ordinal)];

    /// <summary>Pages that are there, in one language.</summary>
    public static IEnumerable<string> In(string language)
    {
        var query = language == "en" ? "" : $"?language={language}";
        string[] common =
        [
            language == "en" ? "/" : $"/{language}", $"/about{query}", $"/corrections{query}", $"/contributors{query}", $"/sources{query}", $"/archive{query}",
            $"/sections/words{query}", $"/topics/languages{query}", $"/series/night-trains{query}", $"/contributors/ilse-brandvold{query}",
            $"/contributors/thekla-maragou{query}", $"/sources/to-mouragio{query}", $"/2026{query}", $"/2026/11{query}", $"/2026/11/06{query}",
        ];
        string[] own = language == "en"
            ? [
                "/sections/waters", "/sections/cities", "/sections/rails", "/sections/table", "/sections/time", "/2026?page=2",
                "/contributors/ilse-brandvold/illustrator", "/contributors/nora-whitcombe", "/contributors/nora-whitcombe/editor", "/contributors/ottoline-garrick/translator",
                "/sources/kapaszkodo", Conversation, $"{Conversation}?sort=newest", $"{Conversation}?sort=most-replied", "/comments/1",
            ]
            : [];
        return [.. common, .. own, .. Articles.Where(a => a.Language == language).Select(a => a.Address)];
    }

    /// <summary>Addresses that lead to a page which says what is wrong.</summary>
    public static IReadOnlyDictionary<string, HttpStatusCode> Wrong { get; } = new Dictionary<string, HttpStatusCode>
    {
        ["/nowhere"] = HttpStatusCode.NotFound,
        [Newsroom.Withdrawn] = HttpStatusCode.Gone,
        [$"{Conversation}?after=zz"] = HttpStatusCode.BadRequest,
        ["/error/500"] = HttpStatusCode.InternalServerError,
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => [.. In("en"), .. In("uk"), .. In("ar"), .. Wrong.Keys];
}

/// <summary>An article of the sample publication as its file names it.</summary>
public sealed record SampleArticle(string Address, string Language)
{
    public static SampleArticle Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Split('.');
        var published = File.ReadLines(file).First(l => l.StartsWith("published: ", StringComparison.Ordinal))["published: ".Length..];
        var day = DateTimeOffset.Parse(published, CultureInfo.InvariantCulture).UtcDateTime;
        return new SampleArticle(string.Create(CultureInfo.InvariantCulture, $"/{day:yyyy'/'MM'/'dd}/{name[0]}"), name[1]);
    }
}
