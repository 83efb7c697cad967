using System.Text;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Sharing;

namespace NewsSite.Web.Pages.Sharing;

/// <summary>A piece's citation as a file for a reference manager; the address says in which format (<see cref="CitationAddresses"/>).</summary>
public sealed class CiteFileModel(NewsDbContext db, TimeProvider clock) : PiecePage(db, clock)
{
    /// <summary>Answers with it.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        if (CitationFile.Of(Request.Path.Value!) is not { } file)
        {
            return NotFound();
        }

        if (await FindAsync(year, month, day, slug, $"/cite.{file.Ending}", cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        var (citation, tags) = await CitedPiece.OfAsync(Db, Card, this, Now, cancel);
        HttpContext.Features.Set(new CachedPage(tags)
        {
            Headers = new Dictionary<string, string?>
            {
                ["Content-Disposition"] = $"attachment; filename=\"{citation.Key}.{file.Ending}\"",
                ["X-Robots-Tag"] = "noindex",
            },
        });
        // JSON says itself that it is UTF-8.
        return File(Encoding.UTF8.GetBytes(file.Write(citation)), file.Ending == "json" ? file.MediaType : $"{file.MediaType}; charset=utf-8");
    }
}
