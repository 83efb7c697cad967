using NetVips;
using NewsSite.ShareCards;

namespace NewsSite.Tests.ShareCards;

/// <summary>What cards look like, and that no text keeps one from being drawn.</summary>
public sealed class ShareCardTests
{
    /// <summary>The faces are the house's own and the library comes with the site; a pixel may still round otherwise on another processor.</summary>
    private const double MostOther = 0.00005;

    private static readonly string Reviewed = Path.Combine(AppContext.BaseDirectory, "ShareCards", "reviewed");

    public static TheoryData<string> Names => [.. ReviewedCards.All.Keys];

    public static TheoryData<string> Odd =>
    [
        "", " ", "\u0000\u0001", "\uD800 half a pair", "\uFFFE\uFFFF", "👩‍👩‍👧‍👧 🏳️‍🌈", "漢字かな 한글 ไทย हिन्दी ქართული", "\u202Eever erehwyreve\u202C", "&lt;b&gt; <span foreground='red'>", "a\nb\tc\u2028d", "\u200B\u2060", "\u00AD", "\u2028",
        new string('m', 4000), new string('\u0301', 300), string.Join(' ', Enumerable.Repeat("word", 2000)), "https://" + new string('x', 900) + ".example/",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_looks_as_it_did_when_it_was_reviewed(string name)
    {
        var png = ShareCardPress.Draw(ReviewedCards.All[name]);

        var file = Path.Combine(Reviewed, $"{name}.png");
        Assert.True(File.Exists(file) && Difference(png, File.ReadAllBytes(file)) <= MostOther, $"{name} is drawn otherwise than when it was reviewed: look at {Aside(name, png)}.");
    }

    [Fact]
    public void Thirty_cards_in_three_scripts_were_reviewed_and_each_is_another() =>
        Assert.Equal((30, 30, 30), (ReviewedCards.All.Count, ReviewedCards.All.Values.Select(c => c.Version).Distinct().Count(), Directory.GetFiles(Reviewed, "*.png").Length));

    [Fact]
    public void A_card_with_one_other_letter_would_be_found_out()
    {
        var card = ReviewedCards.All["en-three-lines"];

        var other = ShareCardPress.Draw(card with { Headline = card.Headline.Replace("river", "rives", StringComparison.Ordinal) });

        Assert.True(Difference(other, File.ReadAllBytes(Path.Combine(Reviewed, "en-three-lines.png"))) > MostOther);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void No_text_keeps_a_card_from_being_drawn(string text)
    {
        foreach (var language in (string[])["en", "ar", "zz"])
        {
            var png = ShareCardPress.Draw(new ShareCard { Language = language, Kicker = text, Headline = text, Credits = [text, text], Site = text, Host = text, Accent = "#9c2f1d" });

            using var picture = Image.NewFromBuffer(png);
            Assert.Equal((ShareCard.Width, ShareCard.Height, 3), (picture.Width, picture.Height, picture.Bands));
        }
    }

    [Fact]
    public void Whatever_is_said_otherwise_has_another_address()
    {
        var card = ReviewedCards.All["en-two-lines"];
        ShareCard[] others =
        [
            card, card with { Language = "uk" }, card with { Kicker = "x" }, card with { Headline = "x" }, card with { Credits = ["x"] }, card with { Credits = [] }, card with { Credits = [.. card.Credits.Reverse()] },
            card with { Site = "x" }, card with { Host = "x" }, card with { Accent = "#000000" },
        ];

        Assert.Equal(others.Length, others.Select(c => ShareCard.Path(7, c.Version)).Distinct().Count());
        Assert.Equal(card.Version, (card with { Headline = new string(card.Headline) }).Version);
        Assert.Matches("^/cards/7/[0-9a-f]{16}\\.png$", ShareCard.Path(7, card.Version));
    }

    /// <summary>How much of a picture is another colour, from 0 to 1.</summary>
    private static double Difference(byte[] one, byte[] other)
    {
        using var a = Image.NewFromBuffer(one);
        using var b = Image.NewFromBuffer(other);
        if (a.Width != b.Width || a.Height != b.Height || a.Bands != b.Bands)
        {
            return 1;
        }

        using var apart = (a - b).Abs() >= 48;
        return apart.Avg() / 255;
    }

    private static string Aside(string name, byte[] png)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "NewsSite.sln")))
        {
            directory = directory.Parent!;
        }

        var file = Path.Combine(directory.FullName, ".artifacts", "cards", $"{name}.png");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, png);
        return file;
    }
}
