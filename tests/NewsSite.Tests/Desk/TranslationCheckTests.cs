using System.Diagnostics;
using NewsSite.Desk;
using NewsSite.Desk.Checks;
using static NewsSite.Tests.Desk.TranslatedTexts;

namespace NewsSite.Tests.Desk;

/// <summary>The advice before publishing: silent on good translations, exact on bad ones.</summary>
public sealed class TranslationCheckTests
{
    public static TheoryData<string, string, string, string> GoodOnes => new()
    {
        { "uk", Ukrainian, "en", UkrainianInEnglish },
        { "uk", Ukrainian, "ar", UkrainianInArabic },
        { "en", English, "uk", EnglishInUkrainian },
        { "en", English, "ar", EnglishInArabic },
        { "ru", Russian, "en", RussianInEnglish },
        { "pl", Polish, "uk", PolishInUkrainian },
    };

    [Theory]
    [MemberData(nameof(GoodOnes))]
    public void A_good_translation_raises_no_alarm(string from, string original, string into, string body) =>
        Assert.Empty(Advice(from, original, into, body));

    /// <summary>The texts say the same either way round.</summary>
    [Theory]
    [MemberData(nameof(GoodOnes))]
    public void Nor_does_it_the_other_way_round(string from, string original, string into, string body) =>
        Assert.Empty(Advice(into, body.Split("\n[^1]:")[0].Replace("[^1]", "", StringComparison.Ordinal).Replace("\n\n", "\n", StringComparison.Ordinal), from, original.Split('\n', original.StartsWith("Паром", StringComparison.Ordinal) ? 2 : 1)[^1].Replace("\n", "\n\n", StringComparison.Ordinal)));

    public static TheoryData<string, string, string, int> Slips => new()
    {
        { "3,450", "3,540", "NumberDiffers: 3 450 | 3,540", 3 },
        { "1.2 billion", "1.2 million", "NumberDiffers: 1,2 | 1.2", 2 },
        { "40 per cent", "41 per cent", "NumberDiffers: 40 | 41", 3 },
        { "fourteen times", "many times", "NumberMissing: 14", 2 },
        { "two people", "2,000 people", "NumberAdded: 2,000", 1 },
        { "July 12, 2004", "June 12, 2004", "DateDiffers: 12 липня 2004 | June 12, 2004", 1 },
        { "1 March 2009", "March 2009", "", 0 },
        { "1 March 2009", "the spring", "DateMissing: 1 березня 2009", 4 },
        { "Ostap Veremiyenko", "its captain", "", 0 },
        { "Hanna Kulchytska of", "the head of", "NameMissing: Ганна Кульчицька", 2 },
        { "(https://prytoka.example/2022/zvit)", "(https://prytoka.example/2022/zvit-2)", "LinkMissing: https://prytoka.example/2022/zvit?utm_source=feed", 3 },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_found_in_its_paragraph(string right, string wrong, string found, int paragraph)
    {
        var advice = Advice("uk", Ukrainian, "en", UkrainianInEnglish.Replace(right, wrong, StringComparison.Ordinal)).Where(f => f.Check != "LinkAdded").ToList();

        Assert.Equal(found.Length == 0 ? [] : [found], advice.Select(Said));
        Assert.All(advice, f => Assert.Equal((paragraph, "body", false), (f.Paragraph, f.Field, f.Stops)));
    }

    [Theory]
    [InlineData("الساعة ٦:٣٠", "الساعة ٦:٣٠ وفي ١٩ يونيو ٢٠٠٥", "DateAdded: ١٩ يونيو ٢٠٠٥")]
    [InlineData("٣٬٤٥٠", "٣٬٥٤٠", "NumberDiffers: 3 450 | ٣٬٥٤٠")]
    [InlineData("١٢ تموز/يوليو ٢٠٠٤", "١٢ حزيران/يونيو ٢٠٠٤", "DateDiffers: 12 липня 2004 | ١٢ حزيران/يونيو ٢٠٠٤")]
    [InlineData("هانا كولتشيتسكا", "المسؤولة", "NameMissing: Ганна Кульчицька")]
    public void Slips_are_found_in_Arabic_too(string right, string wrong, string found) =>
        Assert.Equal([found], Advice("uk", Ukrainian, "ar", UkrainianInArabic.Replace(right, wrong, StringComparison.Ordinal)).Select(Said));

    [Theory]
    [InlineData("1893-го", "1898-го", "DateDiffers: January 5, 1893 | 5 січня 1898")]
    [InlineData("47 за десять", "74 за десять", "NumberDiffers: 47 | 74")]
    [InlineData("18 400", "18,4", "NumberDiffers: 18,400 | 18,4")]
    [InlineData("Едвін Паско", "такий собі чоловік", "NameMissing: Edwin Pascoe")]
    public void Slips_are_found_in_Ukrainian_too(string right, string wrong, string found) =>
        Assert.Equal([found], Advice("en", English, "uk", EnglishInUkrainian.Replace(right, wrong, StringComparison.Ordinal)).Select(Said));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_missing_paragraph_is_named_by_its_number(int missing)
    {
        var paragraphs = NewsSite.Text.Paragraphs.Of(UkrainianInEnglish).ToList();
        paragraphs.RemoveAt(missing - 1);

        var found = Assert.Single(Advice("uk", Ukrainian, "en", string.Join("\n\n", paragraphs)), f => f.Check == "ParagraphMissing");

        // The title above the original's text is no paragraph.
        Assert.Equal($"{missing}", found.Details[0]);
        Assert.Equal(Math.Max(1, missing - 1), found.Paragraph);
    }

    [Fact]
    public void Paragraphs_joined_or_divided_are_not_missing()
    {
        var paragraphs = NewsSite.Text.Paragraphs.Of(UkrainianInEnglish);
        var joined = $"{paragraphs[0]} {paragraphs[1]}\n\n{string.Join("\n\n", paragraphs.Skip(2))}";
        var divided = UkrainianInEnglish.Replace("according to a survey", "according to a survey", StringComparison.Ordinal).Replace(" In the winter", "\n\nIn the winter", StringComparison.Ordinal);

        Assert.Empty(Advice("uk", Ukrainian, "en", joined));
        Assert.Empty(Advice("uk", Ukrainian, "en", divided));
    }

    [Fact]
    public void A_paragraph_left_in_the_original_is_found_in_another_script_and_in_the_same()
    {
        var ukrainian = NewsSite.Text.Paragraphs.Of(UkrainianInEnglish).ToList();
        ukrainian[1] = Ukrainian.Split('\n')[2];
        var polish = NewsSite.Text.Paragraphs.Of(PolishInUkrainian).ToList();

        Assert.Equal([2], Advice("uk", Ukrainian, "en", string.Join("\n\n", ukrainian)).Where(f => f.Check == "Untranslated").Select(f => f.Paragraph));
        Assert.Equal([3], Advice("pl", Polish, "en", $"Nothing of this is Polish, and it says so in more than six words.\n\nNor is this, which goes on for a while as well.\n\n{Polish.Split('\n')[2]}").Where(f => f.Check == "Untranslated").Select(f => f.Paragraph));
        Assert.DoesNotContain(Advice("pl", Polish, "uk", string.Join("\n\n", polish)), f => f.Check == "Untranslated");
    }

    [Fact]
    public void A_text_far_too_short_or_too_long_is_said_once()
    {
        var half = string.Join("\n\n", NewsSite.Text.Paragraphs.Of(UkrainianInEnglish).Take(2));

        Assert.Single(Advice("uk", Ukrainian, "en", half), f => f.Check == "MuchShorter");
        Assert.Single(Advice("uk", Ukrainian, "en", UkrainianInEnglish + "\n\n" + UkrainianInEnglish), f => f.Check == "MuchLonger");
    }

    [Fact]
    public void Somebody_this_site_knows_is_looked_for_by_every_name()
    {
        const string arabic = "كتبت ليال قندلفت في صحيفة الشرفة أن المدينة لا تنام.";
        IReadOnlyList<IReadOnlyList<string>> known = [["Layal Qandalaft", "ليال قندلفت"], ["Somebody Else", "أحد آخر"]];

        Assert.Equal(["NameMissing: ليال قندلفت"], Advice("ar", arabic, "en", "She wrote that the city never sleeps.", known).Select(Said));
        Assert.Empty(Advice("ar", arabic, "en", "Layal Qandalaft wrote that the city never sleeps.", known));
        Assert.Empty(Advice("ar", arabic, "uk", "Ляль Кандалафт писала, що місто не спить.", known));
    }

    [Theory]
    [InlineData("Ціна зросла з 2 до 3 мільйонів.", "The price rose from 2 million to 3 million.")]
    [InlineData("Це було в 90-х.", "That was in the 1990s.")]
    [InlineData("Наклад — 1 500 000.", "A print run of 1.5 million.")]
    [InlineData("Засідання о 22:15.", "The sitting was at 10.15 p.m.")]
    [InlineData("У ХІХ та ХХ століттях.", "In the 19th and 20th centuries.")]
    [InlineData("12–13 травня 2021 року.", "On May 12 and 13, 2021.")]
    [InlineData("Закон від 03.04.2020.", "The act of 3 April 2020.")]
    [InlineData("Понад двісті п’ятдесят людей.", "More than 250 people.")]
    [InlineData("25-річний тракторист.", "A tractor driver of twenty-five.")]
    [InlineData("Їх було 12 тисяч.", "There were twelve thousand of them.")]
    public void The_same_said_otherwise_is_the_same(string original, string body)
    {
        Assert.Empty(Advice("uk", original, "en", body));
        Assert.Empty(Advice("en", body, "uk", original));
    }

    [Fact]
    public void A_headline_that_counts_otherwise_than_the_original_is_found_in_its_field()
    {
        var piece = Piece("uk", Ukrainian, "en", UkrainianInEnglish, []);
        piece = piece with { Content = piece.Content with { Headline = "40 per cent more on the 3 450-passenger ferry", Standfirst = "A bridge for 1.3 billion" } };

        var found = Assert.Single(TranslationChecks.Find(piece));

        Assert.Equal(("standfirst", "NumberAdded: 1.3"), (found.Field, Said(found)));
    }

    [Fact]
    public void A_piece_without_an_original_or_in_its_own_language_is_compared_with_nothing()
    {
        Assert.Empty(Advice("en", English, "en", "Something else."));
        Assert.DoesNotContain(PublishingChecks.Find(Piece("uk", null, "en", UkrainianInEnglish, [])), f => !f.Stops);
    }

    [Fact]
    public void Ten_thousand_words_are_compared_and_nothing_is_found()
    {
        var original = string.Join('\n', Enumerable.Range(0, 65).Select(i => Ukrainian.Replace("12", $"{i + 13}", StringComparison.Ordinal)));
        var body = string.Join("\n\n", Enumerable.Range(0, 65).Select(i => UkrainianInEnglish.Split("\n[^1]:")[0].Replace("12", $"{i + 13}", StringComparison.Ordinal)));
        Assert.Empty(Advice("uk", original, "en", body));
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Advice("uk", original, "en", body);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{original.Split(' ').Length} and {body.Split(' ').Length} words: {times.Min():0} ms");
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("1.1.1.1.1")]
    [InlineData("Іван Іваненко ")]
    [InlineData("\n1")]
    [InlineData("12 липня 2001 ")]
    [InlineData("[a](http://b.example/?")]
    [InlineData("٣٬")]
    [InlineData("\U0001F600")]
    [InlineData("12:30:")]
    public void Nothing_typed_makes_it_fail(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 4_000));
        Advice("uk", text, "en", UkrainianInEnglish);
        Advice("uk", Ukrainian, "en", text);
        Advice("xx-Latn", text, "ar", "\n\n" + text);
    }

    private static List<Finding> Advice(string from, string original, string into, string body, IReadOnlyList<IReadOnlyList<string>>? known = null) => [.. TranslationChecks.Find(Piece(from, original, into, body, known ?? []))];

    private static CheckedPiece Piece(string from, string? original, string into, string body, IReadOnlyList<IReadOnlyList<string>> known) => new()
    {
        Content = new ArticleContent { Headline = "A headline", Body = body, Source = new ContentSource { Language = from, Title = "Паром, який не хоче моста" } },
        Language = into,
        Original = original,
        KnownNames = known,
    };

    private static string Said(Finding finding) => finding.Check + ": " + string.Join(" | ", finding.Details.Select(d => d.Trim('\u2068', '\u2069')));
}
