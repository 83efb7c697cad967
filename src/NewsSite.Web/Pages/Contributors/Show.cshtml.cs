using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Feeds;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Contributors;

/// <summary>A contributor, and what they did, role by role.</summary>
public sealed class ShowModel(NewsDbContext db, TimeProvider clock) : ListPage
{
    /// <summary>A role they have had, and for how many pieces.</summary>
    public sealed record RoleCount(CreditRole Role, int Count);

    /// <summary>Who they are.</summary>
    public sealed record View(int Id, string Slug, string Name, LocalizedText Names, string? ScriptName, string? ScriptLanguage, LocalizedText Bio, string? Link, IReadOnlyList<string> Links, Portrait? Picture);

    /// <summary>Their picture, and who made it on which terms.</summary>
    public sealed record Portrait(string File, int Width, int Height, int FocusX, int FocusY, StoredCredit Credit);

    /// <summary>The contributor.</summary>
    public View Contributor { get; private set; } = null!;

    /// <summary>Their roles, in the order of the trade.</summary>
    public IReadOnlyList<RoleCount> Roles { get; private set; } = [];

    /// <summary>The role whose pieces are listed.</summary>
    public CreditRole Role { get; private set; }

    /// <summary>The address of a role's list; the first role's is the page itself.</summary>
    public string RoleAddress(CreditRole role) => Link(role == Roles[0].Role ? Home : RoleHome(role));

    /// <summary>What a page elsewhere is called: its host, and the path where that says whose it is.</summary>
    public static string NameOf(string link) => new Uri(link) is var page && page.AbsolutePath == "/" ? Host(page) : Host(page) + Uri.UnescapeDataString(page.AbsolutePath).TrimEnd('/');

    private static string Host(Uri page) => page.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? page.IdnHost[4..] : page.IdnHost;

    private string Home => $"/contributors/{Contributor.Slug}";

    private string RoleHome(CreditRole role) => $"{Home}/{role.ToString().ToLowerInvariant()}";

    /// <summary>Shows their pieces in a role; the first they have when none is asked for.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, string? role, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!Slug.IsValid(slug) || await db.Contributors.Where(c => c.Slug == slug)
            .Select(c => new View(c.Id, c.Slug, c.Name, c.Names, c.ScriptName, c.ScriptLanguage, c.Bio, c.Link, c.Links, c.Picture == null ? null : new Portrait(c.Picture.File, c.Picture.Width, c.Picture.Height, c.Picture.FocusX, c.Picture.FocusY,
                new StoredCredit(
                    c.Picture.Contributor == null ? null : new PictureMaker(c.Picture.Contributor.Slug, c.Picture.Contributor.Name, c.Picture.Contributor.Names),
                    c.Picture.CreditName, c.Picture.Role, c.Picture.Organisation, c.Picture.CreditUrl, c.Picture.Licence))))
            .SingleOrDefaultAsync(cancel) is not { } contributor)
        {
            var moved = await db.ContributorRedirects.Where(r => r.Slug == slug).Join(db.Contributors, r => r.ContributorId, c => c.Id, (_, c) => c.Slug).SingleOrDefaultAsync(cancel);
            return moved is null ? NotFound() : RedirectPermanent(Link($"/contributors/{moved}{(role is null || FormatAsked is null ? "" : $"/{role}")}{FeedEnd}"));
        }

        Contributor = contributor;
        var credits = db.Credits.Where(c => c.ContributorId == contributor.Id);
        var counts = await db.Articles.Published(now).SelectMany(a => a.Credits).Where(c => c.ContributorId == contributor.Id)
            .GroupBy(c => c.Role).Select(g => new { g.Key, Count = g.Select(c => c.ArticleId).Distinct().Count() }).ToListAsync(cancel);
        Roles = [.. counts.Select(c => new RoleCount(c.Key, c.Count)).OrderBy(c => c.Role)];
        var asked = role is null ? Roles.Select(r => (CreditRole?)r.Role).FirstOrDefault() ?? CreditRole.Author
            : Roles.Select(r => (CreditRole?)r.Role).FirstOrDefault(r => r.ToString()!.Equals(role, StringComparison.OrdinalIgnoreCase));
        if (asked is null)
        {
            return NotFound();
        }

        Role = asked.Value;
        Title = contributor.Names.Exactly(Language) ?? contributor.Name;
        Description = contributor.Bio.For(Language);
        var everything = new FeedLink($"contributor:{contributor.Id}", Title, Home);
        if (FormatAsked is not null && role is null)
        {
            Feeds = [everything];
            return await ShowAsync(db.Articles.Published(now).Where(a => credits.Any(c => c.ArticleId == a.Id)), cancel);
        }

        Feeds = [new FeedLink($"contributor:{contributor.Id}:{Role.ToString().ToLowerInvariant()}", $"{Title}, {Words[$"Did.{Role}"]}", RoleHome(Role)), everything];
        return await ShowAsync(db.Articles.Published(now).Where(a => credits.Any(c => c.ArticleId == a.Id && c.Role == Role)), cancel);
    }
}
