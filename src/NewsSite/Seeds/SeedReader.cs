using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Text;

namespace NewsSite.Seeds;

/// <summary>Reads a publication's directory; see the README in it for the format. Everything wrong is named, and a publication with a problem is not returned.</summary>
internal sealed class SeedReader
{
    private readonly string root;
    private readonly List<SeedProblem> problems = [];

    private SeedReader(string root) => this.root = root;

    public static (SeedPublication? Publication, IReadOnlyList<SeedProblem> Problems) Read(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return (null, [new SeedProblem(directory, 0, "There is no such directory.")]);
        }

        var reader = new SeedReader(directory);
        var publication = reader.ReadAll();
        return reader.problems.Count > 0 ? (null, [.. reader.problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]) : (publication, []);
    }

    private SeedPublication ReadAll()
    {
        var sections = Named("sections.yaml");
        var topics = Named("topics.yaml");
        var series = Named("series.yaml");
        var contributors = Each("contributors", "*.yaml", ReadContributor);
        var outlets = Each("publications", "*.yaml", ReadOutlet);
        var known = new SeedReferences(
            [.. sections.Select(s => s.Slug)], [.. topics.Select(t => t.Slug)], [.. series.Select(s => s.Slug)],
            [.. contributors.Select(c => c.Slug)], [.. outlets.Select(o => o.Slug)]);
        var articles = new List<SeedArticle>();
        foreach (var path in Files("articles", "*.md"))
        {
            if (new SeedArticleReader(root, Relative(path), known, problems).Read(File.ReadAllText(path)) is { } article)
            {
                articles.Add(article);
            }
        }

        foreach (var path in Files("threads", "*.yaml"))
        {
            var file = Relative(path);
            var name = Path.GetFileNameWithoutExtension(path);
            if (articles.FirstOrDefault(a => $"{a.Slug}.{a.Language}" == name) is not { } article)
            {
                problems.Add(new SeedProblem(file, 1, $"There is no article {name}.md that this could be the conversation of."));
                continue;
            }

            article.Comments = SeedThreadReader.Read(File.ReadAllText(path), file, article, problems);
        }

        var readers = Nodes("readers.yaml").Select(n => Finish(n, new SeedReaderAccount(n.Required("name", Accounts.Account.MaxNameLength), Reference(n, "contributor", known.Contributors)))).ToList();
        return new SeedPublication(root, sections, topics, series, Front(articles), readers, contributors, outlets, articles);
    }

    private List<SeedNamed> Named(string file) =>
        [.. Nodes(file).Select(n => Finish(n, new SeedNamed(n.Slug("slug"), RequiredName(n), n.Localized("about"))))];

    private SeedContributor ReadContributor(string slug, SeedNode n) => Finish(n, new SeedContributor(
        slug, n.Required("name", Contributor.MaxNameLength), n.Localized("names"), n.Text("script_name", Contributor.MaxNameLength), n.Language("script_language"),
        n.Localized("bio"), n.Address("link"), n.Flag("organisation")));

    private SeedOutlet ReadOutlet(string slug, SeedNode n)
    {
        var language = n.Language("language");
        if (language is null)
        {
            n.Problem("language", "\"language\" is required: the language it publishes in.");
        }

        return Finish(n, new SeedOutlet(
            slug, n.Required("name", Sources.Publication.MaxNameLength), n.Localized("names"), n.Text("script_name", Sources.Publication.MaxNameLength),
            language ?? "en", n.Address("home") ?? n.Required("home"), n.Text("country", 80), n.Localized("about")));
    }

    private Dictionary<string, IReadOnlyList<string>> Front(List<SeedArticle> articles)
    {
        var front = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var node in Nodes("front.yaml"))
        {
            foreach (var language in node.Keys())
            {
                var slugs = node.Texts(language);
                foreach (var slug in slugs.Where(s => !articles.Any(a => a.Slug == s && a.Language == language)))
                {
                    node.Problem(language, $"There is no article \"{slug}\" in \"{language}\".");
                }

                if (slugs.Count > 1 + FrontPagePick.Seconds)
                {
                    node.Problem(language, $"A front page has a lead and {FrontPagePick.Seconds} seconds; {slugs.Count} pieces are named.");
                }

                front[language] = slugs;
            }
        }

        return front;
    }

    private static LocalizedText RequiredName(SeedNode node)
    {
        var name = node.Localized("name");
        if (name.IsEmpty)
        {
            node.Problem("name", "\"name\" is required.");
        }

        return name;
    }

    private static string? Reference(SeedNode node, string key, IReadOnlySet<string> known)
    {
        var slug = node.Text(key);
        if (slug is not null && !known.Contains(slug))
        {
            node.Problem(key, $"There is no {key} \"{slug}\".");
        }

        return slug;
    }

    private IReadOnlyList<SeedNode> Nodes(string file)
    {
        var path = Path.Combine(root, file);
        return File.Exists(path) ? SeedNode.Parse(File.ReadAllText(path), file, 0, problems) : [];
    }

    private List<T> Each<T>(string folder, string pattern, Func<string, SeedNode, T> read)
    {
        var items = new List<T>();
        foreach (var path in Files(folder, pattern))
        {
            var slug = Path.GetFileNameWithoutExtension(path);
            if (!Slug.IsValid(slug))
            {
                problems.Add(new SeedProblem(Relative(path), 1, $"The file's name \"{slug}\" is not a slug."));
            }
            else if (SeedNode.Parse(File.ReadAllText(path), Relative(path), 0, problems) is [var node])
            {
                items.Add(read(slug, node));
            }
        }

        return items;
    }

    private string[] Files(string folder, string pattern)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path) ? [.. Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal)] : [];
    }

    private string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static T Finish<T>(SeedNode node, T item)
    {
        node.RefuseTheRest();
        return item;
    }
}

/// <summary>The slugs that articles may refer to.</summary>
internal sealed record SeedReferences(
    IReadOnlySet<string> Sections, IReadOnlySet<string> Topics, IReadOnlySet<string> Series, IReadOnlySet<string> Contributors, IReadOnlySet<string> Outlets)
{
    public SeedReferences(string[] sections, string[] topics, string[] series, string[] contributors, string[] outlets)
        : this(sections.ToHashSet(), topics.ToHashSet(), series.ToHashSet(), contributors.ToHashSet(), outlets.ToHashSet())
    {
    }
}
