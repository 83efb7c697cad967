using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Search;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Search;

/// <summary>What stands in the address of a search. Nothing in it can be wrong: what is understood counts, what is not is passed over and said.</summary>
public sealed class SearchForm
{
    /// <summary>The words.</summary>
    [FromQuery(Name = "q")]
    public string? Typed { get; set; }

    /// <summary>What is searched: <c>comments</c>, or pieces.</summary>
    [FromQuery(Name = "in")]
    public string? In { get; set; }

    /// <summary>Languages; several are written several times or with commas. <see cref="LanguageChoice.All"/> for no limit, whatever a browser remembers.</summary>
    [FromQuery(Name = LanguageChoice.Parameter)]
    public string[] Languages { get; set; } = [];

    /// <summary>The slug of a section.</summary>
    [FromQuery(Name = "section")]
    public string? Section { get; set; }

    /// <summary>Somebody who had a part in the piece: a slug, or a name as one would say it.</summary>
    [FromQuery(Name = "by")]
    public string? By { get; set; }

    /// <summary>The slug of the outlet the original appeared in.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; set; }

    /// <summary>The first day.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>The last day.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>The find the page begins after.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>What is searched.</summary>
    public SearchKind Kind => In == "comments" ? SearchKind.Comments : SearchKind.Articles;

    /// <summary>The day a text says; null where it says none.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The same search in an address, with some of it changed; null takes a part out.</summary>
    public string Address(params (string Name, string? Value)[] changes)
    {
        var parts = new List<(string Name, string? Value)> { ("q", Typed), ("in", In), ("section", Section), ("by", By), ("source", Source), ("from", From), ("to", To) };
        parts.RemoveAll(p => changes.Any(c => c.Name == p.Name));
        var written = parts.Concat(changes).Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return LanguageChoice.Say(written.Count == 0 ? "/search" : $"/search?{string.Join('&', written)}", Languages.Length == 0 ? null : string.Join(',', Languages));
    }
}
