using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Sources;

namespace NewsSite.Web.Tests;

/// <summary>What tests of the desk begin with: people, and a piece that could be published.</summary>
internal static class DeskWork
{
    /// <summary>Somebody with every right to publish.</summary>
    public static async Task<DeskActor> Editor(this Newsroom newsroom, string name) => new(await newsroom.Account(name, AccountRole.Editor), new HashSet<AccountRole> { AccountRole.Editor }, new HashSet<string>());

    /// <summary>Somebody who translates into a language.</summary>
    public static async Task<DeskActor> Translator(this Newsroom newsroom, string name, string language) =>
        new(await newsroom.Account(name, AccountRole.Translator), new HashSet<AccountRole> { AccountRole.Translator }, new HashSet<string> { language });

    /// <summary>Uses one of the site's own classes in a scope of its own.</summary>
    public static async Task<T> Use<TService, T>(this Newsroom newsroom, Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A piece in English, complete: author, translator, source, permission.</summary>
    public static Task<ArticleContent> Complete(this Newsroom newsroom, string headline) => newsroom.InDatabase(async db => new ArticleContent
    {
        Headline = headline,
        Standfirst = "What it is about, in a sentence.",
        Body = "One paragraph.\n\nAnother paragraph.\n\nThe last one.\n",
        SectionId = await db.Sections.OrderBy(s => s.Position).Select(s => s.Id).FirstAsync(),
        Genre = Genre.OpEd,
        Credits = [.. (await db.Contributors.OrderBy(c => c.Id).Select(c => c.Id).Take(2).ToListAsync()).Select((id, i) => new ContentCredit(i == 0 ? CreditRole.Author : CreditRole.Translator, id))],
        Source = new ContentSource
        {
            PublicationId = await db.Publications.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(),
            Url = "https://outlet.example/piece",
            Title = "Стаття",
            Language = "uk",
            PublishedOn = new DateOnly(2026, 11, 1),
            Permission = PermissionState.Granted,
            PermissionLine = "By kind permission.",
        },
    });

    /// <summary>Begins a piece with that content.</summary>
    public static async Task<int> Begun(this Newsroom newsroom, DeskActor actor, ArticleContent content, string language = "en") =>
        (await newsroom.Use((Drafting drafting) => drafting.BeginAsync(actor, language, content))).ArticleId!.Value;

    /// <summary>Begins a piece and publishes it.</summary>
    public static async Task<(int Id, string Path)> Out(this Newsroom newsroom, DeskActor editor, string headline)
    {
        var id = await newsroom.Begun(editor, await newsroom.Complete(headline));
        var outcome = await newsroom.Use((Publishing publishing) => publishing.PublishAsync(editor, [(id, 1)]));
        Assert.Null(outcome.Why);
        return (id, await newsroom.PathOf(id));
    }

    /// <summary>The address of a piece.</summary>
    public static Task<string> PathOf(this Newsroom newsroom, int id) => newsroom.InDatabase(async db => (await db.Articles.SingleAsync(a => a.Id == id)).Address!.Value.ToString());

    /// <summary>The picks of every front page, to be put back.</summary>
    public static Task<List<FrontPagePick>> Picks(this Newsroom newsroom) => newsroom.InDatabase(db => db.FrontPagePicks.AsNoTracking().OrderBy(p => p.Slot).ToListAsync());

    /// <summary>Puts picks back as they were, for tests that begin with the seeds'.</summary>
    public static Task PutBack(this Newsroom newsroom, List<FrontPagePick> picks) => newsroom.InDatabase(async db =>
    {
        await db.FrontPagePicks.ExecuteDeleteAsync();
        db.FrontPagePicks.AddRange(picks.Select(p => FrontPagePick.Of(p.Language, p.Slot, p.ArticleId, p.ExpiresAt)));
        return await db.SaveChangesAsync();
    });
}
