using System.Text;
using System.Text.RegularExpressions;
using NewsSite.Credits;

namespace NewsSite.Import;

/// <summary>
/// Reads a text dump of a page made by another system: headline, category line, credit lines anywhere before the comments, paragraphs, then the
/// numbered and indented list of comments.
/// </summary>
public sealed partial class PageDump
{
    /// <summary>The largest text read, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private const int MaxCategoryLine = 100;

    private readonly List<string> categories = [];
    private readonly List<ArchivedCredit> credits = [];
    private readonly List<string> paragraphs = [];
    private readonly List<LeftLine> left = [];
    private readonly IReadOnlyList<string> lines;
    private ArchivedSource? source;
    private string? headline;
    private string? translatedFrom;
    private DateOnly? printedDate;

    private PageDump(IReadOnlyList<string> lines) => this.lines = lines;

    /// <summary>Reads a file's bytes; refuses what is not UTF-8 text of at most <see cref="MaxBytes"/>.</summary>
    public static (ArchivedPage? Page, PageRefusal? Refusal) Read(byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return (null, new PageRefusal([$"The file has {bytes.Length:N0} bytes; at most {MaxBytes:N0} are read."]));
        }

        try
        {
            return Read(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return (null, new PageRefusal(["The file is not UTF-8 text. Save it as UTF-8 and import it again."]));
        }
    }

    /// <summary>Reads the text of a page, or says what is missing.</summary>
    public static (ArchivedPage? Page, PageRefusal? Refusal) Read(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return (null, new PageRefusal(["The file is not text: it holds zero bytes."]));
        }

        var dump = new PageDump([.. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace('\f', '\n').Replace("\t", "    ", StringComparison.Ordinal).Split('\n')]);
        return dump.ReadPage();
    }

    private (ArchivedPage?, PageRefusal?) ReadPage()
    {
        var start = CommentList.FindStart(lines);
        ReadHead(start);
        var comments = CommentList.Read(lines, start, left);
        var missing = new List<string>();
        if (headline is null)
        {
            missing.Add("There is no headline: the first line of the page should be one.");
        }

        if (paragraphs.Count == 0)
        {
            missing.Add(start < lines.Count
                ? $"There is no text between the headline and the comments, which begin at line {start + 1}."
                : "There is no text under the headline.");
        }

        if (credits.Count == 0 && source is null)
        {
            missing.Add("Nobody is credited: there is no line such as \"Article by: …\", \"Translated by: …\" or \"Source: …\" before the comments.");
        }

        foreach (var name in credits.Select(c => c.Name).Append(source?.Name ?? "").Where(n => n.Length > Contributor.MaxNameLength))
        {
            missing.Add($"\"{name[..40]}…\" is too long to be a name; at most {Contributor.MaxNameLength} characters are.");
        }

        if (headline?.Length > Articles.Article.MaxHeadlineLength)
        {
            missing.Add($"The first line has {headline.Length} characters, too many for a headline ({Articles.Article.MaxHeadlineLength}).");
        }

        foreach (var comment in comments)
        {
            if (comment.Text.Length > Comments.Comment.MaxLength)
            {
                missing.Add($"The comment at line {comment.Line} has {comment.Text.Length:N0} characters; at most {Comments.Comment.MaxLength:N0} are stored.");
            }

            if (comment.Name.Length > Comments.Comment.MaxNameLength)
            {
                missing.Add($"The name at line {comment.Line} has {comment.Name.Length} characters; at most {Comments.Comment.MaxNameLength} are stored.");
            }
        }

        return missing.Count > 0
            ? (null, new PageRefusal(missing))
            : (new ArchivedPage(headline!, categories, credits, source, printedDate, paragraphs, comments, translatedFrom, [.. left.OrderBy(l => l.Number)]), null);
    }

    private void ReadHead(int end)
    {
        var paragraph = new List<string>();
        CreditLineText? awaitingNames = null;
        for (var i = 0; i < end; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
            {
                EndParagraph(paragraph);
                continue;
            }

            if (awaitingNames is { } label)
            {
                awaitingNames = null;
                if (CreditLabels.Read(line) is null && (label.Role is null || CreditLabels.LooksLikeNames(line)))
                {
                    Take(label with { Value = line });
                    continue;
                }
            }

            if (ReadCredits(line) is { } found)
            {
                EndParagraph(paragraph);
                found.Where(c => c.Value.Length > 0).ToList().ForEach(Take);
                awaitingNames = found[^1].Value.Length == 0 ? found[^1] : null;
            }
            else if (headline is null)
            {
                headline = line.TrimStart('#').Trim();
            }
            else if (paragraph.Count == 0 && IsAside(line, i))
            {
                continue;
            }
            else
            {
                paragraph.Add(PlainTextMarkdown.Line(line));
            }
        }

        EndParagraph(paragraph);
    }

    /// <summary>Lines that are neither text nor credits: the category line, a printed date, the page's own furniture.</summary>
    private bool IsAside(string line, int at)
    {
        if (PrintedDate.ReadDay(line) is { } day)
        {
            printedDate ??= day;
            return true;
        }

        if (CategoryLabel().Match(line) is { Success: true } labelled)
        {
            categories.AddRange(SplitCategories(line[labelled.Length..]).Where(c => !categories.Contains(c, StringComparer.OrdinalIgnoreCase)));
            return true;
        }

        if (Furniture().IsMatch(line))
        {
            left.Add(new LeftLine(at + 1, line));
            return true;
        }

        if (paragraphs.Count == 0 && categories.Count == 0 && LooksLikeCategories(line))
        {
            categories.AddRange(SplitCategories(line));
            return true;
        }

        return false;
    }

    private void EndParagraph(List<string> paragraph)
    {
        if (paragraph.Count > 0)
        {
            paragraphs.Add(string.Join('\n', paragraph));
            paragraph.Clear();
        }
    }

    /// <summary>One line may hold several credits: "Article by: A | Translated by: B".</summary>
    private static List<CreditLineText>? ReadCredits(string line)
    {
        var parts = line.Split(['|', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(CreditLabels.Read).ToList();
        if (parts.Count > 1 && parts.All(p => p is not null))
        {
            return parts!;
        }

        return CreditLabels.Read(line) is { } one ? [one] : null;
    }

    private void Take(CreditLineText credit)
    {
        translatedFrom ??= credit.Language;
        if (credit.Role is { } role)
        {
            credits.AddRange(CreditLabels.Names(credit.Value).Select(n => new ArchivedCredit(role, n)).Where(c => !credits.Contains(c)));
        }
        else
        {
            source ??= ReadSource(credit.Value);
        }
    }

    /// <summary>"Radio Svitanok, 19 December 2014, https://…" in any order after the name.</summary>
    private static ArchivedSource? ReadSource(string value)
    {
        var url = Address().Match(value) is { Success: true } address ? address.Value.TrimEnd('.', ',', ';', ')') : null;
        var name = url is null ? value : value.Replace(url, "", StringComparison.Ordinal);
        name = name.Replace("()", "", StringComparison.Ordinal).Trim(' ', ',', ';', '-', '–', '—', '(', ')');
        DateOnly? day = null;
        for (var comma = name.IndexOf(',', StringComparison.Ordinal); comma > 0; comma = name.IndexOf(',', comma + 1))
        {
            if (PrintedDate.ReadDay(name[(comma + 1)..]) is { } read)
            {
                day = read;
                name = name[..comma].Trim();
                break;
            }
        }

        if (name.Length == 0 && url is not null && Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            name = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        }

        return name.Length == 0 ? null : new ArchivedSource(name, url, day);
    }

    private static string[] SplitCategories(string line) =>
        line.Split([',', '|', '/', '•', '·', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A short line of a few short items, each beginning like a name and none ending like a sentence.</summary>
    private static bool LooksLikeCategories(string line) =>
        line.Length <= MaxCategoryLine
        && line[^1] is not ('.' or '!' or '?' or '…' or ':' or '”' or '"' or '»')
        && SplitCategories(line) is { Length: > 0 and <= 8 } items
        && items.All(i => i.Split(' ').Length <= 4 && !char.IsLower(i[0]) && i.Any(char.IsLetter));

    [GeneratedRegex(@"^(?:categor(?:y|ies)|filed under|posted in|sections?)\s*:\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CategoryLabel();

    [GeneratedRegex(@"^(?:(?:\d+|one|no)\s+(?:comments?|responses?|replies|thoughts?)(?:\s+(?:on|to)\b.*)?|comments?(?:\s*\(\d+\))?:?|responses?:?|leave a (?:reply|comment).*|tags?\s*:.*|tagged\b.*|share(?:\s+this)?:?.*|like this:?|related(?:\s+posts)?:?|print|e-?mail|facebook|twitter|loading\.*|skip to content|advertisement|home|menu|search)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
