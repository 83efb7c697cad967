using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A picture within a text, as its record has it.</summary>
/// <param name="File">The stem of its files.</param>
/// <param name="Width">Its width, in pixels.</param>
/// <param name="Height">Its height, in pixels.</param>
/// <param name="Credit">Who made it and on which terms it is shown.</param>
public sealed record FigureRecord(string File, int Width, int Height, StoredCredit Credit)
{
    /// <summary>The records of the pictures a printed text shows.</summary>
    public static IQueryable<FigureRecord> In(NewsDbContext db, IReadOnlyList<string> files) => db.PictureFiles.AsNoTracking().Where(f => files.Contains(f.File))
        .Select(f => new FigureRecord(f.File, f.Width, f.Height, new StoredCredit(
            f.Contributor == null ? null : new PictureMaker(f.Contributor.Slug, f.Contributor.Name, f.Contributor.Names), f.CreditName, f.Role, f.Organisation, f.CreditUrl, f.Licence)));
}

/// <summary>A piece of a printed text: markup, or a figure the page completes.</summary>
/// <param name="Markup">The markup; empty for a figure.</param>
/// <param name="Picture">The picture of a figure.</param>
/// <param name="Caption">What is said under it.</param>
/// <param name="Credit">Who made it.</param>
public sealed record BodyPart(SafeHtml Markup, PictureView? Picture = null, string? Caption = null, PictureCreditView? Credit = null);

/// <summary>Takes a stored text apart at its figures, which are stored without sizes and credit: those are the picture's and change without the text.</summary>
public static partial class ArticleBody
{
    /// <summary>The stems of the pictures it shows.</summary>
    public static IReadOnlyList<string> Files(SafeHtml body) => [.. Figure().Matches(body.ToString()).Select(m => m.Groups["file"].Value).Distinct()];

    /// <summary>Its parts, from the top. A figure whose picture has no record here any more is left as it is stored.</summary>
    public static IEnumerable<BodyPart> Parts(ArticlePrint print)
    {
        var (html, from) = (print.Text.Body.ToString(), 0);
        foreach (var figure in Figure().Matches(html).Cast<Match>())
        {
            if (print.Figures.FirstOrDefault(f => f.File == figure.Groups["file"].Value) is { } record)
            {
                yield return new BodyPart(SafeHtml.FromStore(html[from..figure.Index]));
                yield return new BodyPart(
                    SafeHtml.Empty,
                    new PictureView(record.File, record.Width, record.Height, WebUtility.HtmlDecode(figure.Groups["alt"].Value), "(min-width: 44rem) 40rem, 100vw", false) { BasePath = print.PicturePath },
                    figure.Groups["caption"] is { Success: true } caption ? WebUtility.HtmlDecode(caption.Value) : null,
                    PictureCreditView.Of(null, null, null, record.Credit, print.Page));
                from = figure.Index + figure.Length;
            }
        }

        yield return new BodyPart(SafeHtml.FromStore(html[from..]));
    }

    // What ArticleMarkup prints, and nothing looser: only the sanitizer's own output is looked at.
    [GeneratedRegex("<figure><img src=\"/(?:media|desk/pictures/file)/(?<file>[a-z0-9-]{1,120})-[0-9]{3,4}\\.webp\" alt=\"(?<alt>[^\"]*)\">(?:<figcaption>(?<caption>[^<]*)</figcaption>)?</figure>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
