using NewsSite.Media;

namespace NewsSite.Sources;

/// <summary>Why a piece may not be republished by others. Each has a sentence under <c>Republish.Bar.</c> and its name.</summary>
public enum RepublishingBar
{
    /// <summary>No permission is recorded, or it is asked for and not given.</summary>
    NotSettled,

    /// <summary>Permission was given to this site, and nothing was said of others.</summary>
    ForUsAlone,

    /// <summary>The author gave it to this site, and nothing was said of others.</summary>
    FromTheAuthor,

    /// <summary>It appears here as a quotation, which each has to answer for themselves.</summary>
    Quotation,

    /// <summary>A licence allows it, but which one is not recorded.</summary>
    LicenceNotNamed,

    /// <summary>The permission has ended.</summary>
    Ended,

    /// <summary>It is this site's own, which offers its texts to nobody by itself.</summary>
    OwnNotOffered,
}

/// <summary>What is recorded of a source's permission.</summary>
/// <param name="State">How things stand.</param>
/// <param name="Line">The public line about it.</param>
/// <param name="Terms">On which terms others may republish.</param>
/// <param name="Ends">The last day it holds.</param>
public sealed record PermissionRecord(PermissionState State, string? Line, string? Terms, DateOnly? Ends);

/// <summary>
/// Whether others may republish a piece, and on which terms. Permission to publish here is not permission for others: that is only where the record says on which terms,
/// or names a licence. Nothing is allowed by silence.
/// </summary>
/// <param name="Bar">Why not; null where they may.</param>
/// <param name="Terms">On which terms, as printed; null where they may not.</param>
/// <param name="Ends">The last day the permission holds, or held; null for one without an end.</param>
public sealed record Republishing(RepublishingBar? Bar, string? Terms, DateOnly? Ends = null)
{
    /// <summary>True where others may.</summary>
    public bool IsAllowed => Bar is null;

    /// <summary>The licence the terms are, where it is a known one.</summary>
    public PictureLicence? Licence => PictureLicence.Of(Terms);

    /// <summary>Decides.</summary>
    /// <param name="permission">What is recorded; null for a piece of this site's own.</param>
    /// <param name="ownTerms">On which terms this site offers its own pieces; null for none.</param>
    /// <param name="today">The day, in the site's time zone.</param>
    public static Republishing Of(PermissionRecord? permission, string? ownTerms, DateOnly today)
    {
        if (permission is null)
        {
            return Said(ownTerms) is { } own ? new Republishing(null, own) : new Republishing(RepublishingBar.OwnNotOffered, null);
        }

        var terms = Said(permission.Terms);
        return permission.State switch
        {
            PermissionState.Granted when terms is null => new Republishing(RepublishingBar.ForUsAlone, null, permission.Ends),
            PermissionState.OwnWork when terms is null => new Republishing(RepublishingBar.FromTheAuthor, null, permission.Ends),
            PermissionState.Granted or PermissionState.OwnWork => UntilTheEnd(terms!),
            PermissionState.Licence => (terms ?? NamedIn(permission.Line)) is { } licence ? UntilTheEnd(licence) : new Republishing(RepublishingBar.LicenceNotNamed, null, permission.Ends),
            PermissionState.FairUse => new Republishing(RepublishingBar.Quotation, null),
            _ => new Republishing(RepublishingBar.NotSettled, null),
        };

        Republishing UntilTheEnd(string allowed) => permission.Ends < today ? new Republishing(RepublishingBar.Ended, null, permission.Ends) : new Republishing(null, allowed, permission.Ends);
    }

    /// <summary>The known licence a line names, before there was a field for it.</summary>
    private static string? NamedIn(string? line) => line is null ? null
        : PictureLicence.Offered.FirstOrDefault(l => line.Contains(l.Name, StringComparison.OrdinalIgnoreCase) || line.Contains(l.Url, StringComparison.OrdinalIgnoreCase))?.Name;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
