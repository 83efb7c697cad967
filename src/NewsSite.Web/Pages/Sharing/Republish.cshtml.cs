using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Sources;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Settings;
using NewsSite.Web.Sharing;

namespace NewsSite.Web.Pages.Sharing;

/// <summary>Whether others may republish a piece, and if so the piece to take away; else why not and whom to ask. Below it, how its conversation is shown elsewhere.</summary>
public sealed class RepublishModel(NewsDbContext db, TimeProvider clock) : PiecePage(db, clock)
{
    private sealed record Rest
    {
        public required Text.SafeHtml Html { get; init; }

        public required string Markdown { get; init; }

        public PermissionRecord? Permission { get; init; }

        public string? OriginalUrl { get; init; }

        public ConversationMode? Conversation { get; init; }

        public string? Caption { get; init; }

        public string? PictureLicence { get; init; }

        public CreditRole? PictureRole { get; init; }

        public PictureMaker? PictureMaker { get; init; }
    }

    /// <summary>Whether others may, and on which terms.</summary>
    public Republishing Terms { get; private set; } = null!;

    /// <summary>The original's address.</summary>
    public string? OriginalUrl { get; private set; }

    /// <summary>The forms it can be taken away in, each with an id and a name; empty where it may not be.</summary>
    public IReadOnlyList<(string Id, string Name, string Text)> Forms { get; private set; } = [];

    /// <summary>True where a picture of the piece is not in the forms.</summary>
    public bool LeavesOutPictures { get; private set; }

    /// <summary>The element that shows the conversation in another page; null where none may, or there is none.</summary>
    public string? EmbedTag { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        if (await FindAsync(year, month, day, slug, "/republish", cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        var rest = await Db.Articles.Where(a => a.Id == Card.Id).Select(a => new Rest
        {
            Html = a.BodyHtml,
            Markdown = a.BodyMarkdown,
            Permission = a.Source == null ? null : new PermissionRecord(a.Source.PermissionState, a.Source.Permission, a.Source.Terms, a.Source.PermissionEnds),
            OriginalUrl = a.Source!.Url,
            Conversation = a.Conversation,
            Caption = a.Picture!.Caption,
            PictureLicence = a.Picture!.Licence,
            PictureRole = (CreditRole?)a.Picture!.Role,
            PictureMaker = a.Picture!.Contributor == null ? null : new PictureMaker(a.Picture.Contributor.Slug, a.Picture.Contributor.Name, a.Picture.Contributor.Names),
        }).SingleAsync(cancel);
        var settings = HttpContext.RequestServices;
        Terms = Republishing.Of(rest.Permission, settings.GetRequiredService<RepublishingSettings>().OwnTerms, DayOf(Now));
        OriginalUrl = rest.OriginalUrl;
        if (settings.GetRequiredService<EmbeddingSettings>().IsOn
            && Article.StandingOf(rest.Conversation, false, Card.PublishedAt, Now, settings.GetRequiredService<ConversationPolicy>()).Mode != ConversationMode.Hidden)
        {
            EmbedTag = $"<script src=\"{BaseUrl}/embed.js\" data-article=\"{Address}\" async></script>";
        }

        Title = Words.Format("Republish.Of", Card.Headline);
        var (citation, tags) = await CitedPiece.OfAsync(Db, Card, this, Now, cancel);
        if (Terms.IsAllowed)
        {
            await TakeAsync(rest, citation, cancel);
        }

        // Where a permission ends, so does this page: at the end of its last day here.
        DateTime? end = Terms is { IsAllowed: true, Ends: { } last } ? TimeZoneInfo.ConvertTimeToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue), Site.Zone) : null;
        HttpContext.KeepPage(end, tags);
        return Page();
    }

    private async Task TakeAsync(Rest rest, Citing.Citation citation, CancellationToken cancel)
    {
        var within = ArticleBody.Files(rest.Html);
        var files = Card.PictureFile is { } above ? [.. within, above] : within;
        var shared = files.Count == 0 ? [] : await Db.PictureFiles.AsNoTracking().Where(f => files.Contains(f.File) && f.MayBeRepublished).Select(f => f.File).ToListAsync(cancel);
        var records = shared.Count == 0 ? [] : await FigureRecord.In(Db, shared).ToListAsync(cancel);
        LeavesOutPictures = files.Except(shared).Any();
        var republication = new Republication(this, Card, citation, Terms, records.Select(r => new SharedPicture(r.File, Credit(r))), rest.Caption);
        Forms =
        [
            ("html", "HTML", republication.Html(rest.Html)),
            ("markdown", "Markdown", republication.Markdown(rest.Markdown)),
            ("text", Words["Cite.Text"], republication.Plain(rest.Html)),
        ];

        string Credit(FigureRecord record)
        {
            var isAbove = record.File == Card.PictureFile;
            var credit = PictureCreditView.Of(isAbove ? rest.PictureMaker : null, isAbove ? rest.PictureRole : null, isAbove ? rest.PictureLicence : null, record.Credit, this);
            return string.Join(", ", new[] { credit.Name is { } name ? Words.Format($"PictureBy.{credit.Role}", name) : null, credit.Organisation, credit.Licence }.OfType<string>());
        }
    }
}
