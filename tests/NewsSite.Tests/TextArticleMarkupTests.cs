using NewsSite.Text;

namespace NewsSite.Tests;

/// <summary>What an article's Markdown becomes.</summary>
public sealed class TextArticleMarkupTests
{
    [Theory]
    [InlineData("# One\n\n## Two\n\n#### Four\n\n# Again", "<h2>One</h2>\n<h3>Two</h3>\n<h4>Four</h4>\n<h2>Again</h2>\n")]
    [InlineData("### Low\n\n## Higher", "<h2>Low</h2>\n<h2>Higher</h2>\n")]
    [InlineData("::: pullquote\nSaid.\n:::", "<aside class=\"pullquote\">\n<p>Said.</p>\n</aside>\n")]
    [InlineData("::: other\nSaid.\n:::", "<p>Said.</p>\n")]
    [InlineData("![A map](https://a.example/map.png)", "<p><a href=\"https://a.example/map.png\" rel=\"noopener\">A map</a></p>\n")]
    [InlineData("![](https://a.example/map.png)", "<p><a href=\"https://a.example/map.png\" rel=\"noopener\">https://a.example/map.png</a></p>\n")]
    [InlineData("[![alt](/in.png)](https://a.example/)", "<p><a href=\"https://a.example/\" rel=\"noopener\">alt</a></p>\n")]
    [InlineData("![A *slow* tram](/media/tram-960.webp \"By the \\\"depot\\\"\")", "<figure><img src=\"/media/tram-480.webp\" alt=\"A slow tram\"><figcaption>By the \"depot\"</figcaption></figure>\n")]
    [InlineData("![<b>\"&](/media/tram-960.webp)", "<figure><img src=\"/media/tram-480.webp\" alt=\"&lt;b&gt;&quot;&amp;\"></figure>\n")]
    [InlineData("Look: ![A tram](/media/tram-960.webp)", "<p>Look: <a href=\"/media/tram-960.webp\">A tram</a></p>\n")]
    [InlineData("![A tram](/media/../keys-960.webp)", "<p><a href=\"/media/../keys-960.webp\">A tram</a></p>\n")]
    [InlineData("![A tram](//evil.example/media/tram-960.webp)", "<p>A tram</p>\n")]
    [InlineData("[us](/articles/1)", "<p><a href=\"/articles/1\">us</a></p>\n")]
    [InlineData("[write](mailto:desk@a.example)", "<p><a href=\"mailto:desk@a.example\">write</a></p>\n")]
    [InlineData("[other](//evil.example)", "<p>other</p>\n")]
    [InlineData("[other](page.html)", "<p>other</p>\n")]
    [InlineData("[other](#top)", "<p>other</p>\n")]
    [InlineData("[per](/50%)", "<p><a href=\"/50%25\">per</a></p>\n")]
    [InlineData("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>\n")]
    [InlineData("#", "")]
    public void Markdown_is_printed_as_the_house_prints_it(string markdown, string html) =>
        Assert.Equal(html, ArticleMarkup.Render(markdown, "en").Html.ToString());

    [Fact]
    public void A_table_stands_in_a_named_region_the_keyboard_can_scroll() => Assert.Equal(
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Таблиця 1\"><table>\n<thead><tr>\n<td></td>\n<th scope=\"col\" class=\"align-end\">b</th>\n</tr>\n</thead>\n"
        + "<tbody><tr>\n<td>1</td>\n<td class=\"align-end\">2</td>\n</tr>\n</tbody>\n</table></div>\n",
        ArticleMarkup.Render("| | b |\n|---|--:|\n| 1 | 2 |", "uk").Html.ToString());

    [Theory]
    [InlineData("en", "Translator’s note: pun.", "Notes", "Translator’s note 1", "Back to the text from note 1")]
    [InlineData("en-GB", "Translator's note: pun.", "Notes", "Translator’s note 1", "Back to the text from note 1")]
    [InlineData("uk", "*Примітка перекладача:* гра слів.", "Примітки", "Примітка перекладача 1", "Назад до тексту від примітки 1")]
    [InlineData("ar", "ملاحظة المترجم: جناس.", "الحواشي", "ملاحظة المترجم 1", "العودة إلى النص من الحاشية 1")]
    public void A_translators_note_is_marked_at_both_ends_in_the_language_of_the_article(string language, string text, string heading, string name, string back)
    {
        var html = ArticleMarkup.Render($"Word[^a].\n\n[^a]: {text}", language).Html.ToString();
        Assert.Contains($"<a id=\"fnref-1\" href=\"#fn-1\" class=\"translators-note\" role=\"doc-noteref\" aria-label=\"{name}\">1</a>", html, StringComparison.Ordinal);
        Assert.Contains($"<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"fn-label\">\n<h2 id=\"fn-label\">{heading}</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<li id=\"fn-1\" class=\"translators-note\">", html, StringComparison.Ordinal);
        Assert.Contains($"<a class=\"footnote-back\" href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"{back}\">↩</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_referred_to_twice_has_a_way_back_to_each_place()
    {
        var html = ArticleMarkup.Render("One[^a], two[^a].\n\n[^a]: Both.", "en").Html.ToString();
        Assert.Contains("href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"Back to the text from note 1 (1)\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#fnref-2\" role=\"doc-backlink\" aria-label=\"Back to the text from note 1 (2)\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("translators-note", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A well-known fact isn’t new.", 5)]
    [InlineData("П’ять слів і ще два.", 5)]
    [InlineData("هذه أربع كلماتٍ فقط", 4)]
    [InlineData("日本語の文", 3)]
    [InlineData("one *two*three & four", 3)]
    [InlineData("- a\n- b\n\n| c | d |\n|---|---|\n| e | f |", 6)]
    public void Words_are_counted_in_the_printed_text(string markdown, int words) =>
        Assert.Equal(words, ArticleMarkup.Render(markdown, "en").Words);

    [Fact]
    public void Length_is_measured_before_anything_else()
    {
        Assert.Equal(MarkupRefusal.TooLong, ArticleMarkup.Render(new string('>', 1_000_000), "en").Refusal);
        Assert.Null(ArticleMarkup.Render(new string('a', ArticleMarkup.MaxLength), "en").Refusal);
        Assert.Equal(MarkupRefusal.TooLong, ArticleMarkup.Render(new string('a', ArticleMarkup.MaxLength + 1), "en").Refusal);
    }
}
