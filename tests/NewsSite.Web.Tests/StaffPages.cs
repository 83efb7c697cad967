using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Desk;
using NewsSite.Staff;

namespace NewsSite.Web.Tests;

/// <summary>Who comes into the newsroom, as what, and out of it, on either database.</summary>
public abstract class StaffPages(Newsroom newsroom)
{
    private static int made;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public static TheoryData<AccountRole, string, bool> Doors => new()
    {
        { AccountRole.Translator, "/desk/log", false }, { AccountRole.Translator, "/desk/people", false }, { AccountRole.Translator, "/desk/settings", false },
        { AccountRole.Moderator, "/desk/log", false }, { AccountRole.Moderator, "/desk/people", false }, { AccountRole.Moderator, "/desk/settings", false },
        { AccountRole.Editor, "/desk/log", true }, { AccountRole.Editor, "/desk/people", false }, { AccountRole.Editor, "/desk/settings", false },
        { AccountRole.Administrator, "/desk/log", true }, { AccountRole.Administrator, "/desk/people", true }, { AccountRole.Administrator, "/desk/settings", true },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Every_address_below_a_door_opens_to_whose_it_is_and_to_nobody_else(AccountRole role, string door, bool opens)
    {
        using var person = newsroom.As(await newsroom.Account(Name("Doris"), role));
        var routes = newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/').Replace("{id:int:min(1)}", "1", StringComparison.Ordinal))
            .Where(r => r.StartsWith(door, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(routes);

        using var at = await person.GetAsync(door, cancel);
        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.NotFound, at.StatusCode);
        foreach (var route in opens ? [] : routes)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var answer = await person.SendAsync(new HttpRequestMessage(method, route), cancel);
                Assert.Equal((method, route, HttpStatusCode.NotFound), (method, route, answer.StatusCode));
            }
        }
    }

    [Fact]
    public async Task Whoever_is_invited_joins_by_the_mailed_link_with_the_roles_and_languages_chosen()
    {
        var name = Name("Inna");
        using var administrator = newsroom.As(await newsroom.Account(Name("Ada"), AccountRole.Administrator));
        using var invited = newsroom.Browser();

        using var sent = await Invite(administrator, Address(name), "Translator", "Moderator");
        var waiting = await administrator.GetStringAsync("/desk/people", cancel);
        var link = await newsroom.Link(Address(name));
        using var joined = await invited.Submit(link, ("name", name), ("password", Visitors.Password));
        var desk = await invited.GetStringAsync("/desk", cancel);
        using var again = await newsroom.Browser().GetAsync(link, cancel);

        Assert.Equal("/desk/people?done=invited", sent.Headers.Location?.ToString());
        Assert.Contains(Address(name), waiting, StringComparison.Ordinal);
        Assert.Equal("/desk", joined.Headers.Location?.ToString());
        Assert.Contains("/desk/moderation", desk, StringComparison.Ordinal);
        Assert.Contains("not good any more", await again.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        var actor = await Actor(name);
        Assert.True(actor is { MayModerate: true, MayPublish: false, IsAdministrator: false });
        Assert.True(actor!.MayWrite("uk") && actor.MayWrite("uk-UA") && !actor.MayWrite("en"));
        Assert.Equal([DeskAction.Joined], await Logged(DeskThing.Account, actor.AccountId));
    }

    [Fact]
    public async Task An_account_there_is_joins_once_it_is_signed_in_and_no_other_account_can()
    {
        var (name, other) = (Name("Petra"), Name("Oskar"));
        using var administrator = newsroom.As(await newsroom.Account(Name("Ada"), AccountRole.Administrator));
        await newsroom.Account(name);
        using var stranger = await newsroom.SignedIn(other);
        using var browser = newsroom.Browser();
        using var sent = await Invite(administrator, Address(name), "Editor");
        var link = await newsroom.Link(Address(name));

        var anonymous = await browser.GetStringAsync(link, cancel);
        using var byOther = await stranger.PostAsync(link, await Form(stranger, link), cancel);
        using var signedIn = await browser.SignIn(Address(name));
        using var joined = await browser.PostAsync(link, await Form(browser, link), cancel);

        Assert.Contains("/account/sign-in?returnUrl=", anonymous, StringComparison.Ordinal);
        Assert.Null(await Actor(other));
        Assert.Equal("/desk", joined.Headers.Location?.ToString());
        Assert.True((await Actor(name))!.MayPublish);
        Assert.Contains("/desk/log", await browser.GetStringAsync("/desk", cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_ends_when_it_is_mailed_again_taken_back_or_a_week_old()
    {
        var (name, late) = (Name("Rena"), Name("Lada"));
        using var administrator = newsroom.As(await newsroom.Account(Name("Ada"), AccountRole.Administrator));
        using var sent = await Invite(administrator, Address(name), "Editor");
        var first = await newsroom.Link(Address(name));
        var id = await newsroom.InDatabase(db => db.Invitations.Where(i => i.Email == Address(name)).Select(i => i.Id).SingleAsync(cancel));

        using var resent = await Post(administrator, "/desk/people/invitations/resend", ("invitation", $"{id}"));
        var second = await newsroom.Link(Address(name));
        var (old, current) = (await IsGood(first), await IsGood(second));
        using var revoked = await Post(administrator, "/desk/people/invitations/revoke", ("invitation", $"{id}"));
        using var later = await Invite(administrator, Address(late), "Editor");
        var third = await newsroom.Link(Address(late));
        var before = await IsGood(third);
        newsroom.Clock.Advance(Invitation.Lifetime);

        Assert.Equal("/desk/people?done=mailed", resent.Headers.Location?.ToString());
        Assert.Equal("/desk/people?done=revoked", revoked.Headers.Location?.ToString());
        Assert.Equal((false, true, false, true, false), (old, current, await IsGood(second), before, await IsGood(third)));
        Assert.Equal([DeskAction.Invited, DeskAction.Invited, DeskAction.Revoked], await Logged(DeskThing.Invitation, id));
    }

    [Fact]
    public async Task A_link_clicked_twice_at_once_makes_one_account()
    {
        var name = Name("Zora");
        using var administrator = newsroom.As(await newsroom.Account(Name("Ada"), AccountRole.Administrator));
        using var sent = await Invite(administrator, Address(name), "Editor");
        var link = await newsroom.Link(Address(name));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => newsroom.Browser().Submit(link, ("name", name), ("password", Visitors.Password))));

        Assert.Single(answers, a => a.Headers.Location?.ToString() == "/desk");
        Assert.All(answers, a => Assert.True((int)a.StatusCode < 500));
    }

    [Fact]
    public async Task Wrong_invitations_come_back_with_a_sentence_and_what_was_typed()
    {
        var staff = Name("Sofia");
        await newsroom.Account(staff, AccountRole.Moderator);
        using var administrator = newsroom.As(await newsroom.Account(Name("Ada"), AccountRole.Administrator));

        async Task<string> Refused(string email, params string[] roles)
        {
            using var answer = await Post(administrator, "/desk/people/invite", [("email", email), ("name", "Typed Name"), ("tongue", "en"), .. roles.Select(r => ("role", r))]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(cancel);
            Assert.Contains("Typed Name", page, StringComparison.Ordinal);
            return page;
        }

        Assert.Contains("not an address", await Refused("nobody", "Editor"), StringComparison.Ordinal);
        Assert.Contains("at least one role", await Refused(Address(Name("Nora"))), StringComparison.Ordinal);
        Assert.Contains("at least one language", await Refused(Address(Name("Nora")), "Translator"), StringComparison.Ordinal);
        Assert.Contains("has this address", await Refused(Address(staff), "Editor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_loses_a_role_is_signed_out_within_a_minute_and_who_gets_one_has_it_by_then()
    {
        var name = Name("Mira");
        using var administrator = newsroom.As(await newsroom.Account(Name("Ada"), AccountRole.Administrator));
        using var browser = await newsroom.SignedIn(name, AccountRole.Moderator);
        var id = (await Actor(name))!.AccountId;

        using var more = await Post(administrator, $"/desk/people/{id}", ("role", "Moderator"), ("role", "Editor"));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        using var log = await browser.GetAsync("/desk/log", cancel);
        using var removed = await Post(administrator, $"/desk/people/{id}/remove");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        using var gone = await browser.GetAsync("/desk", cancel);

        Assert.Equal("/desk/people?done=changed", more.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, log.StatusCode);
        Assert.Equal("/desk/people?done=removed", removed.Headers.Location?.ToString());
        Assert.Contains("/account/sign-in", gone.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Null(await Actor(name));
        Assert.Equal(2, (await Logged(DeskThing.Account, id)).Count);
    }

    [Fact]
    public async Task The_last_administrator_is_neither_demoted_nor_removed_nor_do_two_demote_each_other()
    {
        await newsroom.InDatabase(db => db.Set<RoleGrant>().Where(r => r.Role == AccountRole.Administrator).ExecuteDeleteAsync(cancel));
        var (one, two) = (await newsroom.Account(Name("Alma"), AccountRole.Administrator), await newsroom.Account(Name("Alva"), AccountRole.Administrator));

        var outcomes = await Task.WhenAll(Remove(one, two), Remove(two, one));
        var last = await newsroom.InDatabase(db => db.Accounts.Administrators.Select(a => a.Id).SingleAsync(cancel));
        using var administrator = newsroom.As(last);
        using var demoted = await Post(administrator, $"/desk/people/{last}", ("role", "Editor"));
        using var removed = await Post(administrator, $"/desk/people/{last}/remove");

        Assert.Single(outcomes, o => o.Refusal is null);
        foreach (var answer in new[] { demoted, removed })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("the last administrator", await answer.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_two_people_with_a_first_link_each_one_becomes_administrator()
    {
        await newsroom.InDatabase(db => db.Set<RoleGrant>().Where(r => r.Role == AccountRole.Administrator).ExecuteDeleteAsync(cancel));
        // Two servers that start at once: each has made one and ended no other's.
        var (one, hashOfOne) = GuestAddress.NewToken();
        var (two, hashOfTwo) = GuestAddress.NewToken();
        await newsroom.InDatabase(async db =>
        {
            db.FirstLinks.AddRange(new FirstLink(hashOfOne, newsroom.Clock.GetUtcNow().UtcDateTime), new FirstLink(hashOfTwo, newsroom.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync(cancel);
        });

        var answers = await Task.WhenAll(new[] { one, two, one, two }.Select((token, i) => newsroom.Browser().Submit(
            $"/account/first?token={token}", ("name", Name($"First{"abcd"[i]}")), ("email", $"first{Interlocked.Increment(ref made)}@example.org"), ("password", Visitors.Password))));

        Assert.Single(answers, a => a.Headers.Location?.ToString() == "/desk");
        Assert.All(answers, a => Assert.True((int)a.StatusCode < 500));
        Assert.Equal(1, await newsroom.InDatabase(db => db.Accounts.Administrators.CountAsync(cancel)));
    }

    [Fact]
    public async Task The_log_is_searched_by_person_thing_words_and_days_and_read_page_by_page()
    {
        var (name, word) = (Name("Logan"), $"Ріка{Interlocked.Increment(ref made)}");
        var editor = await newsroom.Account(name, AccountRole.Editor);
        var start = newsroom.Clock.GetUtcNow().UtcDateTime;
        await newsroom.InDatabase(async db =>
        {
            db.DeskLog.AddRange(Enumerable.Range(0, DeskLogSearch.PageSize + 5).Select(i => new DeskEntry(start.AddSeconds(i), editor, DeskAction.Changed, DeskThing.Contributor, 7_000_001, $"{word} {i}")));
            db.DeskLog.Add(new DeskEntry(start.AddDays(-40), null, DeskAction.Merged, DeskThing.Publication, 7_000_002, word, "before → after"));
            return await db.SaveChangesAsync(cancel);
        });
        using var browser = newsroom.As(editor);

        async Task<(int Lines, string? Next)> Found(string query)
        {
            var page = await browser.GetStringAsync(query.StartsWith('/') ? query : $"/desk/log?{query}", cancel);
            var next = System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+)\" rel=\"next\"");
            return (System.Text.RegularExpressions.Regex.Count(page, "<li id=\"e-"), next.Success ? WebUtility.HtmlDecode(next.Groups[1].Value) : null);
        }

        var text = Uri.EscapeDataString(word.ToLowerInvariant());
        var first = await Found($"text={text}");
        Assert.Equal((DeskLogSearch.PageSize, 6), (first.Lines, (await Found(first.Next!)).Lines));
        Assert.Equal(5, (await Found((await Found($"text={text}&who={editor}")).Next!)).Lines);
        Assert.Equal(1, (await Found($"text={text}&thing=Publication")).Lines);
        Assert.Equal(1, (await Found($"text={text}&until={start.AddDays(-2):yyyy-MM-dd}")).Lines);
        Assert.Equal(DeskLogSearch.PageSize, (await Found($"text={text}&from={start:yyyy-MM-dd}")).Lines);
        Assert.Equal(1, (await Found("thing=Publication&number=7000002")).Lines);
        foreach (var wrong in new[] { "who=x", "thing=Dragon", "from=yesterday", "before=-1" })
        {
            using var answer = await browser.GetAsync($"/desk/log?{wrong}", cancel);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    private static string Name(string name) => $"{name} {string.Concat($"{Interlocked.Increment(ref made)}".Select(digit => "bcdfghkmpr"[digit - '0']))}";

    private static string Address(string name) => Visitors.AddressOf(name);

    private static Task<HttpResponseMessage> Invite(HttpClient administrator, string email, params string[] roles) =>
        Post(administrator, "/desk/people/invite", [("email", email), ("name", ""), ("tongue", "en"), ("into", "uk"), .. roles.Select(r => ("role", r))]);

    private static Task<HttpResponseMessage> Post(HttpClient browser, string path, params (string Name, string Value)[] fields) => browser.PostForm(path, fields);

    private static async Task<FormUrlEncodedContent> Form(HttpClient browser, string link)
    {
        var token = new Uri(new Uri("http://localhost"), link).Query["?token=".Length..];
        return new FormUrlEncodedContent([KeyValuePair.Create("token", token), KeyValuePair.Create("__RequestVerificationToken", await browser.AntiforgeryToken("/account/register"))]);
    }

    private async Task<bool> IsGood(string link) => (await newsroom.Reader().GetStringAsync(link, cancel)).Contains("You are asked to join", StringComparison.Ordinal);

    private async Task<StaffOutcome> Remove(int actor, int account)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Staffing>().RemoveAsync(actor, account, cancel);
    }

    private async Task<DeskActor?> Actor(string name)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var id = await newsroom.InDatabase(db => db.Accounts.Where(a => a.DisplayName == name).Select(a => a.Id).SingleAsync(cancel));
        return await scope.ServiceProvider.GetRequiredService<DeskActors>().FindAsync(id, cancel);
    }

    private Task<List<DeskAction>> Logged(DeskThing thing, int id) =>
        newsroom.InDatabase(db => db.DeskLog.Where(e => e.Thing == thing && e.ThingId == id).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync(cancel));
}

public sealed class StaffPagesOnSqlite(SqliteNewsroom newsroom) : StaffPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class StaffPagesOnPostgres : StaffPages
{
    public StaffPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
