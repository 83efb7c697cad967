using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Begins a piece: something found elsewhere, a piece of one's own, or another language version of one that is here.</summary>
public sealed class NewModel(Drafting drafting, TranslationBases bases, NewNamesDesk names) : DeskPage
{
    /// <summary>The languages this person may write in.</summary>
    public IReadOnlyList<string> Tongues => [.. Site.LanguageTags.Where(Actor.MayWrite)];

    /// <summary>What was typed.</summary>
    public EditorForm Typed { get; private set; } = new() { HasSource = true };

    /// <summary>The language chosen.</summary>
    public string? Tongue { get; private set; }

    /// <summary>The piece it is another language version of.</summary>
    public int? VersionOf { get; private set; }

    /// <summary>The address of that piece, as typed.</summary>
    public string? Ours { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet(int? versionOf) => (Title, VersionOf) = (Words["Editor.New"], versionOf);

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] EditorForm typed, [FromForm] string? tongue, [FromForm] int? versionOf, [FromForm] string? ours, CancellationToken cancel)
    {
        (Title, Typed, Tongue, VersionOf, Ours) = (Words["Editor.New"], typed, tongue, versionOf, ours);
        if (LanguageTag.Canonical(tongue) is not { } language || !Actor.MayWrite(language))
        {
            return Refuse(DeskRefusal.NotAllowed);
        }

        var content = typed.ToContent() with { Basis = null };
        var version = versionOf;
        if (version is null && !string.IsNullOrWhiteSpace(ours) && (version = await bases.FindAsync(ours, BaseUrl, names.Now, cancel)) is null)
        {
            return Refuse(DeskRefusal.NotOurs);
        }

        if (version is { } other)
        {
            if (await FromAsync(other, content, cancel) is not { } begun)
            {
                return Refuse(DeskRefusal.NotFound);
            }

            content = begun;
        }

        var (id, why) = await drafting.BeginAsync(Actor, language, await names.ResolveAsync(content, Actor, cancel), version, cancel);
        return why is { } refusal ? Refuse(refusal) : Redirect(Link($"/desk/articles/{id}"));
    }

    /// <summary>Another language version begins with what the first says of its authors and its source, and with that text beside it.</summary>
    private async Task<ArticleContent?> FromAsync(int other, ArticleContent typed, CancellationToken cancel) =>
        await drafting.OpenAsync(other, cancel) is { } assignment && await bases.BeginningAsync(Actor, assignment, cancel) is { Content: var content } beginning
            ? content with
            {
                Headline = typed.Headline, Standfirst = "", Body = "", Slug = "", Picture = null, OriginalId = null,
                Credits = [.. content.Credits.Where(c => c.Role != Credits.CreditRole.Translator)],
                Basis = new ContentBasis(other, beginning.Number),
            }
            : null;
}
