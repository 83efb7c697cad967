using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Begins a piece: something found elsewhere, a piece of one's own, or another language version of one that is here.</summary>
public sealed class NewModel(Drafting drafting, NewNamesDesk names) : DeskPage
{
    /// <summary>The languages this person may write in.</summary>
    public IReadOnlyList<string> Tongues => [.. Site.LanguageTags.Where(Actor.MayWrite)];

    /// <summary>What was typed.</summary>
    public EditorForm Typed { get; private set; } = new() { HasSource = true };

    /// <summary>The language chosen.</summary>
    public string? Tongue { get; private set; }

    /// <summary>The piece it is another language version of.</summary>
    public int? VersionOf { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet(int? versionOf) => (Title, VersionOf) = (Words["Editor.New"], versionOf);

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] EditorForm typed, [FromForm] string? tongue, [FromForm] int? versionOf, CancellationToken cancel)
    {
        (Title, Typed, Tongue, VersionOf) = (Words["Editor.New"], typed, tongue, versionOf);
        if (LanguageTag.Canonical(tongue) is not { } language || !Actor.MayWrite(language))
        {
            return Refuse(DeskRefusal.NotAllowed);
        }

        var content = await names.ResolveAsync(await FromAsync(versionOf, typed.ToContent(), cancel), Actor, cancel);
        var (id, why) = await drafting.BeginAsync(Actor, language, content, versionOf, cancel);
        return why is { } refusal ? Refuse(refusal) : Redirect(Link($"/desk/articles/{id}"));
    }

    /// <summary>Another language version begins with what the first says of its authors and its source.</summary>
    private async Task<ArticleContent> FromAsync(int? versionOf, ArticleContent typed, CancellationToken cancel)
    {
        if (versionOf is not { } other || await drafting.OpenAsync(Actor, other, cancel) is not { } assignment)
        {
            return typed;
        }

        var content = (await drafting.RevisionAsync(other, assignment.LatestRevision, cancel))!.Content;
        return content with
        {
            Headline = typed.Headline, Standfirst = "", Body = "", Slug = "", Picture = null, OriginalId = null,
            Credits = [.. content.Credits.Where(c => c.Role != Credits.CreditRole.Translator)],
        };
    }
}
