using NewsSite.Search;
using NewsSite.Text;

namespace NewsSite.Tests;

/// <summary>How texts and questions are cut into words.</summary>
public sealed class SearchWordTests
{
    [Theory]
    [InlineData("Портников Портникова Портникову Портниковим Портникове")]
    [InlineData("портніков Портнікова")]
    [InlineData("книга книги книзі книгу книгою книг")]
    [InlineData("міст мосту мостом мості мости мостів")]
    [InlineData("українець українця українцю українцем")]
    [InlineData("ринок ринку ринком")]
    [InlineData("свобода свободи свободу свободою")]
    [InlineData("Київ Києва Києвом")]
    [InlineData("Вронецька Вронецької Вронецьку Вронецькою")]
    [InlineData("Перепічка Перепічки Перепічці Перепічкою")]
    [InlineData("Їжачок їжачка їжачком")]
    [InlineData("п'ять пʼять п’ять")]
    [InlineData("ґанок ганок ГАНОК")]
    [InlineData("library libraries Library's library’s")]
    [InlineData("promise promises promised promising")]
    [InlineData("stop stops stopped stopping")]
    [InlineData("translation translations translated translating translator translators")]
    [InlineData("city cities")]
    [InlineData("Puigdolç puigdolc PUIGDOLÇ")]
    [InlineData("straße strasse")]
    [InlineData("Łódź Lodz")]
    [InlineData("مكتبة المكتبة والمكتبة بالمكتبة مكتبات")]
    [InlineData("القراءة قراءة")]
    [InlineData("أديلايد اديلايد أديلايدَ")]
    [InlineData("ﻻ لا")]
    [InlineData("٢٠٢٦ 2026 २०२६")]
    public void Forms_of_a_word_are_one(string forms)
    {
        var stems = SearchWords.Of(forms).Select(w => w.Stem).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(stems.Count == 1, string.Join(' ', stems));
    }

    [Theory]
    [InlineData("news", "new")]
    [InlineData("university", "universe")]
    [InlineData("рік", "річка")]
    [InlineData("сад", "суд")]
    [InlineData("й", "и")]
    [InlineData("поїзд", "поезія")]
    [InlineData("قطار", "قطر")]
    public void Different_words_stay_different(string one, string other) => Assert.NotEqual(SearchWords.Of(one)[0].Stem, SearchWords.Of(other)[0].Stem);

    [Theory]
    [InlineData("Hello, world!", "hello world")]
    [InlineData("l'eau O'Brien don't", "l eau o brien dont")]
    [InlineData("Івано-Франківськ", "івано франківськ")]
    [InlineData("塩月 灯里", "塩 月 灯 里")]
    [InlineData("h_tram by_1 a\u200bb", "h tram by 1 ab")]
    [InlineData("e\u0301te\u0301 й і\u0308", "ete й ї")]
    [InlineData("!!! — … 😀", "")]
    public void A_text_is_cut_into_levelled_words(string text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(text).Select(w => w.Folded)));

    [Fact]
    public void Every_word_says_where_it_stands()
    {
        const string Text = "Вони кажуть: «Courtadon’s l’eau», 𝔘𝔫𝔦 塩月.";

        Assert.All(SearchWords.Of(Text), word => Assert.False(string.IsNullOrWhiteSpace(Text.Substring(word.Start, word.Length))));
        Assert.Equal(["Вони", "кажуть", "Courtadon", "l", "eau", "𝔘𝔫𝔦", "塩", "月"], SearchWords.Of(Text).Select(w => Text.Substring(w.Start, w.Length)));
    }

    [Fact]
    public void Whatever_the_text_its_words_hold_letters_and_digits_only()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(i % 2 == 0 ? 0x700 : 0x10000)));
            foreach (var word in SearchWords.Of(text))
            {
                Assert.InRange(word.Folded.Length, 1, SearchWords.MaxLength);
                Assert.DoesNotContain(word.Stem, c => c is ' ' or '_' or '\'' or '"' or '\\' or '*' or ':' || (c < 0x80 && !char.IsAsciiLetterOrDigit(c)));
                Assert.NotEmpty(word.Stem);
            }
        }
    }

    [Theory]
    [InlineData("<p>One <strong>t</strong>wo</p><p>three</p>", "one two three")]
    [InlineData("<p>a &amp; b&nbsp;c</p><ul><li>d</li><li>e</li></ul>", "a b c d e")]
    [InlineData("<p>x<sup>1</sup> <a href=\"/a>b\" rel=\"nofollow\">y</a></p>", "x 1 y")]
    public void Markup_divides_words_only_where_lines_end(string html, string words) =>
        Assert.Equal(words, string.Join(' ', SearchWords.Of(PlainText.Of(SafeHtml.FromStore(html))).Select(w => w.Folded)));
}
