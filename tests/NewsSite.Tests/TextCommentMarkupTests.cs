using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Text;

namespace NewsSite.Tests;

/// <summary>What a comment's Markdown becomes.</summary>
public sealed class TextCommentMarkupTests
{
    [Theory]
    [InlineData("one\ntwo  \nthree", "<p>one<br>\ntwo<br>\nthree</p>\n")]
    [InlineData("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n")]
    [InlineData("# Loud", "<p><strong>Loud</strong></p>\n")]
    [InlineData("see https://a.example/x.", "<p>see <a href=\"https://a.example/x\" rel=\"ugc nofollow noopener\">https://a.example/x</a>.</p>\n")]
    [InlineData("![cat](https://a.example/c.png)", "<p><a href=\"https://a.example/c.png\" rel=\"ugc nofollow noopener\">cat</a></p>\n")]
    [InlineData("[in](/articles/1)", "<p>in</p>\n")]
    [InlineData("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>\n")]
    [InlineData("3. c\n4. d", "<ol start=\"3\">\n<li>c</li>\n<li>d</li>\n</ol>\n")]
    [InlineData("```\na  b\n```", "<pre tabindex=\"0\"><code>a  b\n</code></pre>\n")]
    [InlineData("a\n***\nb", "<p>a</p>\n<p>***</p>\n<p>b</p>\n")]
    public void Markdown_is_printed_as_the_house_prints_it(string markdown, string html) =>
        Assert.Equal(html, CommentMarkup.Render(markdown).Html.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t")]
    [InlineData("#")]
    [InlineData("&nbsp;")]
    [InlineData("\u200B\u200D")]
    public void A_comment_with_nothing_to_see_is_refused(string markdown) => Assert.Equal(MarkupRefusal.Empty, CommentMarkup.Render(markdown).Refusal);

    [Fact]
    public void A_comment_of_one_sign_is_taken() => Assert.Equal((null, 0), (CommentMarkup.Render("👍").Refusal, CommentMarkup.Render("👍").Words));

    [Theory]
    [InlineData("unknown <foo>keep me?</foo> tail")]
    [InlineData("<script>alert(1)</script> after")]
    [InlineData("<!-- hidden --> seen")]
    [InlineData("<div>\nblock\n</div>")]
    [InlineData("[note]: something important")]
    [InlineData("[note]: https://a.example \"title\"\nmore")]
    [InlineData("| a | b |\n|---|---|\n| c | d |")]
    [InlineData("Title\n=====\nText\n-----")]
    [InlineData("~~~ python code\nprint\n~~~")]
    [InlineData("::: box\ninside\n:::")]
    [InlineData("word[^1]\n\n[^1]: the note")]
    [InlineData("~~struck~~ ==marked== :smile: $x$")]
    [InlineData("<javascript:alert(1)> end")]
    [InlineData("![](javascript:alert) end")]
    [InlineData("[](javascript:alert) end")]
    public void Every_word_written_is_printed(string markdown)
    {
        var html = CommentMarkup.Render(markdown).Html.ToString();
        var text = WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", "", RegexOptions.NonBacktracking));
        Assert.All(Regex.Matches(markdown, @"\w+", RegexOptions.NonBacktracking), w => Assert.Contains(w.Value, text, StringComparison.Ordinal));
    }
}
