using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Web.Desk;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Outside;

/// <summary>What somebody outside typed.</summary>
public sealed record OutsideForm
{
    /// <summary>Their name.</summary>
    public string? Name { get; init; }

    /// <summary>The remark.</summary>
    public string? Text { get; init; }

    /// <summary>The paragraph it is about.</summary>
    public string? Paragraph { get; init; }
}

/// <summary>
/// A revision shown by a link that is its own key, with what may be answered. Whatever the reason a link does not open, the answer is that there is no such page. No
/// token stands in its forms, for whoever has the address may answer: other sites' posts are refused by the guard of all public forms.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class OutsidePage(PreviewLinks links, DraftPages pages, OutsideTools tools) : SitePage
{
    /// <summary>The link's key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The link and what was answered by it.</summary>
    public PreviewLink Shown { get; private set; } = null!;

    /// <summary>The revision, printed.</summary>
    public ArticlePrint Print { get; private set; } = null!;

    /// <summary>The paragraphs a remark may be about.</summary>
    public IReadOnlyList<string> Paragraphs { get; private set; } = [];

    /// <summary>What was typed and not taken.</summary>
    public OutsideForm Typed { get; private set; } = new();

    /// <summary>Which form it was.</summary>
    public PreviewAnswerKind? Refused { get; private set; }

    /// <summary>Why it was not taken.</summary>
    public PreviewRefusal? Why { get; private set; }

    /// <summary>The address of a page about this link.</summary>
    public string Path(string below = "") => $"/preview/{Key}{below}{(Request.Query.ContainsKey("language") ? $"?language={Language}" : "")}";

    /// <summary>The field a refusal is about; null where none can mend it.</summary>
    public string? Field(PreviewAnswerKind form) => Refused != form ? null : Why switch
    {
        PreviewRefusal.NameMissing or PreviewRefusal.NameTooLong => "name",
        PreviewRefusal.TextMissing or PreviewRefusal.TextTooLong => "text",
        PreviewRefusal.ParagraphUnknown => "paragraph",
        _ => null,
    };

    /// <summary>The key in the address. Not a handler's argument: of a post whose form cannot be read, the framework binds nothing at all.</summary>
    private string AskedKey => (string)RouteData.Values["key"]!;

    /// <summary>Shows the revision.</summary>
    protected async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var key = AskedKey;
        if (await links.FindAsync(key, cancel) is not { } link)
        {
            return NotFound();
        }

        (Key, Shown) = (key, link);
        var content = await links.ContentAsync(link, cancel);
        if (await pages.OfAsync(link.ArticleId, content, this, cancel) is not { } print)
        {
            return NotFound();
        }

        // The original's author reads the boxes in their own language where the address says so.
        if (!Request.Query.ContainsKey("language"))
        {
            Speak(print.Card.Language);
        }

        if (HttpMethods.IsGet(Request.Method))
        {
            await links.OpenedAsync(link, cancel);
        }

        (Print, Paragraphs) = (print, Text.Paragraphs.Of(content.Body));
        (Title, NoIndex) = (print.Card.Headline, true);
        return Page();
    }

    /// <summary>Takes an answer and shows what was answered, or shows the form again with all that was typed.</summary>
    protected async Task<IActionResult> TakeAsync(PreviewAnswerKind kind, OutsideForm? typed, CancellationToken cancel)
    {
        Typed = typed ?? new OutsideForm();
        int? paragraph = string.IsNullOrWhiteSpace(Typed.Paragraph) ? null : int.TryParse(Typed.Paragraph, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        Why = await links.AnswerAsync(AskedKey, new TypedAnswer(kind, Typed.Name, Typed.Text, paragraph), () => tools.Allows(HttpContext), cancel);
        if (Why == PreviewRefusal.NotThere)
        {
            return NotFound();
        }

        if (Why is null)
        {
            Key = AskedKey;
            return new SeeOtherResult($"{Path()}#answers");
        }

        Refused = kind;
        var shown = await ShowAsync(cancel);
        Response.StatusCode = Why == PreviewRefusal.TooFast ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        return shown;
    }
}
