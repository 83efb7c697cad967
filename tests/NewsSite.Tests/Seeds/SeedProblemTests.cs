using NewsSite.Seeds;

namespace NewsSite.Tests.Seeds;

/// <summary>What does not fit the format is named with its file, its line and the reason.</summary>
public sealed class SeedProblemTests
{
    private const string Article = "articles/slow-tram.en.md";
    private const string Thread = "threads/slow-tram.en.yaml";

    [Fact]
    public async Task A_publication_that_fits_has_no_problem()
    {
        await using var sample = new SampleDirectory();

        Assert.Empty(await ProblemsOf(sample));
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_a_problem()
    {
        await using var sample = new SampleDirectory();
        Directory.Delete(sample.PathOf(""), recursive: true);

        Assert.Equal("There is no such directory.", Assert.Single(await ProblemsOf(sample)).Reason);
    }

    [Theory]
    [InlineData(Article, "genre: op-ed", "genre: op-ed\ncolour: red", 7, "\"colour\" is not a key of this file; see the README beside the publication.")]
    [InlineData(Article, "url: https", "link: https", 16, "\"link\" is not a key of this file; see the README beside the publication.")]
    [InlineData(Article, "headline: Leave the slow tram alone", "headline: [a, b]", 3, "\"headline\" must be a text.|\"headline\" is required.")]
    [InlineData(Article, "standfirst: It is slow because it stops for people.\n", "standfirst: { en: Slow }\n", 4, "\"standfirst\" must be a text.")]
    [InlineData(Article, "headline: Leave the slow tram alone\n", "", 2, "\"headline\" is required.")]
    [InlineData(Article, "section: cities", "section: towns", 5, "There is no section \"towns\".")]
    [InlineData(Article, "genre: op-ed", "genre: novel", 6, "\"genre\" may be op-ed, analysis, interview, report; it is \"novel\".")]
    [InlineData(Article, "genre: op-ed", "genre: oped", 6, "\"genre\" may be op-ed, analysis, interview, report; it is \"oped\".")]
    [InlineData(Article, "topics: [trams, memory]", "topics: [trams, trains]", 7, "There is no topic \"trains\".")]
    [InlineData(Article, "topics: [trams, memory]", "topics: [trams, trams]", 7, "A topic is named twice.")]
    [InlineData(Article, "topics: [trams, memory]", "topics: trams", 7, "\"topics\" must be a list.")]
    [InlineData(Article, "part: 1\n", "", 8, "\"series\" and \"part\" belong together.")]
    [InlineData(Article, "part: 1", "part: first", 9, "\"part\" must be a whole number from 1; it is \"first\".")]
    [InlineData(Article, "2026-03-14T23:30:00Z", "2026-03-14T23:30:00", 10, "\"2026-03-14T23:30:00\" is not an instant such as 2026-03-14T08:30:00Z.")]
    [InlineData(Article, "2026-03-14T23:30:00Z", "9999-12-31T23:30:00Z", 10, "\"9999-12-31T23:30:00Z\" is not an instant such as 2026-03-14T08:30:00Z.")]
    [InlineData(Article, "role: author, contributor: olena-tkach", "role: author, contributor: nobody", 12, "There is no contributor \"nobody\".")]
    [InlineData(Article, "role: author,", "role: poet,", 12, "\"role\" may be author, interviewer, translator, editor, photographer, illustrator; it is \"poet\".|\"role\" is required: author, translator, editor, photographer, illustrator or interviewer.")]
    [InlineData(Article, "publication: dnipro-courier", "publication: nowhere", 15, "There is no publication \"nowhere\".")]
    [InlineData(Article, "https://dnipro-courier.example/2026/03/tram", "javascript:alert(1)", 16, "\"javascript:alert(1)\" is not an http or https address.")]
    [InlineData(Article, "language: uk", "language: Ukrainian", 18, "\"Ukrainian\" is not a language tag such as uk or pt-BR.")]
    [InlineData(Article, "published: 2026-03-02", "published: 2 March", 19, "\"2 March\" is not a day such as 2026-03-14.")]
    [InlineData(Article, "file: tram.webp", "file: bus.webp", 21, "There is no picture \"bus.webp\" in pictures.")]
    [InlineData(Article, "file: tram.webp", "file: ../pictures/tram.webp", 21, "There is no picture \"../pictures/tram.webp\" in pictures.")]
    [InlineData(Article, "  alt: A yellow tram climbs a street.\n", "", 21, "\"alt\" is required.")]
    [InlineData(Article, "role: illustrator", "role: author", 24, "\"role\" may be photographer, illustrator; it is \"author\".")]
    [InlineData(Article, "date: 2026-03-16", "date: 2026-03-13", 27, "A correction must not be earlier than the article.")]
    [InlineData(Article, "The tram is slow.\n\n## It stops\n\nSo do people.", "", 31, "There is no text.")]
    [InlineData(Article, "headline: Leave", "headline: 'Leave", 3, "This is not well-formed YAML: ", "prefix")]
    [InlineData(Article, "genre: op-ed", "genre: op-ed\ngenre: report", 7, "This is not well-formed YAML: ", "prefix")]
    [InlineData(Article, "genre: op-ed", "genre: &g op-ed", 6, "This is not well-formed YAML: anchors and aliases are not used here.")]
    [InlineData(Thread, "after: 3h", "after: 1h", 7, "A reply must be later than the comment it answers.")]
    [InlineData(Thread, "after: 3h", "after: soon", 7, "\"soon\" is not a time such as 2d4h20m.")]
    [InlineData(Thread, "        reason: Off topic\n", "", 9, "\"reason\" belongs to removed comments, and each of them needs one.")]
    [InlineData(Thread, "status: withdrawn", "status: withdrawn\n    reason: Mine", 21, "\"reason\" belongs to removed comments, and each of them needs one.")]
    [InlineData(Thread, "status: withdrawn", "status: rejected", 20, "\"status\" may be published, withdrawn, removed, held; it is \"rejected\".")]
    [InlineData(Thread, "by: A shy guest\n    after: 1d", "by: Marta Lind\n    after: 60m", 18, "Marta Lind has another comment of that minute; the name and the time are how a comment is known.")]
    [InlineData(Thread, "text: First.", "words: First.", 2, "\"text\" is required.", "text")]
    [InlineData("sections.yaml", "name: { en: Cities, uk: Міста }", "name: Cities", 2, "\"name\" must be a map from language to text, such as { en: Waters }.|\"name\" is required.")]
    [InlineData("sections.yaml", "{ en: Cities, uk: Міста }", "{ en: Cities, EN: Cities }", 2, "\"name\" must be a map from language to text, such as { en: Waters }.|\"name\" is required.")]
    [InlineData("topics.yaml", "slug: memory", "slug: trams", 2, "\"trams\" is there twice.")]
    [InlineData("topics.yaml", "slug: memory", "slug: Old_Days", 2, "\"Old_Days\" is not a slug: lower-case Latin letters, digits and single hyphens, at most 80.")]
    [InlineData("readers.yaml", "name: Olena Tkach", "name: Marta Lind", 2, "\"Marta Lind\" is there twice.")]
    [InlineData("readers.yaml", "contributor: olena-tkach", "contributor: nobody", 2, "There is no contributor \"nobody\".")]
    [InlineData("front.yaml", "[slow-tram]", "[fast-tram]", 1, "There is no article \"fast-tram\" in \"en\".")]
    [InlineData("front.yaml", "[slow-tram]", "[slow-tram, slow-tram]", 1, "A piece is named twice.")]
    [InlineData("front.yaml", "en: [slow-tram]", "uk: [slow-tram]", 1, "There is no article \"slow-tram\" in \"uk\".")]
    [InlineData("front.yaml", "en: [slow-tram]", "- en", 1, "Expected keys and values.")]
    [InlineData("front.yaml", "en: [slow-tram]", "en: [slow-tram]\n---\nuk: []", 3, "A second document begins here; a file holds one.")]
    [InlineData("contributors/olena-tkach.yaml", "\nscript_language: uk", "", 3, "\"script_language\" is required with \"script_name\".")]
    [InlineData("contributors/nora-whitcombe.yaml", "name: Nora Whitcombe", "name: Nora Whitcombe\norganisation: perhaps", 2, "\"organisation\" must be true or false.")]
    [InlineData("contributors/nora-whitcombe.yaml", "name: Nora Whitcombe", "- name: Nora Whitcombe", 1, "Expected keys and values.", "name")]
    [InlineData("publications/dnipro-courier.yaml", "language: uk\n", "", 1, "\"language\" is required: the language it publishes in.")]
    public async Task A_file_that_does_not_fit_is_named_with_its_line_and_the_reason(string file, string old, string text, int line, string reasons, string? only = null)
    {
        await using var sample = new SampleDirectory();
        sample.Edit(file, old, text);

        var problems = (await ProblemsOf(sample)).Where(p => p.File == file).ToList();

        if (only == "prefix")
        {
            Assert.StartsWith($"{file}:{line}: {reasons}", Assert.Single(problems).ToString(), StringComparison.Ordinal);
        }
        else if (only is not null)
        {
            // One slip with two sides to it: the other is named, too.
            Assert.Contains(new SeedProblem(file, line, reasons), problems);
        }
        else
        {
            Assert.Equal(reasons.Split('|').Select(r => new SeedProblem(file, line, r)), problems);
        }
    }

    [Theory]
    [InlineData("articles/slow-tram.md", "The file's name must be a slug, a dot, a language and .md, such as leave-the-slow-tram-alone.en.md.")]
    [InlineData("articles/slow-tram.EN.md", "The file's name must be a slug, a dot, a language and .md, such as leave-the-slow-tram-alone.en.md.")]
    [InlineData("articles/fast-tram.en.md", "The file must begin with front matter between two lines of three hyphens.")]
    [InlineData("articles/fast-tram.en.txt", "The files of articles end in .md.")]
    [InlineData("threads/fast-tram.en.yaml", "There is no article fast-tram.en.md that this could be the conversation of.")]
    [InlineData("threads/slow-tram.uk.yaml", "There is no article slow-tram.uk.md that this could be the conversation of.")]
    [InlineData("contributors/Nora W.yaml", "The file's name \"Nora W\" is not a slug.")]
    [InlineData("contributors/empty.yaml", "The file is empty.", "")]
    [InlineData("contributers", "This is not one of the publication's files; see the README beside it.")]
    public async Task A_file_that_is_none_of_the_publication_is_named(string file, string reason, string text = "name: Nobody")
    {
        await using var sample = new SampleDirectory();
        sample.Write(file, text);

        Assert.Equal([new SeedProblem(file, 1, reason)], await ProblemsOf(sample));
    }

    [Fact]
    public async Task A_file_that_is_not_utf_8_is_named()
    {
        await using var sample = new SampleDirectory();
        File.WriteAllBytes(sample.PathOf("topics.yaml"), [0x2d, 0x20, 0xff, 0xfe]);

        Assert.Contains(new SeedProblem("topics.yaml", 1, "The file is not UTF-8 text."), await ProblemsOf(sample));
    }

    [Fact]
    public async Task A_headline_too_long_is_named()
    {
        await using var sample = new SampleDirectory();
        sample.Edit(Article, "Leave the slow tram alone", new string('a', 121));

        Assert.Equal([new SeedProblem(Article, 3, "\"headline\" has 121 characters; at most 120 are allowed.")], await ProblemsOf(sample));
    }

    [Fact]
    public async Task Two_articles_of_a_language_cannot_be_the_same_part_of_a_series()
    {
        await using var sample = new SampleDirectory();
        sample.Write("articles/zzz.en.md", sample.Read(Article));

        Assert.Equal([new SeedProblem("articles/zzz.en.md", 1, "Another article in \"en\" is part 1 of the series \"lines\".")], await ProblemsOf(sample));
    }

    [Fact]
    public async Task A_file_nested_without_end_is_a_problem_and_not_the_end_of_the_program()
    {
        await using var sample = new SampleDirectory();
        sample.Write("front.yaml", "en: " + new string('[', 100_000));

        Assert.Equal("This is not well-formed YAML: it nests deeper than 500 levels.", Assert.Single(await ProblemsOf(sample)).Reason);
    }

    [Fact]
    public async Task Every_problem_of_every_file_is_named_in_order()
    {
        await using var sample = new SampleDirectory();
        sample.Edit(Article, "genre: op-ed", "genre: novel");
        sample.Edit(Article, "section: cities", "section: towns");
        sample.Edit("sections.yaml", "slug: cities", "slug: cities\n  colour: red");

        Assert.Equal([(Article, 5), (Article, 6), ("sections.yaml", 2)], (await ProblemsOf(sample)).Select(p => (p.File, p.Line)));
    }

    private static async Task<IReadOnlyList<SeedProblem>> ProblemsOf(SampleDirectory sample)
    {
        await using var db = await sample.DatabaseAsync();
        return (await sample.LoadAsync(db)).Problems;
    }
}
