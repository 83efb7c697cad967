using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Seeds;

/// <summary>Reads an article's file: YAML front matter between two lines of three hyphens, then Markdown.</summary>
internal sealed class SeedArticleReader(string root, string file, SeedReferences known, List<SeedProblem> problems)
{
    private const int MaxHeadline = 120;
    private const int MaxStandfirst = 300;

    public SeedArticle? Read(string text)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var dot = name.LastIndexOf('.');
        var (slug, language) = dot > 0 ? (name[..dot], name[(dot + 1)..]) : (name, "");
        if (language.Length == 0 || LanguageTag.Canonical(language) != language || !Slug.IsValid(slug))
        {
            return Refuse(1, "The file's name must be a slug, a dot, a language and .md, such as leave-the-slow-tram-alone.en.md.");
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, 1, l => l.TrimEnd() == "---");
        if (lines[0].TrimEnd() != "---" || end < 0)
        {
            return Refuse(1, "The file must begin with front matter between two lines of three hyphens.");
        }

        if (SeedNode.ParseMapping(string.Join('\n', lines[1..end]), file, 1, problems) is not { } node)
        {
            return null;
        }

        var article = ReadFrontMatter(node, slug, language, string.Join('\n', lines[(end + 1)..]).Trim());
        node.RefuseTheRest();
        if (ArticleMarkup.Render(article.Body, language) is { } rendered && (rendered.Refusal is not null || rendered.Words == 0))
        {
            return Refuse(end + 2, rendered.Refusal switch
            {
                MarkupRefusal.TooLong => $"The text is longer than {ArticleMarkup.MaxLength:N0} characters.",
                MarkupRefusal.TooDeep => "The text is nested too deeply.",
                _ => "There is no text.",
            });
        }

        return article;
    }

    private SeedArticle ReadFrontMatter(SeedNode node, string slug, string language, string body)
    {
        var series = Known(node, "series", known.Series);
        var part = node.Number("part");
        if (series is null != (node.Text("part") is null))
        {
            node.Problem(series is null ? "part" : "series", "\"series\" and \"part\" belong together.");
        }

        var topics = node.Texts("topics");
        if (topics.Distinct().Count() < topics.Count)
        {
            node.Problem("topics", "A topic is named twice.");
        }

        foreach (var topic in topics.Where(t => !known.Topics.Contains(t)))
        {
            node.Problem("topics", $"There is no topic \"{topic}\".");
        }

        var credits = node.Children("credits").Select(ReadCredit).OfType<SeedCredit>().ToList();
        if (credits.Count == 0)
        {
            node.Problem("credits", "At least one credit is required.");
        }

        var genre = node.Choice<Genre>("genre");
        if (genre is null && node.Text("genre") is null)
        {
            node.Problem("genre", "\"genre\" is required.");
        }

        var published = node.Instant("published");
        return new SeedArticle
        {
            Slug = slug,
            Language = language,
            Work = node.Text("work") is not null ? node.Slug("work") : slug,
            Headline = node.Required("headline", MaxHeadline),
            Standfirst = node.Text("standfirst", MaxStandfirst) ?? "",
            Section = Known(node, "section", known.Sections) ?? node.Required("section"),
            Genre = genre ?? default,
            Topics = topics,
            Series = series,
            Part = part,
            Published = published,
            Conversation = node.Choice<ConversationMode>("conversation"),
            Credits = credits,
            Source = node.Child("source") is { } source ? ReadSource(source) : null,
            Picture = node.Child("picture") is { } picture ? ReadPicture(picture) : null,
            Corrections = [.. node.Children("corrections").Select(c => ReadCorrection(c, published))],
            Body = body,
        };
    }

    private SeedCredit? ReadCredit(SeedNode node)
    {
        var role = node.Choice<CreditRole>("role");
        var contributor = Known(node, "contributor", known.Contributors);
        var credit = new SeedCredit(role ?? default, contributor ?? node.Required("contributor"), node.Text("as", Contributor.MaxNameLength));
        if (role is null)
        {
            node.Problem("role", "\"role\" is required: author, translator, editor, photographer, illustrator or interviewer.");
        }

        node.RefuseTheRest();
        return role is null || contributor is null ? null : credit;
    }

    private SeedSource ReadSource(SeedNode node)
    {
        var source = new SeedSource(
            Known(node, "publication", known.Outlets) ?? node.Required("publication"), node.Address("url"), node.Text("title", 500), node.Language("language"),
            node.Day("published"), node.Address("archived"), node.Text("permission", 500), node.Text("terms", Source.MaxTermsLength));
        node.RefuseTheRest();
        return source;
    }

    private SeedPicture ReadPicture(SeedNode node)
    {
        var picture = new SeedPicture(
            node.Required("file", 100), node.Required("alt", 500), node.Text("caption", 500), Known(node, "credit", known.Contributors),
            node.Choice("role", CreditRole.Photographer, CreditRole.Illustrator) ?? CreditRole.Photographer, node.Text("licence", 80));
        if (picture.File.Length > 0 && (Path.GetFileName(picture.File) != picture.File || !File.Exists(Path.Combine(root, "pictures", picture.File))))
        {
            node.Problem("file", $"There is no picture \"{picture.File}\" in pictures.");
        }

        node.RefuseTheRest();
        return picture;
    }

    private static SeedCorrection ReadCorrection(SeedNode node, DateTime published)
    {
        var correction = new SeedCorrection(node.Day("date") ?? default, node.Choice<CorrectionKind>("kind") ?? default, node.Required("text", Correction.MaxLength));
        if (correction.Date == default)
        {
            node.Problem("date", "\"date\" is required: a day such as 2026-03-14.");
        }
        else if (correction.Date < DateOnly.FromDateTime(published))
        {
            node.Problem("date", "A correction must not be earlier than the article.");
        }

        if (node.Text("kind") is null)
        {
            node.Problem("kind", "\"kind\" is required: correction, clarification or update.");
        }

        node.RefuseTheRest();
        return correction;
    }

    private static string? Known(SeedNode node, string key, IReadOnlySet<string> slugs)
    {
        var slug = node.Text(key);
        if (slug is not null && !slugs.Contains(slug))
        {
            node.Problem(key, $"There is no {key} \"{slug}\".");
        }

        return slug;
    }

    private SeedArticle? Refuse(int line, string reason)
    {
        problems.Add(new SeedProblem(file, line, reason));
        return null;
    }
}
