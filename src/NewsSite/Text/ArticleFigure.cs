using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsSite.Media;

namespace NewsSite.Text;

/// <summary>
/// A picture within the text of an article: a paragraph that is nothing but <c>![what is seen](/media/….webp "caption")</c>, the picture being one of this site's. Any other
/// image is printed as a link.
/// </summary>
/// <param name="File">The stem of the picture's files.</param>
/// <param name="Alt">What is seen; may be empty in a draft.</param>
/// <param name="Caption">What it adds; null for none.</param>
public sealed record ArticleFigure(string File, string Alt, string? Caption)
{
    /// <summary>The figures of a text with the paragraphs they are, from 1, as <see cref="Paragraphs"/> counts them.</summary>
    public static IEnumerable<(int Paragraph, ArticleFigure Figure)> In(string markdown) => Paragraphs.Of(markdown)
        .Select((paragraph, i) => (i + 1, Figure: Of(paragraph)))
        .Where(p => p.Figure is not null)
        .Select(p => (p.Item1, p.Figure!));

    /// <summary>The figure a paragraph is; null for any other.</summary>
    public static ArticleFigure? Of(string paragraph) =>
        paragraph.AsSpan().TrimStart().StartsWith("![") && paragraph.Length < ArticleMarkup.MaxLength && MarkupLimits.Article.Allow(paragraph) && Markdown.Parse(paragraph) is [ParagraphBlock block] ? Of(block) : null;

    /// <summary>The figure a paragraph is; null for any other.</summary>
    internal static ArticleFigure? Of(ParagraphBlock paragraph) =>
        paragraph.Inline is { FirstChild: LinkInline { IsImage: true, NextSibling: null, Url: { } url } image } && url.StartsWith($"{PictureSizes.BasePath}/", StringComparison.Ordinal)
        && PictureSizes.StemOf(url[(PictureSizes.BasePath.Length + 1)..]) is { } file
            ? new ArticleFigure(file, Plain(image), string.IsNullOrWhiteSpace(image.Title) ? null : image.Title.Trim())
            : null;

    private static string Plain(LinkInline image) => string.Concat(image.Descendants().Select(i => i switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    })).Trim();
}
