using CsCheck;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Tests;

public sealed class ParagraphMergeTests
{
    private const string Piece = "First.\n\nSecond.\n\nThird.\n\nFourth.\n";

    public static TheoryData<string, string, string> Joinable => new()
    {
        { "First, mine.\n\nSecond.\n\nThird.\n\nFourth.\n", "First.\n\nSecond.\n\nThird.\n\nFourth, theirs.\n", "First, mine.\n\nSecond.\n\nThird.\n\nFourth, theirs.\n" },
        { "First.\n\nSecond.\n\nNew of mine.\n\nThird.\n\nFourth.\n", "First.\n\nSecond.\n\nThird.\n\nFourth.\n\nNew of theirs.\n", "First.\n\nSecond.\n\nNew of mine.\n\nThird.\n\nFourth.\n\nNew of theirs.\n" },
        { "Second.\n\nThird.\n\nFourth.\n", "First.\n\nSecond.\n\nThird, theirs.\n\nFourth.\n", "Second.\n\nThird, theirs.\n\nFourth.\n" },
        { "Перший абзац.\n\nSecond.\n\nThird.\n\nFourth.\n", "First.\n\nSecond.\n\nالفقرة الثالثة.\n\nFourth.\n", "Перший абзац.\n\nSecond.\n\nالفقرة الثالثة.\n\nFourth.\n" },
        { "First, both.\n\nSecond.\n\nThird.\n\nFourth.\n", "First, both.\n\nSecond.\n\nThird.\n\nFourth, theirs.\n", "First, both.\n\nSecond.\n\nThird.\n\nFourth, theirs.\n" },
    };

    [Theory]
    [MemberData(nameof(Joinable))]
    public void Changes_to_different_paragraphs_are_both_taken(string mine, string theirs, string both)
    {
        Assert.Equal(both, ParagraphMerge.Join(Piece, mine, theirs));
        Assert.Equal(both, ParagraphMerge.Join(Piece, theirs, mine));
    }

    [Fact]
    public void Changes_to_the_same_paragraph_are_for_people_to_decide() =>
        Assert.Null(ParagraphMerge.Join(Piece, Piece.Replace("Second.", "Second, mine.", StringComparison.Ordinal), Piece.Replace("Second.", "Second, theirs.", StringComparison.Ordinal)));

    [Fact]
    public void Whatever_two_people_type_is_in_the_text_or_nobody_decided() => Gen.Select(Texts, Texts, Texts).Sample((ancestor, mine, theirs) =>
    {
        Assert.Equal(mine, ParagraphMerge.Join(ancestor, mine, ancestor));
        Assert.Equal(theirs, ParagraphMerge.Join(ancestor, ancestor, theirs));
        if (ParagraphMerge.Join(ancestor, mine, theirs) is { } joined)
        {
            var before = ancestor.Split('\n').ToHashSet();
            foreach (var line in mine.Split('\n').Concat(theirs.Split('\n')).Where(l => !before.Contains(l)))
            {
                Assert.Contains(line, joined, StringComparison.Ordinal);
            }
        }
    }, iter: 2_000);

    [Fact]
    public void Fields_only_one_changed_are_taken_and_fields_both_changed_are_named()
    {
        var ancestor = new ArticleContent { Headline = "A", Standfirst = "B", Body = Piece, Credits = [new(Credits.CreditRole.Author, 1)] };
        var joined = ContentMerge.Join(
            ancestor,
            ancestor with { Headline = "Mine", Body = Piece.Replace("First.", "Mine.", StringComparison.Ordinal), Credits = [new(Credits.CreditRole.Author, 1), new(Credits.CreditRole.Translator, 2)] },
            ancestor with { Headline = "Theirs", Standfirst = "Theirs", Body = Piece.Replace("Fourth.", "Theirs.", StringComparison.Ordinal) });

        Assert.Equal(["headline"], joined.Disagreements);
        Assert.Equal("Theirs", joined.Content.Headline);
        Assert.Equal("Theirs", joined.Content.Standfirst);
        Assert.Equal("Mine.\n\nSecond.\n\nThird.\n\nTheirs.\n", joined.Content.Body);
        Assert.Equal(2, joined.Content.Credits.Count);
    }

    private static Gen<string> Texts => Gen.Int[0, 30].Array[0, 8].Select(lines => string.Join('\n', lines.Select((l, i) => $"p{l}{(l > 20 ? $"x{i}" : "")}")));
}
