using CsCheck;
using Ganss.Xss;
using NewsSite.Text;

namespace NewsSite.Tests;

/// <summary>No text, however it was made, crashes the house, holds it up, or puts anything on a page that is not in the lists below.</summary>
public sealed class TextRobustnessTests
{
    /// <summary>The policy once more, written apart from the code: text that has passed the house passes this unchanged.</summary>
    private static readonly HtmlSanitizer ArticlePolicy = Policy(
        "p br strong em blockquote ul ol li code pre a h2 h3 h4 h5 h6 hr sup table thead tbody tr th td div aside section",
        "href rel start class id role tabindex scope aria-label aria-labelledby");

    private static readonly HtmlSanitizer CommentPolicy = Policy("p br strong em blockquote ul ol li code pre a", "href rel start tabindex");

    private static readonly string[] Scripts =
    [
        "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](<java\tscript:alert(1)>)", "[a](&#106;avascript:alert(1))", "[a](javascript&colon;alert(1))",
        "[a](&#x1;javascript:alert(1))", "[a](<&Tab;javascript:alert(1)>)", "[a](java&NewLine;script:alert(1))", "[a](vbscript:x)", "[a](data:text/html,x)", "[a](blob:x)",
        "<javascript:alert(1)>", "![a](javascript:alert(1))", "[a][b]\n\n[b]: javascript:alert(1)", "<img src=x onerror=alert(1)>", "<a href=\"javascript:x\">y</a>",
        "[a](http://x\" onclick=\"alert(1))", "[a](//evil.example)", "[a](/\\evil.example)", "[a](</\t/evil.example>)", "[a](https:evil)", "[a](file:///etc/passwd)",
        "[a](http://user:word@evil.example/)", "[a](#fn-1)", "``` \"><script>\nx\n```", "::: \"><script>\nx\n:::", "[^\"><script>]\n\n[^\"><script>]: x", "|<script>|\n|-|\n|<b>|",
    ];

    [Theory]
    [InlineData(100_000)]
    [InlineData(1_000)]
    public void A_pathological_article_is_printed_or_refused(int length) => Assert.All(TextPathologicalInputs.At(length), input =>
    {
        var rendered = ArticleMarkup.Render(input.Text, "en");
        Assert.Equal(rendered.Refusal is not null, rendered.Html.IsEmpty);
    });

    [Theory]
    [InlineData(10_000)]
    [InlineData(1_000)]
    public void A_pathological_comment_is_printed_or_refused(int length) => Assert.All(TextPathologicalInputs.At(length), input =>
    {
        var rendered = CommentMarkup.Render(input.Text);
        Assert.Equal(rendered.Refusal is not null, rendered.Html.IsEmpty);
    });

    /// <summary>Each of these took more than a second at this size before it was counted (see MarkupLimits).</summary>
    [Theory]
    [InlineData("link opener [a](b")]
    [InlineData("hard link")]
    [InlineData("many references, one definition")]
    [InlineData("many references to one footnote")]
    [InlineData("footnotes nested")]
    [InlineData("table of many columns")]
    [InlineData("table of many rows")]
    [InlineData("table wide above long")]
    [InlineData("table wide below long")]
    [InlineData("headings")]
    [InlineData("empty list items")]
    [InlineData("list markers changing")]
    [InlineData("nested quotes")]
    [InlineData("nested numbered lists on one line")]
    public void What_would_take_quadratic_time_is_refused(string name) => Assert.Equal(
        MarkupRefusal.TooDeep,
        ArticleMarkup.Render(TextPathologicalInputs.At(ArticleMarkup.MaxLength).Single(i => i.Name == name).Text, "en").Refusal);

    [Fact]
    public void A_megabyte_of_nesting_is_refused_at_once()
    {
        Assert.Equal(MarkupRefusal.TooLong, ArticleMarkup.Render(new string('[', 1_000_000), "en").Refusal);
        Assert.Equal(MarkupRefusal.TooLong, CommentMarkup.Render(new string('>', 1_000_000)).Refusal);
    }

    [Theory]
    [InlineData("*a* word ")]
    [InlineData("[a](https://b.example) ")]
    [InlineData("- a\n")]
    [InlineData("> a\n\nb\n\n")]
    [InlineData("`a` b ")]
    [InlineData("(see [1]) \"q\" ")]
    public void Hundreds_of_ordinary_things_are_taken(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 120));
        Assert.Null(ArticleMarkup.Render(text, "en").Refusal);
        Assert.Null(CommentMarkup.Render(text).Refusal);
    }

    [Fact]
    public void No_spelling_of_a_script_address_is_linked() => Assert.All(Scripts, script =>
    {
        AssertWithinPolicy(ArticlePolicy, ArticleMarkup.Render(script, "en"));
        AssertWithinPolicy(CommentPolicy, CommentMarkup.Render(script));
        Assert.DoesNotContain("<a ", CommentMarkup.Render(script).Html.ToString().Replace("href=\"http://x%22%20onclick", "", StringComparison.Ordinal), StringComparison.Ordinal);
    });

    [Fact]
    public void Whatever_is_typed_stays_within_the_lists() => Markdown.Sample(
        text =>
        {
            AssertWithinPolicy(ArticlePolicy, ArticleMarkup.Render(text, "en"));
            AssertWithinPolicy(CommentPolicy, CommentMarkup.Render(text));
        },
        iter: 2_000);

    private static Gen<string> Markdown => Gen.OneOf(
        Pick("*", "**", "_", "`", "```\n", "[", "](", ")", "![", "[^1]", "\n\n[^1]: ", "|", "\n|-|-|\n", "> ", "- ", "1. ", "# ", "\n", "\n\n", "  \n", "    ", "\t", "::: pullquote\n", ":::\n",
            "<", ">", "&", "&lt;", "&#1;", "\"", "'", "\\", "<script>", "</p>", "<!--", "-->", "javascript:", "https://a.example/", "mailto:a@b.c", "/x", "//x", "www.a.example", "\0", "\uD800", "\uFFFE", "\u202E", "слово", "كلمة", "漢字", "👍"),
        Pick(Scripts),
        Gen.String[Gen.Char, 0, 8]).Array[0, 40].Select(string.Concat);

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void AssertWithinPolicy(HtmlSanitizer policy, RenderedText rendered)
    {
        var html = rendered.Html.ToString();
        Assert.Equal(html, policy.Sanitize(html));
    }

    private static HtmlSanitizer Policy(string tags, string attributes) => new(new HtmlSanitizerOptions
    {
        AllowedTags = tags.Split(' ').ToHashSet(StringComparer.Ordinal),
        AllowedAttributes = attributes.Split(' ').ToHashSet(StringComparer.Ordinal),
        AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.Ordinal),
        UriAttributes = new HashSet<string>(["href"], StringComparer.Ordinal),
    });
}
