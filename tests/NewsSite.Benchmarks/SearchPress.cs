using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Data;

// What is put into statements are the model's own names and numbers.
#pragma warning disable EF1002

namespace NewsSite.Benchmarks;

/// <summary>
/// Makes pieces and comments by the hundred thousand, in three languages, from invented words that are as common as words are (Zipf): the first is every twelfth or so, the last one of ten million.
/// Rows are copies of one the site made, with other texts, so that nothing about them is new to it.
/// </summary>
internal sealed class SearchPress(SiteData data)
{
    private const int Vocabulary = 60_000;

    private const int Names = 2_000;

    private const int PieceLength = 600;

    private const int CommentLength = 45;

    private const int ArticlesAtOnce = 500;

    private const int CommentsAtOnce = 2_000;

    private static readonly (string Tag, string[] Syllables)[] Languages =
    [
        ("en", "ba be bi bo cor da den dis ed ei fal fen gra hol in ka lan ler mar men mi nor on pel qua ren sa ser sol tan ter ti tur un ver wen yor za".Split(' ')),
        ("uk", "ба бе ви го да ді до жа зе зна їж ка ки ко кра ле ло мі мо на не ни но об па по при ра ре ро са сві сло ста та те ти то тру хо ча чо ша ща".Split(' ')),
        ("ar", "با بر تا جم حا خر دا ذه را زم سا شم صا طر عا غن فا قد كا لم ما نو ها ور يا سل عر مد كت نب".Split(' ')),
    ];

    private static readonly double[] Sums = Cumulate();

    private readonly Random random = new(20261126);

    private List<string> sections = [];

    public async Task FillAsync(int articles, int comments)
    {
        await using var db = data.Open();
        var (article, comment, contributors) = await PatternsAsync(db);
        var (firstArticle, firstComment, firstWork) = (await db.Articles.MaxAsync(a => a.Id) + 1, await db.Comments.MaxAsync(c => c.Id) + 1, await db.Works.MaxAsync(w => w.Id) + 1);
        sections = await db.Sections.Select(s => s.Slug).ToListAsync();
        var sectionIds = await db.Sections.Select(s => s.Id).ToListAsync();
        var publications = await db.Publications.Select(p => p.Id).ToListAsync();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        for (var done = 0; done < articles; done += ArticlesAtOnce)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var (works, pieces, credits, sources) = (new List<object?[]>(), new List<object?[]>(), new List<object?[]>(), new List<object?[]>());
            for (var i = done; i < Math.Min(articles, done + ArticlesAtOnce); i++)
            {
                var language = LanguageOf(i);
                var at = now.AddMinutes(-40.0 * i).AddDays(-1);
                works.Add([firstWork + i, $"made-{i}"]);
                pieces.Add([firstArticle + i, firstWork + i, $"made-{i}", Languages[language].Tag, Text(language, 7), Text(language, 18), $"<p>{Text(language, random.Next(PieceLength / 2, PieceLength * 3 / 2))}</p>", sectionIds[i % sectionIds.Count], At(db, at), Day(db, at), comments / articles]);
                for (var role = 0; role < 3; role++)
                {
                    credits.Add([firstArticle + i, contributors + random.Next(Names), role == 0 ? nameof(CreditRole.Author) : role == 1 ? nameof(CreditRole.Translator) : nameof(CreditRole.Editor), role]);
                }

                sources.Add([firstArticle + i, publications[i % publications.Count], Text((language + 1) % Languages.Length, 6)]);
            }

            await CopyAsync(db, "Works", await db.Works.MinAsync(w => w.Id), ["Id", "Key"], works);
            await CopyAsync(db, "Articles", article, ["Id", "WorkId", "Slug", "Language", "Headline", "Standfirst", "BodyHtml", "SectionId", "PublishedAt", "PublicationDay", "CommentCount"], pieces, "\"ImportKey\"");
            await CopyAsync(db, "Credits", await FirstAsync(db, "Credits", article), ["ArticleId", "ContributorId", "Role", "Position"], credits);
            await CopyAsync(db, "Sources", await FirstAsync(db, "Sources", article), ["ArticleId", "PublicationId", "Title"], sources);
            await transaction.CommitAsync();
        }

        for (var done = 0; done < comments; done += CommentsAtOnce)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var rows = new List<object?[]>();
            for (var i = done; i < Math.Min(comments, done + CommentsAtOnce); i++)
            {
                // As on a site: what is new is talked about, a little of the old still.
                var under = i * (long)articles / comments;
                var language = LanguageOf((int)under);
                rows.Add([firstComment + i, firstArticle + (int)under, firstComment + i, Languages[language].Tag, $"{Word(language, random.Next(500))} {Word(language, random.Next(4_000))}", $"<p>{Text(language, random.Next(CommentLength / 3, CommentLength * 2))}</p>", At(db, now.AddMinutes(-40.0 * under).AddSeconds(i % 900).AddDays(-1))]);
            }

            await CopyAsync(db, "Comments", comment, ["Id", "ArticleId", "ThreadId", "Language", "AuthorName", "BodyHtml", "PostedAt"], rows);
            await transaction.CommitAsync();
        }

        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    /// <summary>What is asked, by kind.</summary>
    public IEnumerable<(string Kind, IReadOnlyList<string> Questions)> Questions(int count)
    {
        foreach (var tab in (string[])["", "&in=comments"])
        {
            var what = tab.Length == 0 ? "pieces" : "comments";
            yield return ($"{what}: a very common word", Ask(language => Word(language, random.Next(20)), tab));
            yield return ($"{what}: a word of some", Ask(language => Word(language, random.Next(200, 3_000)), tab));
            yield return ($"{what}: a rare word", Ask(language => Word(language, random.Next(20_000, Vocabulary)), tab));
            yield return ($"{what}: two words", Ask(language => $"{Word(language, random.Next(300))} {Word(language, random.Next(3_000))}", tab));
            yield return ($"{what}: three words, one left out", Ask(language => $"{Word(language, random.Next(100))} {Word(language, random.Next(500))} {Word(language, random.Next(1_000))} -{Word(language, random.Next(50))}", tab));
            yield return ($"{what}: a phrase", Ask(language => $"\"{Word(language, random.Next(40))} {Word(language, random.Next(200))}\"", tab));
            yield return ($"{what}: a beginning", Ask(language => $"{Word(language, random.Next(200, 6_000))[..4]}*", tab));
            yield return ($"{what}: a name", Ask(_ => NameOf(random.Next(Names)), tab));
            yield return ($"{what}: a word, section and language", Ask(language => Word(language, random.Next(2_000)), $"{tab}&section={sections[0]}&languages=uk"));
        }

        IReadOnlyList<string> Ask(Func<int, string> question, string more) =>
            [.. Enumerable.Range(0, count).Select(i => $"/search?q={Uri.EscapeDataString(question(LanguageOf(i)))}{more}")];
    }

    private static int LanguageOf(int number) => (number % 10) switch { < 5 => 0, < 8 => 1, _ => 2 };

    private static string NameOf(int number) => $"{Word(0, 9_000 + (number % 97))} {Word(0, 30_000 + number)}";

    private static string Word(int language, int rank)
    {
        var syllables = Languages[language].Syllables;
        var word = new StringBuilder();
        for (var left = rank + syllables.Length; left > 0; left /= syllables.Length)
        {
            word.Append(syllables[left % syllables.Length]);
        }

        return word.ToString();
    }

    private string Text(int language, int words)
    {
        var text = new StringBuilder(words * 7);
        for (var i = 0; i < words; i++)
        {
            var at = Array.BinarySearch(Sums, random.NextDouble() * Sums[^1]);
            text.Append(Word(language, Math.Min(Vocabulary - 1, at < 0 ? ~at : at))).Append(i == words - 1 ? "" : " ");
        }

        return text.ToString();
    }

    private static double[] Cumulate()
    {
        var sums = new double[Vocabulary];
        for (var i = 0; i < Vocabulary; i++)
        {
            sums[i] = (i == 0 ? 0 : sums[i - 1]) + (1 / (i + 2.7));
        }

        return sums;
    }

    /// <summary>A comment of the sample publication and its piece, which are copied; and the first of the contributors made.</summary>
    private static async Task<(int Article, int Comment, int FirstContributor)> PatternsAsync(NewsDbContext db)
    {
        var comment = await db.Comments.Where(c => c.Depth == 1 && c.Status == CommentStatus.Published && c.Article.Status == ArticleStatus.Published && c.Article.Source != null).OrderByDescending(c => c.Id).Select(c => new { c.Id, c.ArticleId }).FirstAsync();
        var made = Enumerable.Range(0, Names).Select(i => new Contributor($"made-{i}", NameOf(i))).ToList();
        db.AddRange(made);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return (comment.ArticleId, comment.Id, made.Min(c => c.Id));
    }

    private static Task<int> FirstAsync(NewsDbContext db, string table, int article) =>
        db.Database.SqlQueryRaw<int>($"SELECT \"Id\" AS \"Value\" FROM \"{table}\" ORDER BY CASE WHEN \"ArticleId\" = {article.ToString(CultureInfo.InvariantCulture)} THEN 0 ELSE 1 END, \"Id\" LIMIT 1").SingleAsync();

    private static object At(NewsDbContext db, DateTime at) => db is SqliteNewsDbContext ? at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : at;

    private static object Day(NewsDbContext db, DateTime at) => db is SqliteNewsDbContext ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : DateOnly.FromDateTime(at);

    /// <summary>Copies a row many times, with other values in some columns.</summary>
    private static async Task CopyAsync(NewsDbContext db, string table, int pattern, string[] changed, List<object?[]> rows, string? empty = null)
    {
        var type = db.Model.GetEntityTypes().Single(t => t.GetTableName() == table);
        var kept = type.GetProperties().Select(p => p.GetColumnName()).Except(changed).Where(c => c != "Id").ToList();
        var columns = string.Join(", ", kept.Concat(changed).Select(c => $"\"{c}\""));
        var same = kept.Select(c => $"\"{c}\"" == empty ? "NULL" : $"p.\"{c}\"");
        var types = changed.ToDictionary(c => c, c => type.GetProperties().Single(p => p.GetColumnName() == c).GetColumnType());
        foreach (var some in rows.Chunk(20_000 / changed.Length))
        {
            var sql = new StringBuilder();
            var values = new List<object?>();
            foreach (var row in some)
            {
                sql.Append(sql.Length == 0 ? "" : ", ").Append('(');
                for (var i = 0; i < row.Length; i++)
                {
                    sql.Append(i == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{{{values.Count}}}");
                    sql.Append(db is SqliteNewsDbContext ? "" : $"::{types[changed[i]]}");
                    values.Add(row[i]);
                }

                sql.Append(')');
            }

            var picked = string.Join(", ", same.Concat(changed.Select((c, i) => db is SqliteNewsDbContext ? $"v.column{i + 1}" : $"v.\"{c}\"")));
            var alias = db is SqliteNewsDbContext ? "v" : $"v({string.Join(", ", changed.Select(c => $"\"{c}\""))})";
            await db.Database.ExecuteSqlRawAsync($"INSERT INTO \"{table}\" ({columns}) SELECT {picked} FROM (VALUES {sql}) AS {alias}, (SELECT * FROM \"{table}\" WHERE \"Id\" = {pattern.ToString(CultureInfo.InvariantCulture)}) AS p", values!);
        }
    }
}
