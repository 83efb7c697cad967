using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NetVips;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Seeds;

namespace NewsSite.Tests.Seeds;

/// <summary>A small publication that fits the format, in a directory of its own, and an empty database to load it into. Tests spoil one file each.</summary>
public sealed class SampleDirectory : IAsyncDisposable
{
    private const string Sections = """
        - slug: cities
          name: { en: Cities, uk: Міста }
          about: { en: Streets and benches. }
        """;

    private const string Article = """
        ---
        work: slow-tram
        headline: Leave the slow tram alone
        standfirst: It is slow because it stops for people.
        section: cities
        genre: op-ed
        topics: [trams, memory]
        series: lines
        part: 1
        published: 2026-03-14T23:30:00Z
        credits:
          - { role: author, contributor: olena-tkach }
          - { role: translator, contributor: nora-whitcombe, as: N. Whitcombe }
        source:
          publication: dnipro-courier
          url: https://dnipro-courier.example/2026/03/tram
          title: Не чіпайте повільний трамвай
          language: uk
          published: 2026-03-02
        picture:
          file: tram.webp
          alt: A yellow tram climbs a street.
          credit: ilse-brandvold
          role: illustrator
          licence: CC BY 4.0
        corrections:
          - date: 2026-03-16
            kind: correction
            text: An earlier version gave the wrong year.
        ---

        The tram is slow.

        ## It stops

        So do people.
        """;

    private const string Thread = """
        comments:
          - by: Marta Lind
            after: 1h
            text: First.
            replies:
              - by: A guest
                after: 3h
                text: Last.
              - by: A rude guest
                after: 2h30m
                text: Gone.
                status: removed
                reason: Off topic
          - by: Olena Tkach
            after: 2h
            text: Second, *between* the others.
          - by: A shy guest
            after: 1d
            text: Taken back.
            status: withdrawn
        """;

    private readonly string root = Directory.CreateTempSubdirectory("newssite").FullName;

    public SampleDirectory()
    {
        Write("sections.yaml", Sections);
        Write("topics.yaml", "- { slug: trams, name: { en: Trams } }\n- { slug: memory, name: { en: Memory } }");
        Write("series.yaml", "- { slug: lines, name: { en: Lines } }");
        Write("front.yaml", "en: [slow-tram]");
        Write("readers.yaml", "- name: Marta Lind\n- { name: Olena Tkach, contributor: olena-tkach }");
        Write("contributors/olena-tkach.yaml", "name: Olena Tkach\nnames: { uk: Олена Ткач }\nscript_name: Олена Ткач\nscript_language: uk");
        Write("contributors/nora-whitcombe.yaml", "name: Nora Whitcombe");
        Write("contributors/ilse-brandvold.yaml", "name: Ilse Brandvold");
        Write("publications/dnipro-courier.yaml", "name: Dnipro Courier\nlanguage: uk\nhome: https://dnipro-courier.example");
        Write("articles/slow-tram.en.md", Article);
        Write("threads/slow-tram.en.yaml", Thread);
        Directory.CreateDirectory(PathOf("pictures"));
        using var picture = Image.Black(1000, 600, bands: 3);
        picture.Webpsave(PathOf("pictures/tram.webp"));
    }

    public string Media => Path.Combine(root, "media");

    public string PathOf(string file) => Path.Combine(root, "seeds", file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Replaces a text that must be there.</summary>
    public void Edit(string file, string old, string text)
    {
        Assert.Contains(old, Read(file), StringComparison.Ordinal);
        Write(file, Read(file).Replace(old, text, StringComparison.Ordinal));
    }

    public async Task<NewsDbContext> DatabaseAsync()
    {
        var options = new DbContextOptionsBuilder<SqliteNewsDbContext>();
        options.UseNewsSqlite($"Data Source={Path.Combine(root, "newssite.db")};Pooling=False");
        var db = new SqliteNewsDbContext(options.Options);
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        return db;
    }

    /// <summary>Loads the directory, its days counted in a zone two hours ahead of UTC.</summary>
    public async Task<SeedReport> LoadAsync(NewsDbContext db) => await new SeedLoader(db, new PictureStore(Media, $"{Media}-hidden"))
        .LoadAsync(PathOf(""), TimeZoneInfo.CreateCustomTimeZone("two", TimeSpan.FromHours(2), "two", "two"), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
