using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Search;
using NewsSite.Web.Search;

namespace NewsSite.Web.Tests.Search;

/// <summary>Finding pieces and comments, on either database; each has a site of its own, for what others publish would be found too.</summary>
public abstract class SearchTests(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Questions =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", "queries.txt")).Where(l => !l.StartsWith('#'))
            .Select(l => l.Split(" | ")).Select(l => new TheoryDataRow<string, string>(l[0].Trim(), l[1].Trim())),
    ];

    [Fact]
    public void There_are_questions_enough() => Assert.True(Questions.Count >= 120, $"Only {Questions.Count} questions.");

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task What_is_asked_for_comes_first(string asked, string slug)
    {
        var finds = await FindAsync(asked);

        Assert.Equal(slug, finds.Count == 0 ? "-" : finds[0]);
    }

    [Fact]
    public async Task A_piece_is_found_from_the_moment_it_is_published_to_the_moment_it_is_withdrawn()
    {
        var editor = await newsroom.Editor("Finding Fiona");
        var content = await newsroom.Complete("The zubrowka question");
        var id = await newsroom.Begun(editor, content with { Body = "About xylotheque and nothing else.\n\nIt ends.\n\nHere.\n" });
        Assert.Empty(await FindAsync("zubrowka"));
        Assert.Empty(await FindAsync("xylotheque"));

        Assert.Null((await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 1)]))).Why);
        Assert.Equal(["the-zubrowka-question"], await FindAsync("zubrowka"));
        Assert.Equal(["the-zubrowka-question"], await FindAsync("xylotheques"));

        await newsroom.InDatabase(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == id)).Withdraw(newsroom.Clock.GetUtcNow().UtcDateTime, "Taken back.");
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await FindAsync("xylotheque"));
        Assert.Equal(0, await newsroom.InDatabase(db => db.SearchedArticles.CountAsync(s => s.ArticleId == id)));
    }

    [Fact]
    public async Task What_is_to_appear_later_is_not_found_before()
    {
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        await MakeAsync("Quokkaline tomorrow", "Text.", now.AddHours(1));

        Assert.Empty(await FindAsync("quokkaline"));
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Single(await FindAsync("quokkaline"));
    }

    [Fact]
    public async Task Headlines_come_before_subjects_and_these_before_mentions_and_newer_before_older()
    {
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        await MakeAsync("Old and about wombatry", "Text.", now.AddDays(-30), "oldest-head");
        await MakeAsync("New and about wombatry", "Text.", now.AddDays(-20), "newer-head");
        await MakeAsync("Another thing", "Wombatry here, wombatry there, and wombatry once more.", now.AddDays(-5), "often");
        await MakeAsync("A third thing", "Wombatry is mentioned.", now.AddDays(-1), "mention");

        Assert.Equal(["newer-head", "oldest-head", "often", "mention"], await FindAsync("wombatry"));
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_while_others_publish()
    {
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        for (var i = 0; i < 45; i++)
        {
            await MakeAsync(i % 3 == 0 ? $"Axolotline {i}" : $"Piece {i}", "All about an axolotline.", now.AddDays(-60).AddHours(i), $"axolotline-{i}");
        }

        using var reader = newsroom.Reader();
        var found = new List<string>();
        var next = "/search?q=axolotline";
        var pages = 0;
        while (next is not null)
        {
            var page = await reader.GetStringAsync(next, cancel);
            found.AddRange(SlugsIn(page));
            next = WebUtility.HtmlDecode(Regex.Match(page, "<a rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value) is { Length: > 0 } more ? more : null;
            await MakeAsync($"Axolotline in between {pages}", "Text.", now.AddDays(-40).AddHours(pages), $"between-{pages++}");
        }

        Assert.Equal(3, pages);
        Assert.Equal(45, found.Count);
        Assert.Equal(45, found.Distinct().Count());
        Assert.All(found.Take(15), slug => Assert.Equal(0, int.Parse(slug.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture) % 3));
    }

    [Theory]
    [InlineData("languages=uk", "міст", "mist-shcho-spivaie")]
    [InlineData("languages=ar&languages=uk", "Stadnychuk", "shay-fi-qitar-al-layl")]
    [InlineData("languages=uk", "Stadnychuk", "mist-shcho-spivaie")]
    [InlineData("languages=en,uk", "library", "a-library-without-silence")]
    [InlineData("languages=ar", "library", "al-qiraa-bi-sawt-aali")]
    [InlineData("section=waters", "clock", null)]
    [InlineData("section=rails", "timetable", "a-timetable-is-a-promise")]
    [InlineData("by=conall-pardoe", "", "a-city-is-measured-in-benches")]
    [InlineData("by=Коналл Пардоу", "benches", "a-city-is-measured-in-benches")]
    [InlineData("by=pardoe", "tide", "what-the-tide-table-knows")]
    [InlineData("source=rihtim-postasi&languages=en", "", "letters-on-a-shop-sign")]
    [InlineData("source=kaislikko", "tram", null)]
    [InlineData("from=2026-11-16&to=2026-11-16", "tram", "leave-the-slow-tram-alone")]
    [InlineData("from=2026-11-17&to=2026-11-18", "\"slow tram\"", null)]
    public async Task Finds_are_narrowed_down(string filter, string asked, string? slug)
    {
        using var reader = newsroom.Reader();
        var first = SlugsIn(await reader.GetStringAsync($"/search?q={Uri.EscapeDataString(asked)}&{filter}", cancel)).FirstOrDefault(s => !s.Contains("axolotl", StringComparison.Ordinal));

        if (slug is not null)
        {
            Assert.Equal(slug, first);
        }
        else
        {
            var finds = await newsroom.InDatabase(db => db.Articles.Where(a => a.Slug == first).Select(a => a.Section.Slug).SingleOrDefaultAsync());
            Assert.True(first is null || filter == $"section={finds}", first);
        }
    }

    [Fact]
    public async Task A_phrase_is_found_where_its_words_stand_in_that_order_and_nowhere_else()
    {
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        await MakeAsync("First thing of its kind", "Here a pangolin crossed the frozen causeway at dawn.", now.AddDays(-9), "phrase-whole");
        await MakeAsync("Second thing of its kind", "A pangolin crossed. Then the causeway was frozen; a frozen pangolin, the causeway crossed.", now.AddDays(-8), "phrase-apart");
        await MakeAsync("Third thing of its kind", "Frozen the causeway. Pangolin\n\ncrossed the causeway.", now.AddDays(-7), "phrase-other");

        Assert.Equal(["phrase-whole"], await FindAsync("\"crossed the frozen causeway\""));
        Assert.Equal(["phrase-whole"], await FindAsync("\"frozen causeway\""));
        Assert.Equal(["phrase-other", "phrase-apart", "phrase-whole"], await FindAsync("\"pangolin crossed\""));
        Assert.Equal(["phrase-other", "phrase-apart"], await FindAsync("pangolin -\"frozen causeway\""));
        Assert.Equal(["phrase-apart"], await FindAsync("\"frozen pangolin\" causeway"));
        Assert.Equal(["phrase-whole"], await FindAsync("the-frozen-cause*"));
        Assert.Empty(await FindAsync("\"causeway frozen\""));
    }

    [Fact]
    public async Task The_page_says_which_languages_it_looked_in_and_how_to_look_in_all()
    {
        using var reader = newsroom.Reader();

        var limited = WebUtility.HtmlDecode(await reader.GetStringAsync("/search?q=Stadnychuk&in=articles&languages=uk,ar", cancel));
        Assert.Contains("Only these languages: Ukrainian and Arabic.", limited, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/search?q=Stadnychuk&in=articles&languages=all\">", limited, StringComparison.Ordinal);

        var all = await reader.GetStringAsync("/search?q=Stadnychuk&languages=all,uk", cancel);
        Assert.DoesNotContain("Only these languages", all, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", all, StringComparison.Ordinal);
        Assert.Equal(SlugsIn(await reader.GetStringAsync("/search?q=Stadnychuk", cancel)), SlugsIn(all));
        // What leads on from there is not limited again by what a browser remembers.
        Assert.Contains("in=comments&amp;languages=all\"", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_is_found_while_readers_see_it_by_the_words_it_has_now()
    {
        var people = new People(newsroom);
        var account = await people.Account("Zinaida Talker");
        var (article, _) = await people.Article();
        var id = await people.Says(account, article, "Nobody mentioned the numbat yet.");

        Assert.Equal([id], await CommentsAsync("numbats"));
        Assert.Contains(id, await CommentsAsync("Zinaida"));

        await newsroom.InDatabase(async db =>
        {
            var comment = await db.Comments.SingleAsync(c => c.Id == id);
            Assert.Null(comment.Write("Nobody mentioned the bandicoot yet."));
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await CommentsAsync("numbat"));
        Assert.Equal([id], await CommentsAsync("bandicoot"));

        await ChangeAsync(id, c => c.Hold());
        Assert.Empty(await CommentsAsync("bandicoot"));
        await ChangeAsync(id, c => c.Publish());
        Assert.Equal([id], await CommentsAsync("bandicoot"));
        await ChangeAsync(id, c => c.Erase());
        Assert.Empty(await CommentsAsync("bandicoot"));
        Assert.Empty(await CommentsAsync("Zinaida"));
    }

    [Fact]
    public async Task Comments_under_what_readers_do_not_see_are_not_found()
    {
        var people = new People(newsroom);
        var account = await people.Account("Quiet Quentin");
        var (hidden, _) = await people.Article();
        var (gone, _) = await people.Article();
        await people.Says(account, hidden, "A remark about thylacines.");
        await people.Says(account, gone, "Another remark about thylacines.");
        Assert.Equal(2, (await CommentsAsync("thylacine")).Count);

        await newsroom.InDatabase(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == hidden)).Conversation = ConversationMode.Hidden;
            (await db.Articles.SingleAsync(a => a.Id == gone)).Withdraw(people.Now, "Gone.");
            return await db.SaveChangesAsync();
        });

        Assert.Empty(await CommentsAsync("thylacine"));
    }

    [Fact]
    public async Task A_name_that_changes_or_is_merged_finds_the_pieces_that_bear_it()
    {
        var actor = await newsroom.Editor("Merging Mona");
        var (_, kept, gone) = await newsroom.InDatabase(async db =>
        {
            var (one, other) = (new Contributor("borbala-search", "Borbála Quillfeather"), new Contributor("b-search", "B. Quillfeathery") { Aliases = ["Бурбала"] });
            db.AddRange(one, other);
            var article = await NewAsync(db, "Plain headline for merging", "Text.", newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(-3), "merging-names");
            article.AddCredit(CreditRole.Author, other);
            db.Add(article);
            await db.SaveChangesAsync();
            return (article.Id, one.Id, other.Id);
        });
        Assert.Equal(["merging-names"], await FindAsync("Quillfeathery"));
        Assert.Equal(["merging-names"], await FindAsync("Бурбалою"));
        Assert.Empty(await FindAsync("Borbála"));

        Assert.Null(await newsroom.Use((ContributorKeeping k) => k.MergeAsync(actor, kept, gone, cancel)));

        Assert.Equal(["merging-names"], await FindAsync("borbala"));
        using var reader = newsroom.Reader();
        Assert.Equal(["merging-names"], SlugsIn(await reader.GetStringAsync("/search?by=borbala-search", cancel)));
    }

    [Fact]
    public async Task What_was_not_committed_is_not_found()
    {
        await newsroom.InDatabase(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            db.Add(await NewAsync(db, "Rolled back dugongery", "Text.", newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(-1), "rolled-back"));
            await db.SaveChangesAsync(cancel);
            await transaction.RollbackAsync(cancel);
            return 0;
        });

        Assert.Empty(await FindAsync("dugongery"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("*")]
    [InlineData("-")]
    [InlineData("--- *** \"\"\" (((")]
    [InlineData("AND OR NOT NEAR")]
    [InlineData("NEAR(a b, 5)")]
    [InlineData("tokens:tram")]
    [InlineData("h_tram t_tram by_1")]
    [InlineData("tram' & !'x' | 'y':*")]
    [InlineData("tram <-> alone")]
    [InlineData("a*")]
    [InlineData("*a")]
    [InlineData("\\ \\' \\\" %_%")]
    [InlineData("😀 🏳️‍🌈")]
    [InlineData("\u0000\u0001\u200b\u202e")]
    [InlineData("\ud800 lone")]
    [InlineData("ﷺ ﷽ ﬁ ㎏")]
    [InlineData("-tram")]
    [InlineData("the")]
    [InlineData("и")]
    [InlineData("'; DROP TABLE \"Articles\"; --")]
    public async Task No_question_is_an_error(string asked)
    {
        using var reader = newsroom.Reader();
        foreach (var place in (string[])["", "&in=comments", "&in=nonsense&languages=zzz&languages=!!&section=../..&by=%00&source='&from=2026-13-99&to=x&after=9.9.9"])
        {
            using var answer = await reader.GetAsync($"/search?q={Uri.EscapeDataString(asked.Replace("\ud800", "\ufffd", StringComparison.Ordinal))}{place}", cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task No_text_made_at_random_is_an_error()
    {
        var random = new Random(20261126);
        const string Letters = "ab*-\"'() .:|&!<>\\_~^АБвг їґمن ة\u0301\u200d𝔘漢字\t";
        using var reader = newsroom.Reader();
        for (var i = 0; i < 150; i++)
        {
            var asked = string.Concat(Enumerable.Range(0, random.Next(1, i < 140 ? 40 : 2_000)).Select(_ => Letters[random.Next(Letters.Length)])).Replace("\ud835", "", StringComparison.Ordinal).Replace("\udd18", "", StringComparison.Ordinal);
            using var answer = await reader.GetAsync($"/search?q={Uri.EscapeDataString(asked)}{(i % 2 == 0 ? "&in=comments" : "")}", cancel);
            Assert.Equal((asked, HttpStatusCode.OK), (asked, answer.StatusCode));
        }
    }

    [Fact]
    public async Task What_is_found_is_marked_and_nothing_of_it_becomes_markup()
    {
        await MakeAsync("Echidnary <script>alert(1)</script> & co", "First something else. Then, in the middle, an echidnary & a <b>bold</b> claim.", newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(-2), "marked");
        using var reader = newsroom.Reader();

        var page = await reader.GetStringAsync("/search?q=echidnary&language=uk", cancel);

        Assert.Contains("<mark>Echidnary</mark> &lt;script&gt;alert(1)&lt;/script&gt; &amp; co", page, StringComparison.Ordinal);
        Assert.Contains("an <mark>echidnary</mark> &amp; a", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"uk\"", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_not_all_words_are_anywhere_the_reader_is_told_what_is_shown_instead()
    {
        using var reader = newsroom.Reader();

        Assert.Contains("These have some:", WebUtility.HtmlDecode(await reader.GetStringAsync("/search?q=tram+qwertyuiop", cancel)), StringComparison.Ordinal);
        Assert.Contains("words that begin so:", WebUtility.HtmlDecode(await reader.GetStringAsync("/search?q=neighbourh", cancel)), StringComparison.Ordinal);
        Assert.Contains("Nothing was found.", await reader.GetStringAsync("/search?q=qwertyuiop", cancel), StringComparison.Ordinal);
        Assert.Contains("Only words to leave out", await reader.GetStringAsync("/search?q=-tram", cancel), StringComparison.Ordinal);
        var odd = WebUtility.HtmlDecode(await reader.GetStringAsync("/search?q=tram&section=nowhere&by=Nemo+Nobody&from=yesterday&languages=%21", cancel));
        Assert.All(["There is no section “nowhere”", "Nobody here is called “Nemo Nobody”", "“yesterday” is no day", "“!” is no language"], sentence => Assert.Contains(sentence, odd, StringComparison.Ordinal));
        Assert.Contains("leave-the-slow-tram-alone", odd, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_too_many_search_at_once_the_reader_is_told_and_nothing_asked_is_lost()
    {
        var gate = newsroom.Services.GetRequiredService<SearchGate>();
        var turns = new Queue<Task<IDisposable?>>();
        while (!(turns.Count > 0 && turns.Last() is { IsCompletedSuccessfully: true, Result: null }))
        {
            turns.Enqueue(gate.EnterAsync(cancel));
        }

        using var reader = newsroom.Reader();
        using (var answer = await reader.GetAsync("/search?q=tram+lines&languages=uk,ar", cancel))
        {
            var page = await answer.Content.ReadAsStringAsync(cancel);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Contains("Too many are searching", page, StringComparison.Ordinal);
            Assert.Contains("value=\"tram lines\"", page, StringComparison.Ordinal);
            Assert.Equal(["uk", "ar"], Regex.Matches(page, "name=\"languages\" value=\"([a-z]+)\" checked").Select(m => m.Groups[1].Value));
        }

        while (turns.TryDequeue(out var turn))
        {
            (await turn)?.Dispose();
        }

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/search?q=tram", cancel)).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_called_so_stands_above_the_finds()
    {
        using var reader = newsroom.Reader();

        var page = await reader.GetStringAsync("/search?q=%D0%9F%D0%B5%D1%80%D0%B5%D0%BF%D1%96%D1%87%D0%BA%D0%B8", cancel);

        Assert.Contains("<ul class=\"search-people\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/contributors/halyna-perepichka\"><bdi>Halyna Perepichka</bdi></a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browsers_learn_how_to_search_here()
    {
        using var reader = newsroom.Reader();
        using var answer = await reader.GetAsync("/opensearch.xml", cancel);
        XNamespace search = "http://a9.com/-/spec/opensearch/1.1/";

        var root = XDocument.Parse(await answer.Content.ReadAsStringAsync(cancel)).Root!;
        Assert.Equal("application/opensearchdescription+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(search + "OpenSearchDescription", root.Name);
        Assert.InRange(root.Element(search + "ShortName")!.Value.Length, 1, 16);
        var template = root.Element(search + "Url")!.Attribute("template")!.Value;
        Assert.Contains("{searchTerms}", template, StringComparison.Ordinal);
        Assert.Contains("leave-the-slow-tram-alone", await reader.GetStringAsync(new Uri(template.Replace("{searchTerms}", "slow+tram", StringComparison.Ordinal)).PathAndQuery, cancel), StringComparison.Ordinal);
        Assert.Contains("href=\"/opensearch.xml\"", await reader.GetStringAsync("/", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Built_anew_the_index_is_what_it_was_after_all_that_changed()
    {
        var people = new People(newsroom);
        var account = await people.Account("Rebuilding Rita");
        var (article, _) = await people.Article();
        var comment = await people.Says(account, article, "Something to move.");
        await newsroom.InDatabase(async db =>
        {
            var moved = await db.Articles.Include(a => a.Credits).Include(a => a.Topics).SingleAsync(a => a.Id == article);
            moved.Section = await db.Sections.OrderByDescending(s => s.Id).FirstAsync();
            moved.Headline = "Moved and renamed";
            moved.AddCredit(CreditRole.Author, await db.Contributors.OrderByDescending(c => c.Id).FirstAsync());
            var (passing, lasting) = (new Topic("passing", NewsSite.Text.LocalizedText.Of("en", "Passing")), new Topic("lasting", NewsSite.Text.LocalizedText.Of("en", "Lasting")));
            moved.Topics.Add(passing);
            moved.Topics.Add(lasting);
            await db.SaveChangesAsync();
            moved.Credits.Remove(moved.Credits.First());
            moved.Topics.Remove(passing);
            lasting.Name = NewsSite.Text.LocalizedText.Of("en", "Kittiwakery");
            var contributor = await db.Contributors.OrderBy(c => c.Id).FirstAsync();
            contributor.Aliases = [.. contributor.Aliases, "Kookaburra"];
            var publication = await db.Publications.OrderBy(p => p.Id).FirstAsync();
            publication.Aliases = [.. publication.Aliases, "Cassowary Times"];
            return await db.SaveChangesAsync();
        });
        Assert.Contains(comment, await CommentsAsync("move"));
        Assert.Equal(["people-"], (await FindAsync("kittiwakery")).Select(slug => slug[..7]));

        var kept = await newsroom.InDatabase(DumpAsync);
        Assert.True(await newsroom.Use((SearchRebuilding r) => r.IsCompleteAsync(cancel)));
        var pieces = await newsroom.Use((SearchRebuilding r) => r.RebuildAsync(cancel));
        var built = await newsroom.InDatabase(DumpAsync);

        Assert.Equal(await newsroom.InDatabase(db => db.Articles.CountAsync(a => a.Status == ArticleStatus.Published)), pieces);
        Assert.True(kept.Count > 1_000);
        Assert.Equal(kept, built);
        Assert.Equal(1, await newsroom.InDatabase(db => db.SearchedArticles.Select(s => s.Version).Distinct().CountAsync()));
        Assert.True(await newsroom.InDatabase(db => db.Search.SizeAsync(SearchKind.Comments, cancel)) > 1_000);
    }

    /// <summary>Every word of the index with its places.</summary>
    protected abstract Task<List<string>> DumpAsync(NewsDbContext db);

    private async Task<List<string>> FindAsync(string asked)
    {
        using var reader = newsroom.Reader();
        var page = await reader.GetStringAsync($"/search?q={Uri.EscapeDataString(asked)}", cancel);
        // What is shown in place of what was asked for does not count.
        return page.Contains("search-note", StringComparison.Ordinal) ? [] : SlugsIn(page);
    }

    private static List<string> SlugsIn(string page) => [.. Regex.Matches(page, "<h2><a href=\"/[^\"]*/([^/\"]+)\">").Select(m => m.Groups[1].Value)];

    private async Task<List<int>> CommentsAsync(string asked)
    {
        using var reader = newsroom.Reader();
        var page = await reader.GetStringAsync($"/search?in=comments&q={Uri.EscapeDataString(asked)}", cancel);
        return page.Contains("search-note", StringComparison.Ordinal) ? [] : [.. Regex.Matches(page, "<a href=\"/comments/([0-9]+)\">").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
    }

    private Task<int> ChangeAsync(int comment, Action<Comment> change) => newsroom.InDatabase(async db =>
    {
        change(await db.Comments.SingleAsync(c => c.Id == comment));
        return await db.SaveChangesAsync();
    });

    private Task<int> MakeAsync(string headline, string text, DateTime at, string? slug = null) => newsroom.InDatabase(async db =>
    {
        db.Add(await NewAsync(db, headline, text, at, slug ?? NewsSite.Text.Slug.From(headline)));
        return await db.SaveChangesAsync();
    });

    private static async Task<Article> NewAsync(NewsDbContext db, string headline, string text, DateTime at, string slug)
    {
        var article = new Article(new Work($"{slug}-work"), "en", slug, headline, await db.Sections.OrderBy(s => s.Id).FirstAsync(), Genre.Report);
        Assert.Null(article.Write(text));
        article.Publish(at, TimeZoneInfo.Utc);
        return article;
    }
}

/// <summary>A site of its own.</summary>
public sealed class SqliteSearchRoom : SqliteNewsroom;

/// <summary>A site of its own.</summary>
public sealed class PostgresSearchRoom : PostgresNewsroom;

public sealed class SearchOnSqlite(SqliteSearchRoom newsroom) : SearchTests(newsroom), IClassFixture<SqliteSearchRoom>
{
    protected override async Task<List<string>> DumpAsync(NewsDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("""CREATE VIRTUAL TABLE temp.a USING fts5vocab(main, "ArticleSearch", instance); CREATE VIRTUAL TABLE temp.c USING fts5vocab(main, "CommentSearch", instance)""");
        var all = await db.Database.SqlQueryRaw<string>("""SELECT 'a ' || doc || ' ' || offset || ' ' || term AS "Value" FROM temp.a UNION ALL SELECT 'c ' || doc || ' ' || offset || ' ' || term FROM temp.c ORDER BY 1""").ToListAsync();
        await db.Database.ExecuteSqlRawAsync("DROP TABLE temp.a; DROP TABLE temp.c");
        await db.Database.CloseConnectionAsync();
        return all;
    }
}

[Trait("Database", "PostgreSQL")]
public sealed class SearchOnPostgres : SearchTests, IClassFixture<PostgresSearchRoom>
{
    private readonly PostgresSearchRoom newsroom;

    public SearchOnPostgres(PostgresSearchRoom newsroom)
        : base(newsroom)
    {
        Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
        this.newsroom = newsroom;
    }

    [Fact]
    public async Task After_a_rebuild_no_words_wait_to_be_sorted_in_and_few_may_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        await newsroom.Use((SearchRebuilding r) => r.RebuildAsync(cancel));

        var options = await newsroom.InDatabase(db => db.Database.SqlQueryRaw<string>("""SELECT relname || reloptions::text AS "Value" FROM pg_class WHERE relname LIKE 'IX\_%Search\_Words' ORDER BY 1""").ToListAsync(cancel));
        Assert.Equal(["IX_ArticleSearch_Words{gin_pending_list_limit=256}", "IX_CommentSearch_Words{gin_pending_list_limit=256}"], options);
        var waiting = await newsroom.InDatabase(db => db.Database.SqlQueryRaw<long>("""SELECT gin_clean_pending_list('"IX_ArticleSearch_Words"') + gin_clean_pending_list('"IX_CommentSearch_Words"') AS "Value" """).SingleAsync(cancel));
        Assert.Equal(0, waiting);
    }

    protected override Task<List<string>> DumpAsync(NewsDbContext db) =>
        db.Database.SqlQueryRaw<string>("""SELECT t || ' ' || "Rank" || ' ' || unnest(string_to_array(w, ' ')) AS "Value" FROM (SELECT 'a' AS t, "Rank", "Tokens"::text || ' ' || array_to_string("Signs", ' ') AS w FROM "ArticleSearch" UNION ALL SELECT 'c', "Rank", "Tokens"::text || ' ' || array_to_string("Signs", ' ') FROM "CommentSearch") AS x ORDER BY 1""").ToListAsync();
}
