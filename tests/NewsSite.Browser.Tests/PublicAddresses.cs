using System.Globalization;
using System.Net;

namespace NewsSite.Browser.Tests;

/// <summary>The public pages: each kind of page in each language, and every article of the sample publication.</summary>
public static class PublicAddresses
{
    /// <summary>English pieces that between them have a table, footnotes, pull quotes, a correction, a series, versions, replies at every level, and no conversation.</summary>
    private static readonly string[] EnglishPieces =
    [
        "a-library-without-silence", "a-timetable-is-a-promise", "leave-the-slow-tram-alone", "letters-on-a-shop-sign", "the-corridor-window", "the-last-card-catalogue",
        "what-the-tide-table-knows", "who-owns-noon",
    ];

    /// <summary>A piece with a conversation, in each language.</summary>
    private static readonly Dictionary<string, string> Discussed = new()
    {
        ["en"] = "/2026/11/16/leave-the-slow-tram-alone",
        ["uk"] = "/2026/11/19/yabluko-yakoho-nemaie-v-supermarketi",
        ["ar"] = "/2026/11/16/huruf-ala-lafita",
    };

    /// <summary>Every article of the sample publication.</summary>
    public static IReadOnlyList<SampleArticle> Articles { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "articles"), "*.md").Select(SampleArticle.Read).OrderBy(a => a.Address, StringComparer.Ordinal)];

    /// <summary>Addresses that lead to a page which says what is wrong.</summary>
    public static IReadOnlyDictionary<string, HttpStatusCode> Wrong { get; } = new Dictionary<string, HttpStatusCode>
    {
        ["/nowhere"] = HttpStatusCode.NotFound,
        [Newsroom.Withdrawn] = HttpStatusCode.Gone,
        [$"{Discussed["en"]}/comments?after=zz"] = HttpStatusCode.BadRequest,
        ["/error/500"] = HttpStatusCode.InternalServerError,
    };

    /// <summary>The pages to look at, which takes seconds for each: every kind in every language.</summary>
    public static IReadOnlyList<string> Looked { get; } = [.. In("en"), .. In("uk"), .. In("ar"), .. Wrong.Keys];

    /// <summary>Those and every other article.</summary>
    public static IEnumerable<string> All => Looked.Union(Articles.Select(a => a.Address));

    private static IEnumerable<string> In(string language)
    {
        var query = language == "en" ? "" : $"?language={language}";
        string[] common =
        [
            language == "en" ? "/" : $"/{language}", $"/about{query}", $"/corrections{query}", $"/contributors{query}", $"/sources{query}", $"/archive{query}",
            $"/sections/words{query}", $"/topics/languages{query}", $"/series/night-trains{query}", $"/contributors/ilse-brandvold{query}",
            $"/contributors/thekla-maragou{query}", $"/sources/to-mouragio{query}", $"/2026{query}", $"/2026/11{query}", $"/2026/11/06{query}",
            $"/api{query}", $"/newsletter{query}", $"/languages{query}", $"/sections/waters{query}{(query.Length == 0 ? '?' : '&')}languages=en,uk", $"/search{query}", Asking("q=library&by=nora-whitcombe"), Asking("q=Stadnychuk"), Asking("q=qwertyuiop"), Asking("in=comments&q=tram"),
        ];
        string Asking(string what) => $"/search{query}{(query.Length == 0 ? '?' : '&')}{what}";
        var talk = $"{Discussed[language]}/comments";
        string[] own = language == "en"
            ? [
                "/sections/waters", "/sections/cities", "/sections/rails", "/sections/table", "/sections/time", "/2026?page=2",
                "/contributors/ilse-brandvold/illustrator", "/contributors/nora-whitcombe", "/contributors/nora-whitcombe/editor", "/contributors/ottoline-garrick/translator",
                "/sources/kapaszkodo", "/comments/1",
            ]
            : [];
        string[] shared = [$"{Discussed[language]}/cite", $"{Discussed[language]}/republish", $"{talk}/embed"];
        // The orders differ in nothing but the order: one in each language will do.
        var order = language switch { "en" => "newest", "uk" => "most-replied", _ => "best" };
        return [.. common, .. own, .. shared, talk, $"{talk}?sort={order}", .. Articles.Where(a => a.Language == language && (language != "en" || EnglishPieces.Contains(a.Slug))).Select(a => a.Address)];
    }
}

/// <summary>An article of the sample publication as its file names it.</summary>
public sealed record SampleArticle(string Address, string Slug, string Language)
{
    public static SampleArticle Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Split('.');
        var published = File.ReadLines(file).First(l => l.StartsWith("published: ", StringComparison.Ordinal))["published: ".Length..];
        var day = DateTimeOffset.Parse(published, CultureInfo.InvariantCulture).UtcDateTime;
        return new SampleArticle(string.Create(CultureInfo.InvariantCulture, $"/{day:yyyy'/'MM'/'dd}/{name[0]}"), name[0], name[1]);
    }
}
