using NewsSite.Credits;
using NewsSite.Import;

namespace NewsSite.Tests.Import;

public sealed class PageDumpTests
{
    private const string Page = """
        The lighthouse that moved inland


        Coasts, Op-ed

        Article by: Ada Nilsen, Bo Krag and Cy Holt

        The lamp was carried up the valley in the spring. Nobody had asked the keeper.

        It shines on hay now [sic]. “A hay-house,” he says 😉.

        Translated by: Dora Lunde with Emil Roth

        Photo by: Finn Aas
        Source: Kystposten, 3 May 2019

          1. Avatar Gro H. says:

            I saw it. 1. Tall. 2. White.

            It is not a *joke*.

            1. Avatar Hal says:

              By: nobody at all
              Source of joy, still.

              1. Avatar Gro H. says:

                Agreed

          2. Avatar Ida2 says:

            Somebody says:
        """;

    [Fact]
    public void A_page_is_taken_apart_into_its_pieces()
    {
        var page = Read(Page);

        Assert.Equal("The lighthouse that moved inland", page.Headline);
        Assert.Equal(["Coasts", "Op-ed"], page.Categories);
        Assert.Equal(
            [
                new(CreditRole.Author, "Ada Nilsen"), new(CreditRole.Author, "Bo Krag"), new(CreditRole.Author, "Cy Holt"),
                new(CreditRole.Translator, "Dora Lunde"), new(CreditRole.Translator, "Emil Roth"), new(CreditRole.Photographer, "Finn Aas"),
            ],
            page.Credits);
        Assert.Equal(new ArchivedSource("Kystposten", null, new DateOnly(2019, 5, 3)), page.Source);
        Assert.Equal(2, page.Paragraphs.Count);
        Assert.Equal(["Gro H.", "Hal", "Gro H.", "Ida2"], page.Comments.Select(c => c.Name));
        Assert.Equal([1, 2, 3, 1], page.Comments.Select(c => c.Level));
        Assert.Equal([null, 0, 1, null], page.Comments.Select(c => c.Parent));
        Assert.Empty(page.Left);
    }

    [Fact]
    public void What_looks_like_a_header_or_a_credit_within_a_comment_is_its_text()
    {
        var comments = Read(Page).Comments;

        Assert.Equal("By: nobody at all\nSource of joy, still.", comments[1].Text);
        Assert.Equal("Somebody says:", comments[3].Text);
    }

    [Fact]
    public void Text_is_printed_as_it_stood()
    {
        var page = Read(Page);

        Assert.Contains("It shines on hay now [sic]. “A hay-house,” he says 😉.", Text.ArticleMarkup.Render(page.Paragraphs[1], "en").Html.ToString(), StringComparison.Ordinal);
        Assert.Contains("It is not a *joke*.", Text.CommentMarkup.Render(page.Comments[0].Text).Html.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1. ", "1. ", "a. ")]
    [InlineData("* ", "- ", "+ ")]
    [InlineData("(1) ", "1) ", "• ")]
    [InlineData("#1 ", "#2 ", "o ")]
    public void List_markers_of_every_kind_begin_a_comment(string first, string second, string third)
    {
        var page = Read($"A headline\n\nBy: Ann Lee\n\nSome text here.\n\n{first}Zoe says:\n\n  One.\n\n  {second}Yan says:\n\n    Two.\n\n{third}Xi said:\n\n  Three.\n");

        Assert.Equal([("Zoe", 1), ("Yan", 2), ("Xi", 1)], page.Comments.Select(c => (c.Name, c.Level)));
        Assert.Equal(["One.", "Two.", "Three."], page.Comments.Select(c => c.Text));
    }

    [Theory]
    [InlineData("Written by Ann Lee", CreditRole.Author, "Ann Lee")]
    [InlineData("TRANSLATED BY: Ann Lee", CreditRole.Translator, "Ann Lee")]
    [InlineData("Translated from Ukrainian by Ann Lee", CreditRole.Translator, "Ann Lee")]
    [InlineData("Edited by: Ann van der Lee", CreditRole.Editor, "Ann van der Lee")]
    [InlineData("Photos by Ann Lee", CreditRole.Photographer, "Ann Lee")]
    [InlineData("Переклад: Анна Лі", CreditRole.Translator, "Анна Лі")]
    public void Credit_lines_come_in_many_spellings(string line, CreditRole role, string name) =>
        Assert.Contains(new ArchivedCredit(role, name), Read($"A headline\n\n{line}\n\nSome text here, and more of it.\n").Credits);

    [Theory]
    [InlineData("By the river stood a house with a long memory.")]
    [InlineData("Source material was thin in those days.")]
    [InlineData("Author and reader never met.")]
    public void A_sentence_that_begins_like_a_label_is_text(string sentence) =>
        Assert.Equal([sentence], Read($"A headline\n\nBy: Ann Lee\n\n{sentence}\n").Paragraphs);

    [Fact]
    public void Printed_dates_links_and_pingbacks_are_not_text()
    {
        var page = Read("A headline\n\nBy: Ann Lee\n\nSome text here.\n\n2 Comments\n\n1. Zoe says:\n   December 20, 2014 at 3:15 pm\n\n   Yes.\n\n   Reply\n\n2. Pingback: Elsewhere\n\nLeave a Reply\nYour email address will not be published.\n");

        var comment = Assert.Single(page.Comments);
        Assert.Equal((new DateTime(2014, 12, 20, 15, 15, 0, DateTimeKind.Utc), "Yes."), (comment.PostedAt, comment.Text));
        Assert.Equal(["2 Comments", "Reply", "2. Pingback: Elsewhere", "Leave a Reply", "Your email address will not be published."], page.Left.Select(l => l.Text));
    }

    [Theory]
    [InlineData("", "no headline")]
    [InlineData("A headline", "no text")]
    [InlineData("A headline\n\nSome text here, and more.", "Nobody is credited")]
    [InlineData("A headline\n\nBy: Ann Lee\n\n1. Zoe says:\n\n   Yes.", "no text between the headline and the comments, which begin at line 5")]
    public void What_is_not_such_a_page_is_refused_naming_what_is_missing(string text, string reason) =>
        Assert.Contains(reason, PageDump.Read(text).Refusal!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Assert.NotNull(PageDump.Read([0xFF, 0xFE, 0x00]).Refusal);
        Assert.NotNull(PageDump.Read("A\0B").Refusal);
        Assert.NotNull(PageDump.Read(new byte[PageDump.MaxBytes + 1]).Refusal);
    }

    [Fact]
    public void Line_endings_tabs_and_marks_of_order_do_not_matter()
    {
        var page = Read("\uFEFF" + Page.ReplaceLineEndings("\r\n").Replace("    ", "\t", StringComparison.Ordinal));

        Assert.Equal(4, page.Comments.Count);
        Assert.Equal("The lighthouse that moved inland", page.Headline);
    }

    private static ArchivedPage Read(string text)
    {
        var (page, refusal) = PageDump.Read(text);
        Assert.Null(refusal);
        return page!;
    }
}
