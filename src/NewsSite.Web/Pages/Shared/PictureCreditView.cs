using NewsSite.Credits;
using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Shared;

/// <summary>Who made a picture, where they have a page here.</summary>
public sealed record PictureMaker(string Slug, string Name, LocalizedText Names);

/// <summary>What the record of a picture's file says of its makers and terms.</summary>
public sealed record StoredCredit(PictureMaker? Maker, string? Name, CreditRole Role, string? Organisation, string? Url, string? Licence);

/// <summary>The credit under a picture.</summary>
/// <param name="Role">Photographer or illustrator.</param>
/// <param name="Name">Who made it, as printed.</param>
/// <param name="Link">Their page here, or where they are to be found.</param>
/// <param name="Organisation">Where it comes from.</param>
/// <param name="OrganisationLink">Where that is to be found, when the maker's name leads elsewhere.</param>
/// <param name="Licence">On which terms it is shown.</param>
/// <param name="LicenceLink">Where those are to be read.</param>
/// <param name="Words">The words of the page.</param>
public sealed record PictureCreditView(
    CreditRole Role, string? Name, string? Link, string? Organisation, string? OrganisationLink, string? Licence, string? LicenceLink, Resources.Words Words)
{
    /// <summary>What the use says of its maker and terms; where it says nothing, what the file's record says.</summary>
    public static PictureCreditView Of(PictureMaker? maker, CreditRole? role, string? licence, StoredCredit? stored, SitePage page) => Of(maker, role, licence, stored, page.Words, page.Link);

    /// <summary>The same in the words of a language, with links as they are to be printed there.</summary>
    public static PictureCreditView Of(PictureMaker? maker, CreditRole? role, string? licence, StoredCredit? stored, Resources.Words words, Func<string, string> link)
    {
        var known = maker ?? stored?.Maker;
        var name = known is null ? stored?.Name : known.Names.Exactly(words.Language) ?? known.Name;
        var terms = licence ?? stored?.Licence;
        return new PictureCreditView(
            maker is null ? stored?.Role ?? CreditRole.Photographer : role ?? CreditRole.Photographer,
            name,
            known is null ? stored?.Url : link($"/contributors/{known.Slug}"),
            stored?.Organisation,
            name is null || known is not null ? stored?.Url : null,
            terms,
            PictureLicence.Of(terms)?.Url,
            words);
    }
}
