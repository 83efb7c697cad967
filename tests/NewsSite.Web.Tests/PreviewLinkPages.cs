using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Desk;
using NewsSite.Email;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Tests;

/// <summary>Somebody outside is shown one revision by a link that is its own key, and answers, on either database.</summary>
public abstract partial class PreviewLinkPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_address_is_shown_once_and_only_its_hash_is_kept()
    {
        var (id, editor, key) = await Made("Linked Lin", "Kept as a hash");
        var other = await Key(editor, id);
        using var desk = newsroom.As(editor.AccountId);
        var again = await desk.GetStringAsync($"/desk/articles/{id}/preview-links", cancel);
        var links = await newsroom.InDatabase(db => db.PreviewLinks.AsNoTracking().Where(l => l.ArticleId == id).ToListAsync(cancel));

        Assert.Equal(43, key.Length);
        Assert.NotEqual(key, other);
        Assert.DoesNotContain(key, again, StringComparison.Ordinal);
        Assert.Equal(2, links.Count);
        Assert.Contains(links, l => l.KeyHash == PreviewLink.HashOf(key));
        Assert.DoesNotContain(links, l => l.KeyHash.Contains(key, StringComparison.OrdinalIgnoreCase));
        Assert.Contains($"/desk/articles/{id}/preview-links", await desk.GetStringAsync($"/desk/articles/{id}", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_for_its_reader_alone_and_kept_by_nobody()
    {
        var (_, _, key) = await Made("Private Pia", "For one reader");
        using var reader = newsroom.Reader();

        using var answer = await reader.GetAsync($"/preview/{key}", cancel);
        var page = await answer.Content.ReadAsStringAsync(cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Another paragraph.", page, StringComparison.Ordinal);
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("__RequestVerificationToken", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_its_own_revision_whatever_is_written_later()
    {
        var (id, editor, key) = await Made("Binding Bea", "Bound to its revision");
        var content = await newsroom.Complete("Bound to its revision");
        await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = 1, Content = content with { Headline = "Another headline", Body = "Later words.\n" } }, cancel));
        using var reader = newsroom.Browser();

        var page = await reader.GetStringAsync($"/preview/{key}", cancel);
        using var approved = await reader.PostAsync($"/preview/{key}/approve", Form(("name", "Ada Author")), cancel);
        using var desk = newsroom.As(editor.AccountId);
        var links = await desk.GetStringAsync($"/desk/articles/{id}/preview-links", cancel);

        Assert.DoesNotContain("Later words.", page, StringComparison.Ordinal);
        Assert.Contains("Another paragraph.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        Assert.Contains("Approved: revision 1; 1 change since.", links, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_opens_until_its_day_and_not_after()
    {
        var (_, _, key) = await Made("Ending Eni", "Ends on its day");
        using var reader = newsroom.Reader();
        newsroom.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(1));
        using var before = await reader.GetAsync($"/preview/{key}", cancel);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        using var after = await reader.GetAsync($"/preview/{key}", cancel);
        using var posted = await Post(reader, $"/preview/{key}/approve", ("name", "Too Late"));

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    [Fact]
    public async Task A_revoked_link_answers_as_if_it_had_never_been()
    {
        var (id, editor, key) = await Made("Revoking Rio", "Taken back again");
        var link = await newsroom.InDatabase(db => db.PreviewLinks.Where(l => l.ArticleId == id).Select(l => l.Id).SingleAsync(cancel));
        using var desk = newsroom.As(editor.AccountId);
        using var revoked = await desk.Submit($"/desk/articles/{id}/preview-links/{link}/revoke");
        using var twice = await desk.Submit($"/desk/articles/{id}/preview-links/{link}/revoke");
        using var reader = newsroom.Reader();
        using var gone = await reader.GetAsync($"/preview/{key}", cancel);
        using var never = await reader.GetAsync($"/preview/{new string('A', 43)}", cancel);

        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, twice.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(Nonce().Replace(await never.Content.ReadAsStringAsync(cancel), "").Replace(new string('A', 43), "", StringComparison.Ordinal), Nonce().Replace(await gone.Content.ReadAsStringAsync(cancel), "").Replace(key, "", StringComparison.Ordinal));
        Assert.Equal([DeskAction.Created, DeskAction.Shared, DeskAction.Revoked], await Log(id));
    }

    [Fact]
    public async Task A_withdrawn_piece_is_shown_to_nobody()
    {
        var editor = await newsroom.Editor("Withdrawing Wyn");
        var (id, _) = await newsroom.Out(editor, "Withdrawn while shown");
        var key = await Key(editor, id);
        await newsroom.Use((PublishedPieces p) => p.WithdrawAsync(editor, id, "It went.", cancel));
        using var reader = newsroom.Reader();
        using var answer = await reader.GetAsync($"/preview/{key}", cancel);
        var (none, why) = await newsroom.Use((PreviewLinks l) => l.MakeAsync(editor, id, 1, "Nobody", 3, cancel));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((null, PreviewRefusal.NotThere), (none, why));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F%D0%9F")]
    [InlineData("'%20or%201=1%20--AAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%F0%9F%98%80AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_key_that_is_none_is_no_page(string key)
    {
        using var reader = newsroom.Browser();
        using var shown = await reader.GetAsync($"/preview/{key}", cancel);
        using var posted = await reader.PostAsync($"/preview/{key}/comment", Form(("name", "x"), ("text", "y")), cancel);

        Assert.Contains(shown.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.Contains(posted.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task An_answer_is_kept_logged_and_mailed_to_whoever_made_the_link()
    {
        var (id, editor, key) = await Made("Mailed Mo", "Answered from outside");
        using var reader = newsroom.Browser();

        using var commented = await reader.PostAsync($"/preview/{key}/comment", Form(("name", "Ada <b>Author</b>"), ("text", "Not “may” but “must”.\r\nSee https://evil.example/x"), ("paragraph", "2")), cancel);
        using var approved = await reader.PostAsync($"/preview/{key}/approve", Form(("name", "Ada Author")), cancel);
        var page = await reader.GetStringAsync($"/preview/{key}", cancel);
        var answers = await newsroom.InDatabase(db => db.PreviewAnswers.AsNoTracking().Where(a => db.PreviewLinks.Any(l => l.Id == a.LinkId && l.ArticleId == id)).OrderBy(a => a.Id).ToListAsync(cancel));
        var mails = await newsroom.InDatabase(db => db.Outbox.AsNoTracking().Where(m => m.Kind == MailKind.Preview && m.Recipient == Visitors.AddressOf("Mailed Mo")).ToListAsync(cancel));

        Assert.Equal(HttpStatusCode.SeeOther, commented.StatusCode);
        Assert.Equal($"/preview/{key}#answers", commented.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        Assert.Equal([PreviewAnswerKind.Commented, PreviewAnswerKind.Approved], answers.Select(a => a.Kind));
        Assert.Equal(("Another paragraph.", 2, 1), (answers[0].Quote, answers[0].Paragraph, answers[0].Revision));
        Assert.Contains("Ada &lt;b&gt;Author&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Equal(2, mails.Count);
        Assert.All(mails, m => Assert.DoesNotContain("evil.example", m.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain(key, m.Text, StringComparison.Ordinal));
        Assert.Equal([DeskAction.Created, DeskAction.Shared, DeskAction.Answered, DeskAction.Answered], await Log(id));
    }

    [Theory]
    [InlineData("comment", "name", "", "Write a name.")]
    [InlineData("comment", "text", "", "Write what should be different.")]
    [InlineData("comment", "paragraph", "9", "The text has no such paragraph. Choose one of the list.")]
    [InlineData("comment", "paragraph", "-1", "The text has no such paragraph. Choose one of the list.")]
    [InlineData("comment", "paragraph", "two", "The text has no such paragraph. Choose one of the list.")]
    [InlineData("comment", "paragraph", "99999999999999999999", "The text has no such paragraph. Choose one of the list.")]
    [InlineData("comment", "name", "*200", "The name is too long.")]
    [InlineData("comment", "text", "*4001", "The comment is too long.")]
    [InlineData("approve", "name", " \0 ", "Write a name.")]
    public async Task A_refusal_keeps_what_was_typed(string form, string field, string value, string sentence)
    {
        var (id, _, key) = await Made($"Typing {Guid.NewGuid():N}"[..20], "Refused politely");
        value = value.StartsWith('*') ? new string('x', int.Parse(value[1..], System.Globalization.CultureInfo.InvariantCulture)) : value;
        var typed = new Dictionary<string, string> { ["name"] = "Typed Name", ["text"] = "Typed words & more", ["paragraph"] = "2", [field] = value };
        using var reader = newsroom.Browser();

        using var answer = await reader.PostAsync($"/preview/{key}/{form}", Form([.. typed.Select(t => (t.Key, t.Value))]), cancel);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(cancel));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.All(typed.Where(t => t.Key != "paragraph" && form == "comment" && t.Value.Length > 0), t => Assert.Contains(t.Value, page, StringComparison.Ordinal));
        Assert.Equal(0, await newsroom.InDatabase(db => db.PreviewAnswers.CountAsync(a => db.PreviewLinks.Any(l => l.Id == a.LinkId && l.ArticleId == id), cancel)));
    }

    [Fact]
    public async Task Another_sites_post_is_not_taken()
    {
        var (_, _, key) = await Made("Crossing Cy", "Posted from elsewhere");
        using var reader = newsroom.Reader();
        reader.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await reader.PostAsync($"/preview/{key}/approve", Form(("name", "Somebody Else")), cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_network_that_sends_too_much_waits_and_keeps_its_text()
    {
        var (_, _, key) = await Made("Pacing Pax", "Sent too fast");
        var address = IPAddress.Parse("198.51.100.77");
        var network = newsroom.Services.GetRequiredService<NetworkKey>().Of(address);
        var pace = newsroom.Services.GetRequiredService<PostingPace>();
        while (pace.Allows(null, network))
        {
            // Until its share of this minute is used up.
        }

        var answer = await newsroom.Server.SendAsync(
            context =>
            {
                context.Connection.RemoteIpAddress = address;
                (context.Request.Method, context.Request.Path, context.Request.Host) = ("POST", $"/preview/{key}/comment", new HostString("localhost"));
                context.Request.Headers["Sec-Fetch-Site"] = "same-origin";
                context.Request.ContentType = "application/x-www-form-urlencoded";
                context.Request.Body = new MemoryStream("name=Fast+Writer&text=Words+kept+here"u8.ToArray());
            },
            cancel);
        using var body = new StreamReader(answer.Response.Body);
        var page = await body.ReadToEndAsync(cancel);

        Assert.Equal(429, answer.Response.StatusCode);
        Assert.Contains("Words kept here", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "14", "1", "Write a name.")]
    [InlineData("Ada", "0", "1", "A link opens for 1 to 30 days.")]
    [InlineData("Ada", "31", "1", "A link opens for 1 to 30 days.")]
    [InlineData("Ada", "x", "1", "A link opens for 1 to 30 days.")]
    [InlineData("Ada", "3", "7", "There is no such revision.")]
    [InlineData("Ada", "3", "one", "There is no such revision.")]
    public async Task A_link_that_cannot_be_made_is_refused_with_a_sentence(string forWhom, string days, string revision, string sentence)
    {
        var editor = await newsroom.Editor($"Making {Guid.NewGuid():N}"[..20]);
        var id = await newsroom.Begun(editor, await newsroom.Complete("No link made"));
        using var desk = newsroom.As(editor.AccountId);

        using var answer = await desk.Submit($"/desk/articles/{id}/preview-links", ("forWhom", forWhom), ("days", days), ("revision", revision));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_the_right_makes_lists_or_revokes_links()
    {
        var (id, editor, key) = await Made("Owning Ozzy", "Guarded links");
        var link = await newsroom.InDatabase(db => db.PreviewLinks.Where(l => l.ArticleId == id).Select(l => l.Id).SingleAsync(cancel));
        foreach (var account in new[] { await newsroom.Account("Reading Rab"), await newsroom.Account("Deciding Dax", AccountRole.Moderator), await newsroom.Account("Tongueless Taj", AccountRole.Translator) })
        {
            using var other = newsroom.As(account);
            foreach (var path in new[] { $"/desk/articles/{id}/preview-links", $"/desk/articles/{id}/preview-links/{link}/revoke" })
            {
                using var asked = await other.GetAsync(path, cancel);
                Assert.NotEqual(HttpStatusCode.OK, asked.StatusCode);
                Assert.DoesNotContain("Ada Author", await asked.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
            }
        }

        var stranger = new DeskActor(editor.AccountId, new HashSet<AccountRole> { AccountRole.Translator }, new HashSet<string> { "ar" });
        Assert.Equal((null, PreviewRefusal.NotThere), await newsroom.Use((PreviewLinks l) => l.MakeAsync(stranger, id, 1, "X", 3, cancel)));
        Assert.Equal(PreviewRefusal.NotThere, await newsroom.Use((PreviewLinks l) => l.RevokeAsync(stranger, id, link, cancel)));
        using var reader = newsroom.Reader();
        using var still = await reader.GetAsync($"/preview/{key}", cancel);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        using var elsewhere = newsroom.As(editor.AccountId);
        using var wrongPiece = await elsewhere.GetAsync($"/desk/articles/{id + 100_000}/preview-links/{link}/revoke", cancel);
        Assert.Equal(HttpStatusCode.NotFound, wrongPiece.StatusCode);
    }

    private async Task<(int Id, DeskActor Editor, string Key)> Made(string name, string headline)
    {
        var editor = await newsroom.Editor(name);
        var id = await newsroom.Begun(editor, await newsroom.Complete(headline));
        return (id, editor, await Key(editor, id));
    }

    private async Task<string> Key(DeskActor editor, int id)
    {
        using var desk = newsroom.As(editor.AccountId);
        using var made = await desk.Submit($"/desk/articles/{id}/preview-links", ("forWhom", "Ada Author"), ("days", "14"), ("revision", "1"));
        return Address().Match(await made.Content.ReadAsStringAsync(cancel)).Groups[1].Value;
    }

    private Task<List<DeskAction>> Log(int id) => newsroom.InDatabase(db => db.DeskLog.Where(e => e.Thing == DeskThing.Article && e.ThingId == id).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync(cancel));

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private async Task<HttpResponseMessage> Post(HttpClient reader, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(fields) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await reader.SendAsync(request, cancel);
    }

    [GeneratedRegex("/preview/([A-Za-z0-9_-]{43})")]
    private static partial Regex Address();

    [GeneratedRegex("data-[a-z-]+=\"[^\"]*\"")]
    private static partial Regex Nonce();
}

public sealed class PreviewLinkPagesOnSqlite(SqliteNewsroom newsroom) : PreviewLinkPages(newsroom);

public sealed class PreviewLinkPagesOnPostgres : PreviewLinkPages
{
    public PreviewLinkPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
