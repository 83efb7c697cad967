using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Import;

/// <summary>Finds contributors, outlets, sections and topics by any of their names, and makes those that are missing.</summary>
internal sealed class NameShelf(NewsDbContext db, ImportReport report)
{
    public async Task<Contributor> ContributorAsync(string name, CancellationToken cancel)
    {
        // Names live in several columns and a map, compared without case and compatibility forms; an archive of people is small enough to read.
        var people = await db.Contributors.ToListAsync(cancel);
        if (people.Concat(db.Contributors.Local).FirstOrDefault(p => AnyIs(name, p.AllNames)) is { } known)
        {
            report.Take($"{known.Name}, who was known here");
            return known;
        }

        report.Take($"{name}, new here");
        return db.Contributors.Add(new Contributor(FreeSlug(name, "contributor", [.. people.Concat(db.Contributors.Local).Select(p => p.Slug)]), name)).Entity;
    }

    public async Task<Publication> PublicationAsync(string name, CancellationToken cancel)
    {
        var outlets = await db.Publications.ToListAsync(cancel);
        if (outlets.FirstOrDefault(p => AnyIs(name, p.AllNames)) is { } known)
        {
            report.Take($"source {known.Name}, which was known here");
            return known;
        }

        report.Take($"source {name}, new here");
        return db.Publications.Add(new Publication(FreeSlug(name, "source", [.. outlets.Select(p => p.Slug)]), name)).Entity;
    }

    public async Task<Section> SectionAsync(string name, string language, CancellationToken cancel)
    {
        var sections = await db.Sections.ToListAsync(cancel);
        return sections.FirstOrDefault(s => AnyIs(name, [s.Slug, .. s.Name.Texts.Values]))
            ?? db.Sections.Add(new Section(
                FreeSlug(name, "section", [.. sections.Select(s => s.Slug)]), LocalizedText.Of(language, name), sections.Select(s => s.Position + 1).DefaultIfEmpty(0).Max())).Entity;
    }

    public async Task<Topic> TopicAsync(string name, string language, CancellationToken cancel)
    {
        var topics = await db.Topics.ToListAsync(cancel);
        return topics.Concat(db.Topics.Local).FirstOrDefault(t => AnyIs(name, [t.Slug, .. t.Name.Texts.Values]))
            ?? db.Topics.Add(new Topic(FreeSlug(name, "topic", [.. topics.Concat(db.Topics.Local).Select(t => t.Slug)]), LocalizedText.Of(language, name))).Entity;
    }

    private static bool AnyIs(string name, IEnumerable<string?> names) => names.Any(n => n is not null && Folded(n) == Folded(name));

    private static string Folded(string name) =>
        string.Join(' ', name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string FreeSlug(string name, string fallback, HashSet<string> taken)
    {
        var slug = Slug.From(name) is { Length: > 0 } made ? made : fallback;
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? slug : $"{slug[..Math.Min(slug.Length, Slug.MaxLength - 8)]}-{n}").First(s => !taken.Contains(s));
    }
}
