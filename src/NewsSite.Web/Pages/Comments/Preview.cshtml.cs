using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Comments;

/// <summary>What a text would look like, for the form's script: a fragment, rendered and sanitised as the comment would be.</summary>
[IgnoreAntiforgeryToken]
public sealed class PreviewModel : PersonalPage
{
    /// <summary>The markup.</summary>
    public SafeHtml Html { get; private set; }

    /// <summary>Why there is none.</summary>
    public CommentRefusal? Refusal { get; private set; }

    /// <summary>Only posts are answered: there is nothing to preview without a text.</summary>
    public IActionResult OnGet() => NotFound();

    /// <summary>Renders the text.</summary>
    public void OnPost([FromForm] string? text)
    {
        var rendered = CommentMarkup.Render(TypedText.Clean(text ?? ""));
        Html = rendered.Html;
        Refusal = rendered.Refusal is { } why ? CommentRefusals.Of(why) : null;
    }
}
