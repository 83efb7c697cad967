using Microsoft.AspNetCore.Mvc.ApplicationModels;
using NewsSite.Citing;

namespace NewsSite.Web.Sharing;

/// <summary>A format a citation is taken away in.</summary>
/// <param name="Ending">How its address and its file end.</param>
/// <param name="Name">What people call it.</param>
/// <param name="MediaType">What programs call it.</param>
/// <param name="Write">Writes it.</param>
public sealed record CitationFile(string Ending, string Name, string MediaType, Func<Citation, string> Write)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CitationFile> All { get; } =
    [
        new("bib", "BibTeX", BibTexCitation.MediaType, BibTexCitation.Write),
        new("ris", "RIS", RisCitation.MediaType, RisCitation.Write),
        new("json", "CSL-JSON", CslCitation.MediaType, CslCitation.Write),
    ];

    /// <summary>The format an address ends in; null for any other end.</summary>
    public static CitationFile? Of(string path) => All.FirstOrDefault(f => path.EndsWith($".{f.Ending}", StringComparison.Ordinal));

    /// <summary>True for the type of a citation, with whatever stands behind it.</summary>
    public static bool IsTypeOf(string contentType) => All.Any(f => contentType.StartsWith(f.MediaType, StringComparison.Ordinal));
}

/// <summary>Where the files are.</summary>
internal static class CitationAddresses
{
    public static void AddCitationAddresses(this PageConventionCollection conventions)
    {
        // The first is the page's own.
        foreach (var file in CitationFile.All.Skip(1))
        {
            conventions.AddPageRoute("/Sharing/CiteFile", $"/{{year:length(4):int}}/{{month:length(2):int}}/{{day:length(2):int}}/{{slug}}/cite.{file.Ending}");
        }
    }
}
