using System.Text;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Text;

namespace NewsSite.Seeds;

/// <summary>Reads a publication's directory; see the README in it for the format. Everything wrong is named, and a publication with a problem is not returned.</summary>
internal sealed class SeedReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly HashSet<string> Names =
    [
        "README.md", "sections.yaml", "topics.yaml", "series.yaml", "front.yaml", "readers.yaml", "contributors", "publications", "articles", "threads", "pictures",
    ];

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
        var contributors = Each("contributors", ReadContributor);
        var outlets = Each("publications", ReadOutlet);
        var known = new SeedReferences(
            [.. sections.Select(s => s.Slug)], [.. topics.Select(t => t.Slug)], [.. series.Select(s => s.Slug)],
            [.. contributors.Select(c => c.Slug)], [.. outlets.Select(o => o.Slug)]);
        var articles = new List<SeedArticle>();
        foreach (var path in Files("articles", ".md"))
        {
            if (Content(path) is { } text && new SeedArticleReader(root, Relative(path), known, problems).Read(text) is { } article)
            {
                articles.Add(article);
            }
        }

        foreach (var path in Files("threads", ".yaml"))
        {
            var file = Relative(path);
            var name = Path.GetFileNameWithoutExtension(path);
            if (articles.FirstOrDefault(a => $"{a.Slug}.{a.Language}" == name) is not { } article)
            {
                problems.Add(new SeedProblem(file, 1, $"There is no article {name}.md that this could be the conversation of."));
                continue;
            }

            article.Comments = Content(path) is { } yaml ? SeedThreadReader.Read(yaml, file, article, problems) : [];
        }

        var readers = Entries("readers.yaml", "name", n => new SeedReaderAccount(n.Required("name", Accounts.Account.MaxNameLength), Reference(n, "contributor", known.Contributors)), r => r.Name);
        RefuseSharedParts(articles);
        RefuseStrangers();
        return new SeedPublication(root, sections, topics, series, Front(articles), readers, contributors, outlets, articles);
    }

    private List<SeedNamed> Named(string file) =>
        Entries(file, "slug", n => new SeedNamed(n.Slug("slug"), RequiredName(n), n.Localized("about")), n => n.Slug);

    private static SeedContributor ReadContributor(string slug, SeedNode n)
    {
        if (n.Text("script_name") is not null && n.Text("script_language") is null)
        {
            n.Problem("script_name", "\"script_language\" is required with \"script_name\".");
        }

        return Finish(n, new SeedContributor(slug, n.Required("name", Contributor.MaxNameLength), n.Localized("names"), n.Text("script_name", Contributor.MaxNameLength), n.Language("script_language"),
        n.Localized("bio"), n.Address("link"), n.Flag("organisation")));
    }

    private static SeedOutlet ReadOutlet(string slug, SeedNode n)
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
        if (!File.Exists(Path.Combine(root, "front.yaml")) || Content(Path.Combine(root, "front.yaml")) is not { } yaml
            || SeedNode.ParseMapping(yaml, "front.yaml", 0, problems) is not { } node)
        {
            return front;
        }

        foreach (var language in node.Keys())
        {
            var slugs = node.Texts(language);
            foreach (var slug in slugs.Where(s => !articles.Any(a => a.Slug == s && a.Language == language)))
            {
                node.Problem(language, $"There is no article \"{slug}\" in \"{language}\".");
            }

            if (slugs.Distinct().Count() < slugs.Count)
            {
                node.Problem(language, "A piece is named twice.");
            }

            if (slugs.Count > 1 + FrontPagePick.Seconds)
            {
                node.Problem(language, $"A front page has a lead and {FrontPagePick.Seconds} seconds; {slugs.Count} pieces are named.");
            }

            front[language] = slugs;
        }

        node.RefuseTheRest();
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

    /// <summary>The entries of a list, each known by the value of one key, which no two may share.</summary>
    private List<T> Entries<T>(string file, string key, Func<SeedNode, T> read, Func<T, string> name)
    {
        var path = Path.Combine(root, file);
        var items = new List<T>();
        var names = new HashSet<string>();
        foreach (var node in File.Exists(path) && Content(path) is { } yaml ? SeedNode.ParseList(yaml, file, problems) : [])
        {
            var item = Finish(node, read(node));
            items.Add(item);
            if (!names.Add(name(item)))
            {
                node.Problem(key, $"\"{name(item)}\" is there twice.");
            }
        }

        return items;
    }

    private List<T> Each<T>(string folder, Func<string, SeedNode, T> read)
    {
        var items = new List<T>();
        foreach (var path in Files(folder, ".yaml"))
        {
            var slug = Path.GetFileNameWithoutExtension(path);
            if (!Slug.IsValid(slug))
            {
                problems.Add(new SeedProblem(Relative(path), 1, $"The file's name \"{slug}\" is not a slug."));
            }
            else if (Content(path) is { } yaml && SeedNode.ParseMapping(yaml, Relative(path), 0, problems) is { } node)
            {
                items.Add(read(slug, node));
            }
        }

        return items;
    }

    private void RefuseSharedParts(List<SeedArticle> articles)
    {
        foreach (var shared in articles.Where(a => a.Series is not null).GroupBy(a => (a.Series, a.Part, a.Language)).Where(g => g.Count() > 1).SelectMany(g => g.Skip(1)))
        {
            problems.Add(new SeedProblem(shared.File, 1, $"Another article in \"{shared.Language}\" is part {shared.Part} of the series \"{shared.Series}\"."));
        }
    }

    /// <summary>A file or folder with a misspelt name must not vanish, either. Names that begin with a dot are passed over.</summary>
    private void RefuseStrangers()
    {
        foreach (var path in Directory.GetFileSystemEntries(root).Where(p => Path.GetFileName(p) is var name && name[0] != '.' && !Names.Contains(name)))
        {
            problems.Add(new SeedProblem(Relative(path), 1, "This is not one of the publication's files; see the README beside it."));
        }
    }

    private string[] Files(string folder, string extension)
    {
        var path = Path.Combine(root, folder);
        var files = Directory.Exists(path) ? Directory.GetFiles(path).Where(f => Path.GetFileName(f)[0] != '.').Order(StringComparer.Ordinal).ToArray() : [];
        problems.AddRange(files.Where(f => Path.GetExtension(f) != extension).Select(f => new SeedProblem(Relative(f), 1, $"The files of {folder} end in {extension}.")));
        return [.. files.Where(f => Path.GetExtension(f) == extension)];
    }

    /// <summary>The text of a file; null, with a problem noted, where it is not UTF-8.</summary>
    private string? Content(string path)
    {
        try
        {
            return File.ReadAllText(path, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new SeedProblem(Relative(path), 1, "The file is not UTF-8 text."));
            return null;
        }
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
