using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Desk;

namespace NewsSite.Web.Tests.Feeds;

/// <summary>What feed readers get, on either database.</summary>
public abstract class FeedTests(Newsroom newsroom)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Threads = "http://purl.org/syndication/thread/1.0";
    private static int round;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private readonly int turn = Interlocked.Increment(ref round);

    /// <summary>A feed of every kind, without the end of its name.</summary>
    private static readonly string[] Feeds =
    [
        "/feed", "/en/feed", "/uk/feed", "/ar/feed", "/sections/waters/feed", "/topics/trains/feed", "/series/night-trains/feed", "/contributors/thekla-maragou/feed",
        "/contributors/thekla-maragou/author/feed", "/sources/to-mouragio/feed", "/corrections/feed", "/2026/11/06/who-owns-noon/feed",
    ];

    [Fact]
    public async Task Every_feed_is_read_without_complaint_by_a_parser_that_is_not_ours()
    {
        FeedParser.SkipUnlessThere();
        await PieceAsync("Read by others <b>&\"");
        using var reader = newsroom.Reader();
        var addresses = Feeds.SelectMany(f => new[] { $"{f}.atom", $"{f}.rss", $"{f}.atom?language=ar", $"{f}.rss?language=uk" }).ToList();
        var bodies = new List<string>();
        foreach (var address in addresses)
        {
            bodies.Add(await reader.GetStringAsync(address, cancel));
        }

        foreach (var (address, feed) in addresses.Zip(await FeedParser.ReadAsync(bodies, cancel)))
        {
            Assert.Equal((address, (string?)null), (address, feed.Bozo));
            Assert.Equal((address, address.Contains(".atom", StringComparison.Ordinal) ? "atom10" : "rss20"), (address, feed.Version));
            Assert.True(feed.Entries.Count > 0 || address.StartsWith("/corrections", StringComparison.Ordinal), address);
            Assert.All(feed.Entries, e => Assert.False(string.IsNullOrEmpty(e.Id) || string.IsNullOrEmpty(e.Link) || string.IsNullOrEmpty(e.Updated) || e.Text.Length == 0, $"{address}: {e}"));
        }
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    public async Task A_feed_reader_shows_authors_as_authors_and_says_who_translated(string format)
    {
        Newsboat.SkipUnlessThere();
        using var reader = newsroom.Reader();
        newsroom.Forget();
        var shown = await Newsboat.ReadAsync(await reader.GetStringAsync($"/en/feed.{format}", cancel), cancel);
        var cards = await newsroom.InDatabase(db => db.Articles.Published(newsroom.Clock.GetUtcNow().UtcDateTime).Where(a => a.Language == "en").LatestFirst.Take(30).Cards.ToListAsync(cancel));

        Assert.Equal(cards.Select(c => $"http://localhost{c.Address}").Order(), shown.Select(s => s.Address).Order());
        foreach (var card in cards)
        {
            var entry = shown.Single(s => s.Address == $"http://localhost{card.Address}");
            var text = WebUtility.HtmlDecode(entry.Text);
            var writers = CreditLine.Writers(card.Credits).Select(w => w.NameIn("en")).ToList();
            // Of several, newsboat shows all in Atom and one in RSS.
            Assert.Contains(entry.Author, format == "atom" ? [string.Join(", ", writers)] : writers.DefaultIfEmpty(""));
            Assert.All(writers, w => Assert.Contains(w, format == "atom" ? entry.Author : text, StringComparison.Ordinal));
            foreach (var translator in card.Byline.Translators)
            {
                Assert.Contains(translator.Name, text, StringComparison.Ordinal);
            }
        }

        // Where the translator wrote nothing, as nearly always, no reader takes them for an author.
        Assert.Contains(cards, c => c.Byline.Translators.Any(t => CreditLine.Writers(c.Credits).All(w => w.NameIn("en") != t.Name)));
    }

    [Fact]
    public async Task Whose_a_picture_is_and_what_was_corrected_goes_along_in_every_format()
    {
        using var reader = newsroom.Reader();
        newsroom.Forget();
        XNamespace media = "http://search.yahoo.com/mrss/";
        var content = XNamespace.Get("http://purl.org/rss/1.0/modules/content/") + "encoded";
        const string Pictured = "http://localhost/2026/11/12/what-the-tide-table-knows";
        const string Corrected = "http://localhost/2026/11/16/leave-the-slow-tram-alone";

        // Feeds of topics: other tests' pieces have none, and would push these out of a longer feed.
        var rss = XElement.Parse(await reader.GetStringAsync("/topics/floods/feed.rss", cancel));
        var pictured = rss.Descendants("item").Single(i => i.Element("link")!.Value == Pictured);
        var picture = pictured.Element(media + "content")!;
        Assert.Equal(("Yusuf Karam", "illustrator"), (picture.Element(media + "credit")!.Value, picture.Element(media + "credit")!.Attribute("role")!.Value));
        Assert.Equal(("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"), (picture.Element(media + "license")!.Value, picture.Element(media + "license")!.Attribute("href")!.Value));
        var corrected = XElement.Parse(await reader.GetStringAsync("/topics/trams/feed.rss", cancel)).Descendants("item").Single(i => i.Element("link")!.Value == Corrected);
        Assert.Contains("<p><strong>Correction, 17 November 2026.</strong> An earlier version, like the Hungarian original,", corrected.Element(content)!.Value, StringComparison.Ordinal);

        var atom = XElement.Parse(await reader.GetStringAsync("/topics/floods/feed.atom", cancel)).Elements(Atom + "entry").Single(e => e.Elements(Atom + "link").Any(l => (string?)l.Attribute("href") == Pictured && (string?)l.Attribute("rel") is "alternate" or null));
        Assert.Contains("<small>Illustrated by <a href=\"http://localhost/contributors/yusuf-karam\">Yusuf Karam</a> · <a href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a></small>", atom.Element(Atom + "content")!.Value, StringComparison.Ordinal);

        using var floods = JsonDocument.Parse(await reader.GetStringAsync("/topics/floods/feed.json", cancel));
        using var trams = JsonDocument.Parse(await reader.GetStringAsync("/topics/trams/feed.json", cancel));
        var items = new[] { floods, trams }.SelectMany(f => f.RootElement.GetProperty("items").EnumerateArray()).DistinctBy(i => i.GetProperty("url").GetString()).ToDictionary(i => i.GetProperty("url").GetString()!, i => i.GetProperty("_newssite"));
        Assert.Equal(("Yusuf Karam", "CC BY 4.0"), (items[Pictured].GetProperty("picture").GetProperty("credit").GetString(), items[Pictured].GetProperty("picture").GetProperty("licence").GetString()));
        Assert.Equal("Correction", Assert.Single(items[Corrected].GetProperty("corrections").EnumerateArray()).GetProperty("kind").GetString());
        Assert.False(items[Pictured].TryGetProperty("corrections", out _));
    }

    [Fact]
    public async Task A_feed_reader_shows_of_each_comment_who_wrote_it_and_whom_it_answers()
    {
        Newsboat.SkipUnlessThere();
        using var reader = newsroom.Reader();
        newsroom.Forget();

        var shown = await Newsboat.ReadAsync(await reader.GetStringAsync("/2026/11/06/who-owns-noon/feed.atom", cancel), cancel);

        var said = await newsroom.InDatabase(db => db.Comments.Where(c => c.Article.Slug == "who-owns-noon" && c.Status == CommentStatus.Published).OrderByDescending(c => c.Id).Take(30)
            .Select(c => new { c.Id, c.AuthorName, c.ParentId, Answered = c.Parent!.AuthorName, IsShown = c.Parent!.Status == CommentStatus.Published, c.ParentIsApproximate }).ToListAsync(cancel));
        Assert.Equal(said.Count, shown.Count);
        foreach (var comment in said)
        {
            var entry = shown.Single(s => s.Address == $"http://localhost/comments/{comment.Id}");
            Assert.Equal(comment.AuthorName, entry.Author);
            if (comment.ParentId is not null && comment.IsShown && !comment.ParentIsApproximate)
            {
                Assert.Contains($"In reply to {comment.Answered}", entry.Title, StringComparison.Ordinal);
            }
        }

        Assert.Contains(said, c => c.ParentId is not null);
    }

    [Fact]
    public async Task Every_JSON_feed_has_what_its_standard_asks_for()
    {
        using var reader = newsroom.Reader();
        foreach (var address in Feeds)
        {
            using var answer = await reader.GetAsync($"{address}.json", cancel);
            Assert.Equal((address, "application/feed+json"), (address, answer.Content.Headers.ContentType?.MediaType));
            var feed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel)).RootElement;
            Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
            Assert.NotEqual("", feed.GetProperty("title").GetString());
            Assert.Equal($"http://localhost{address}.json", feed.GetProperty("feed_url").GetString());
            Assert.All(feed.GetProperty("items").EnumerateArray(), item =>
            {
                Assert.NotEqual("", item.GetProperty("id").GetString());
                Assert.NotEqual("", item.GetProperty("content_html").GetString());
                Assert.True(Uri.TryCreate(item.GetProperty("url").GetString(), UriKind.Absolute, out _));
                Assert.True(item.GetProperty("date_modified").TryGetDateTimeOffset(out _));
                Assert.True(!item.TryGetProperty("authors", out var authors) || authors.EnumerateArray().All(a => a.GetProperty("name").GetString() != ""));
            });
        }
    }

    [Fact]
    public async Task Each_author_is_named_by_themselves_and_the_translator_is_never_one()
    {
        var (id, path, people) = await PieceAsync("By two and translated by a third");
        using var reader = newsroom.Reader();

        var atom = await EntryAsync(reader, "/feed", id);
        var rss = await ItemAsync(reader, "/feed", id);
        var json = await JsonAsync(reader, "/feed", id);

        string[] authors = [people[0], people[1]];
        Assert.Equal(authors, atom.Elements(Atom + "author").Select(a => a.Element(Atom + "name")!.Value));
        Assert.Equal([people[2]], atom.Elements(Atom + "contributor").Select(a => a.Element(Atom + "name")!.Value));
        Assert.Equal(authors, rss.Elements(DublinCore + "creator").Select(c => c.Value));
        Assert.Equal([people[2]], rss.Elements(DublinCore + "contributor").Select(c => c.Value));
        Assert.Empty(rss.Elements("author"));
        Assert.Equal(authors, json.GetProperty("authors").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        var contributor = Assert.Single(json.GetProperty("_newssite").GetProperty("contributors").EnumerateArray());
        Assert.Equal((people[2], "translator"), (contributor.GetProperty("name").GetString(), contributor.GetProperty("roles").EnumerateArray().Single().GetString()));
        foreach (var text in new[] { atom.Element(Atom + "content")!.Value, rss.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))!.Value, json.GetProperty("content_html").GetString()! })
        {
            var head = WebUtility.HtmlDecode(Regex.Replace(text[..text.IndexOf("</p>", StringComparison.Ordinal)], "<[^>]+>", ""));
            Assert.Contains($"Translated from Ukrainian by {people[2]}", head, StringComparison.Ordinal);
            Assert.Contains("First published by ", head, StringComparison.Ordinal);
            Assert.Contains("1 Nov 2026", head, StringComparison.Ordinal);
            Assert.Contains("Another paragraph.", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("(href|src)=\"[/#]", text);
        }

        Assert.Equal($"http://localhost{path}", Link(atom, "alternate"));
        Assert.Equal("en", atom.Attribute(XNamespace.Xml + "lang")!.Value);
    }

    [Fact]
    public async Task The_original_is_where_the_piece_came_by()
    {
        var (id, _, _) = await PieceAsync("With an original");
        using var reader = newsroom.Reader();

        var atom = await EntryAsync(reader, "/feed", id);
        var rss = await ItemAsync(reader, "/feed", id);
        var json = await JsonAsync(reader, "/feed", id);

        Assert.Equal("https://outlet.example/piece", Link(atom, "via"));
        Assert.Equal("uk", atom.Elements(Atom + "link").Single(l => l.Attribute("rel")?.Value == "via").Attribute("hreflang")!.Value);
        Assert.Equal("https://outlet.example/piece", rss.Element(DublinCore + "source")!.Value);
        Assert.Equal("https://outlet.example/piece", Link(rss, "via"));
        Assert.Contains("href=\"https://outlet.example/piece\"", rss.ToString().Replace("&lt;", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("https://outlet.example/piece", json.GetProperty("external_url").GetString());
        Assert.Equal("Стаття", json.GetProperty("_newssite").GetProperty("original").GetProperty("title").GetString());
    }

    [Fact]
    public async Task An_entry_keeps_its_id_when_its_piece_gets_another_slug_and_another_date()
    {
        var (id, path, _) = await PieceAsync("Renamed after a while");
        using var reader = newsroom.Reader();
        var before = new[] { (await EntryAsync(reader, "/feed", id)).Element(Atom + "id")!.Value, (await ItemAsync(reader, "/feed", id)).Element("guid")!.Value, (await JsonAsync(reader, "/feed", id)).GetProperty("id").GetString() };

        await newsroom.InDatabase(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Id == id, cancel);
            db.Add(article.Rename($"renamed-in-a-feed-{turn}")!);
            return await db.SaveChangesAsync(cancel);
        });
        var atom = await EntryAsync(reader, "/feed", id);
        using var moved = await reader.GetAsync($"{path}/feed.atom", cancel);

        Assert.Single(before.Append(atom.Element(Atom + "id")!.Value).Append((await ItemAsync(reader, "/feed", id)).Element("guid")!.Value).Distinct());
        Assert.Equal("false", (await ItemAsync(reader, "/feed", id)).Element("guid")!.Attribute("isPermaLink")?.Value);
        Assert.EndsWith($"/renamed-in-a-feed-{turn}", Link(atom, "alternate"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.EndsWith($"/renamed-in-a-feed-{turn}/feed.atom", moved.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_moved_takes_the_readers_of_its_feed_along()
    {
        var slug = await newsroom.InDatabase(async db =>
        {
            var section = new Section($"fed-section-{turn}", NewsSite.Text.LocalizedText.Of("en", $"Fed section {turn}"), 900 + turn) { IsHidden = true };
            db.Add(section);
            await db.SaveChangesAsync(cancel);
            db.Add(new FormerSectionSlug($"once-fed-{turn}", section.Id));
            await db.SaveChangesAsync(cancel);
            return section.Slug;
        });
        using var reader = newsroom.Reader();

        using var moved = await reader.GetAsync($"/sections/once-fed-{turn}/feed.json?language=uk", cancel);
        var empty = XDocument.Parse(await reader.GetStringAsync($"/sections/{slug}/feed.atom", cancel));

        Assert.Equal($"/sections/{slug}/feed.json?language=uk", moved.Headers.Location?.ToString());
        Assert.Empty(empty.Root!.Elements(Atom + "entry"));
        await newsroom.InDatabase(db => db.Sections.Where(s => s.Slug == slug).ExecuteDeleteAsync(cancel));
    }

    [Fact]
    public async Task The_feed_of_a_conversation_says_who_answered_whom()
    {
        var (id, path, _) = await PieceAsync("Talked about in a feed");
        var keys = await newsroom.InDatabase(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Id == id, cancel);
            var commenting = new Commenting(db);
            var top = await SayAsync(commenting, article, null, "First & <Foremost>");
            var reply = await SayAsync(commenting, article, top, "Second");
            var held = Comment.Under(article, top, "Unseen Ursula", Newsroom.Now.UtcDateTime);
            held.Write("Not for readers.");
            held.Hold();
            await commenting.AppendAsync(held, cancel);
            await commenting.RecountAsync(id, cancel);
            return (Top: top.Id, Reply: reply.Id);
        });
        using var reader = newsroom.Reader();

        var piece = await EntryAsync(reader, "/feed", id);
        var feed = XDocument.Parse(await reader.GetStringAsync($"{path}/feed.atom", cancel)).Root!;
        var rss = XDocument.Parse(await reader.GetStringAsync($"{path}/feed.rss", cancel)).Root!.Element("channel")!;
        var json = JsonDocument.Parse(await reader.GetStringAsync($"{path}/feed.json", cancel)).RootElement.GetProperty("items").EnumerateArray().ToList();

        var replies = piece.Elements(Atom + "link").Single(l => l.Attribute("rel")?.Value == "replies");
        Assert.Equal(($"http://localhost{path}/feed.atom", "2"), (replies.Attribute("href")!.Value, replies.Attribute(Threads + "count")!.Value));
        Assert.Equal("2", piece.Element(Threads + "total")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(2, entries.Count);
        var (answer, opening) = (entries[0], entries[1]);
        Assert.EndsWith($":comment:{keys.Reply}", answer.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal(opening.Element(Atom + "id")!.Value, answer.Element(Threads + "in-reply-to")!.Attribute("ref")!.Value);
        Assert.Equal($"http://localhost/comments/{keys.Top}", answer.Element(Threads + "in-reply-to")!.Attribute("href")!.Value);
        Assert.Equal(piece.Element(Atom + "id")!.Value, opening.Element(Threads + "in-reply-to")!.Attribute("ref")!.Value);
        Assert.Equal($"http://localhost{path}", opening.Element(Threads + "in-reply-to")!.Attribute("href")!.Value);
        Assert.Equal("First & <Foremost>", opening.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(opening.Element(Atom + "id")!.Value, rss.Elements("item").First().Element(Threads + "in-reply-to")!.Attribute("ref")!.Value);
        Assert.Equal(opening.Element(Atom + "id")!.Value, json[0].GetProperty("_newssite").GetProperty("in_reply_to").GetProperty("id").GetString());
        Assert.DoesNotContain("Ursula", feed.ToString(), StringComparison.Ordinal);
        Assert.Contains($"href=\"{path}/feed.atom\"", await reader.GetStringAsync(path, cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_piece_whose_conversation_is_hidden_has_no_feed_of_it_and_leads_to_none()
    {
        var (id, path, _) = await PieceAsync("Nobody talks about it");
        await newsroom.InDatabase(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == id, cancel)).Conversation = ConversationMode.Hidden;
            return await db.SaveChangesAsync(cancel);
        });
        using var reader = newsroom.Reader();

        using var feed = await reader.GetAsync($"{path}/feed.atom", cancel);
        var piece = await EntryAsync(reader, "/feed", id);

        Assert.Equal(HttpStatusCode.NotFound, feed.StatusCode);
        Assert.Null(piece.Element(Threads + "total"));
        Assert.DoesNotContain(piece.Elements(Atom + "link"), l => l.Attribute("rel")?.Value == "replies");
    }

    [Fact]
    public async Task A_feed_asked_for_again_is_answered_304_until_something_is_published()
    {
        using var reader = newsroom.Reader();
        using var first = await reader.GetAsync("/feed.json", cancel);
        var tag = first.Headers.ETag!.ToString();
        newsroom.Statements.Reset();

        using var again = await AskAsync(tag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, newsroom.Statements.Count));
        await PieceAsync("Out while somebody reads");
        using var after = await AskAsync(tag);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Out while somebody reads", await after.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.True(after.Content.Headers.LastModified >= first.Content.Headers.LastModified);
        Assert.False(after.Headers.Contains("Set-Cookie"));

        async Task<HttpResponseMessage> AskAsync(string known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.json") { Headers = { { "If-None-Match", known } } };
            return await reader.SendAsync(request, cancel);
        }
    }

    [Fact]
    public async Task A_comment_is_in_the_feed_of_its_conversation_at_once()
    {
        var (id, path, _) = await PieceAsync("Answered at once");
        await newsroom.InDatabase(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == id, cancel)).Conversation = ConversationMode.Open;
            return await db.SaveChangesAsync(cancel);
        });
        using var member = newsroom.As(await newsroom.Account($"Feed Talker {turn}"));
        using var reader = newsroom.Reader();
        var before = await reader.GetStringAsync($"{path}/feed.atom", cancel);

        using var posted = await member.PostAsync("/comments/new", new FormUrlEncodedContent(new Dictionary<string, string> { ["article"] = $"{id}", ["text"] = "Heard by feed readers." }), cancel);
        var after = await reader.GetStringAsync($"{path}/feed.atom", cancel);

        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        Assert.DoesNotContain("Heard by feed readers.", before, StringComparison.Ordinal);
        Assert.Contains("Heard by feed readers.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_are_sent_compressed()
    {
        using var reader = newsroom.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.atom") { Headers = { { "Accept-Encoding", "gzip, br" } } };

        using var answer = await reader.SendAsync(request, cancel);

        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task What_is_withdrawn_scheduled_or_a_draft_is_in_no_feed()
    {
        var editor = await newsroom.Editor($"Feed hider {turn}");
        var mark = $"hiddenfromfeeds{turn}";
        await newsroom.Begun(editor, await newsroom.Complete($"{mark} draft"));
        var (gone, _, _) = await PieceAsync($"{mark} withdrawn");
        var (later, _, _) = await PieceAsync($"{mark} later");
        await newsroom.InDatabase(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == gone, cancel)).Withdraw(newsroom.Clock.GetUtcNow().UtcDateTime, "Taken back.");
            (await db.Articles.SingleAsync(a => a.Id == later, cancel)).Publish(newsroom.Clock.GetUtcNow().UtcDateTime.AddYears(3), TimeZoneInfo.Utc);
            return await db.SaveChangesAsync(cancel);
        });
        var section = await newsroom.InDatabase(db => db.Sections.OrderBy(s => s.Position).Select(s => s.Slug).FirstAsync(cancel));
        using var reader = newsroom.Reader();

        foreach (var address in Feeds.Append($"/sections/{section}/feed").SelectMany(f => new[] { $"{f}.atom", $"{f}.rss", $"{f}.json" }))
        {
            Assert.DoesNotContain(mark, await reader.GetStringAsync(address, cancel), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_text_stays_at_home_where_the_setting_says_so()
    {
        var (id, _, people) = await PieceAsync("Only in part");
        await using var other = newsroom.WithWebHostBuilder(host => host.UseSetting("Feeds:FullText", "false").UseSetting("Feeds:Entries", "2"));
        using var reader = other.CreateClient();

        var atom = XDocument.Parse(await reader.GetStringAsync("/feed.atom", cancel)).Root!;

        Assert.Equal(2, atom.Elements(Atom + "entry").Count());
        var text = atom.Elements(Atom + "entry").Single(e => e.Element(Atom + "id")!.Value.EndsWith($":article:{id}", StringComparison.Ordinal)).Element(Atom + "content")!.Value;
        Assert.DoesNotContain("Another paragraph.", text, StringComparison.Ordinal);
        Assert.Contains("What it is about, in a sentence.", text, StringComparison.Ordinal);
        Assert.Contains(people[2], WebUtility.HtmlDecode(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_headline_is_text_and_control_characters_break_nothing()
    {
        var (id, _, _) = await PieceAsync("To be made hostile");
        await newsroom.InDatabase(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Id == id, cancel);
            article.Headline = article.Standfirst = "<b>&\" ]]> <script>alert(1)</script> \u0001\u001F\uFFFE bell";
            return await db.SaveChangesAsync(cancel);
        });
        using var reader = newsroom.Reader();

        const string Expected = "<b>&\" ]]> <script>alert(1)</script> bell";
        Assert.Equal(Expected, (await EntryAsync(reader, "/feed", id)).Element(Atom + "title")!.Value);
        Assert.Equal("text", (await EntryAsync(reader, "/feed", id)).Element(Atom + "title")!.Attribute("type")!.Value);
        Assert.Equal(Expected, (await ItemAsync(reader, "/feed", id)).Element("title")!.Value);
        Assert.Equal("&lt;b&gt;&amp;&quot; ]]&gt; &lt;script&gt;alert(1)&lt;/script&gt; bell", (await ItemAsync(reader, "/feed", id)).Element("description")!.Value);
        Assert.DoesNotContain("<script", (await EntryAsync(reader, "/feed", id)).Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Equal(Expected, (await JsonAsync(reader, "/feed", id)).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/", "/feed", "/en/feed")]
    [InlineData("/uk", "/uk/feed", null)]
    [InlineData("/sections/waters", "/sections/waters/feed", null)]
    [InlineData("/topics/trains", "/topics/trains/feed", null)]
    [InlineData("/series/night-trains", "/series/night-trains/feed", null)]
    [InlineData("/contributors/thekla-maragou", "/contributors/thekla-maragou/feed", "/contributors/thekla-maragou/author/feed")]
    [InlineData("/sources/to-mouragio", "/sources/to-mouragio/feed", null)]
    [InlineData("/corrections", "/corrections/feed", null)]
    [InlineData("/2026/11/06/who-owns-noon", "/2026/11/06/who-owns-noon/feed", null)]
    public async Task A_page_says_where_its_feeds_are_to_programs_and_to_people(string page, string feed, string? another)
    {
        using var reader = newsroom.Reader();

        var html = await reader.GetStringAsync(page, cancel);

        foreach (var path in new[] { feed, another ?? feed })
        {
            foreach (var (ending, type) in new[] { ("atom", "application/atom+xml"), ("rss", "application/rss+xml"), ("json", "application/feed+json") })
            {
                Assert.Matches($"<link rel=\"alternate\" type=\"{Regex.Escape(WebUtility.HtmlEncode(type)).Replace("\\+", "(\\+|&#x2B;)", StringComparison.Ordinal)}\" title=\"[^\"]+\" href=\"{path}\\.{ending}\">", html);
                Assert.Contains($"<a href=\"{path}.{ending}\"", html, StringComparison.Ordinal);
                Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{path}.{ending}", cancel)).StatusCode);
            }
        }
    }

    [Theory]
    [InlineData("?page=2")]
    [InlineData("?page=-1&page=x")]
    [InlineData("?language=")]
    [InlineData("?format=rss")]
    [InlineData("?after=%00")]
    [InlineData("?%FF=%FE")]
    [InlineData("?slug=other&role=pilot")]
    public async Task An_odd_query_is_never_our_fault(string query)
    {
        using var reader = newsroom.Reader();
        foreach (var address in Feeds)
        {
            using var answer = await reader.GetAsync($"{address}.atom{query}", cancel);
            Assert.True((int)answer.StatusCode is 200 or 404, $"{address}{query}: {answer.StatusCode}");
        }
    }

    /// <summary>Publishes a piece by two authors and a translator.</summary>
    private async Task<(int Id, string Path, IReadOnlyList<string> People)> PieceAsync(string headline)
    {
        var editor = await newsroom.Editor($"Feeder {turn} {headline[..Math.Min(12, headline.Length)]} {Guid.NewGuid():N}"[..40]);
        var people = await newsroom.InDatabase(db => db.Contributors.OrderBy(c => c.Id).Take(3).ToListAsync(cancel));
        var content = await newsroom.Complete(headline) with
        {
            Credits = [new ContentCredit(CreditRole.Author, people[0].Id), new ContentCredit(CreditRole.Author, people[1].Id), new ContentCredit(CreditRole.Translator, people[2].Id)],
        };
        var id = await newsroom.Begun(editor, content);
        Assert.Null((await newsroom.Use((Publishing publishing) => publishing.PublishAsync(editor, [(id, 1)], cancel: cancel))).Why);
        newsroom.Forget();
        return (id, await newsroom.PathOf(id), [.. people.Select(p => p.NameIn("en"))]);
    }

    private async Task<Comment> SayAsync(Commenting commenting, Article article, Comment? parent, string name)
    {
        var comment = Comment.Under(article, parent, name, Newsroom.Now.UtcDateTime);
        comment.Write($"Said by {name.Length} letters.");
        await commenting.AppendAsync(comment, cancel);
        return comment;
    }

    private async Task<XElement> EntryAsync(HttpClient reader, string feed, int id) =>
        XDocument.Parse(await reader.GetStringAsync($"{feed}.atom", cancel)).Root!.Elements(Atom + "entry").Single(e => e.Element(Atom + "id")!.Value.EndsWith($":article:{id}", StringComparison.Ordinal));

    private async Task<XElement> ItemAsync(HttpClient reader, string feed, int id) =>
        XDocument.Parse(await reader.GetStringAsync($"{feed}.rss", cancel)).Root!.Element("channel")!.Elements("item").Single(e => e.Element("guid")!.Value.EndsWith($":article:{id}", StringComparison.Ordinal));

    private async Task<JsonElement> JsonAsync(HttpClient reader, string feed, int id) =>
        JsonDocument.Parse(await reader.GetStringAsync($"{feed}.json", cancel)).RootElement.GetProperty("items").EnumerateArray().Single(e => e.GetProperty("id").GetString()!.EndsWith($":article:{id}", StringComparison.Ordinal));

    private static string? Link(XElement entry, string relation) => entry.Elements(Atom + "link").SingleOrDefault(l => l.Attribute("rel")?.Value == relation)?.Attribute("href")?.Value;
}

public sealed class FeedsOnSqlite(SqliteNewsroom newsroom) : FeedTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class FeedsOnPostgres : FeedTests
{
    public FeedsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
