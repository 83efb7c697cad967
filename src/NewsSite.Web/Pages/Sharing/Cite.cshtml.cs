using Microsoft.AspNetCore.Mvc;
using NewsSite.Citing;
using NewsSite.Data;
using NewsSite.Web.Sharing;

namespace NewsSite.Web.Pages.Sharing;

/// <summary>How a piece is cited, in four forms to be copied.</summary>
public sealed class CiteModel(NewsDbContext db, TimeProvider clock) : PiecePage(db, clock)
{
    /// <summary>The citation.</summary>
    public Citation Citation { get; private set; } = null!;

    /// <summary>As text.</summary>
    public string Text => PlainCitation.Write(Citation, Words);

    /// <summary>In the formats programs read.</summary>
    public IEnumerable<(CitationFile File, string Text)> Files => CitationFile.All.Select(file => (file, file.Write(Citation).ReplaceLineEndings("\n")));

    /// <summary>What a file is called when it is kept.</summary>
    public string FileName(CitationFile file) => $"{Citation.Key}.{file.Ending}";

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        if (await FindAsync(year, month, day, slug, "/cite", cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        var (citation, tags) = await CitedPiece.OfAsync(Db, Card, this, Now, cancel);
        Citation = citation;
        Title = Words.Format("Cite.Of", Card.Headline);
        Keep(tags);
        return Page();
    }
}
