using NewsSite.Site;

namespace NewsSite.Tests;

/// <summary>The one colour of the publication is readable wherever text is set in it.</summary>
public sealed class AccentColourTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#9c2f1d", AccentColour.LightPaper, 7.03)]
    public void Contrast_is_counted_as_wcag_counts_it(string one, string other, double contrast) => Assert.Equal(contrast, AccentColour.Contrast(one, other), 0.02);

    [Fact]
    public void Whatever_colour_is_taken_is_readable_on_paper_and_on_its_own_tint_by_day_and_by_night()
    {
        for (var colour = 0; colour < 0x1000000; colour += 0x01357)
        {
            var accent = AccentColour.Read($"#{colour:x6}", null)!;
            if (accent.WhyNot() is null)
            {
                Assert.All(
                    [(accent.Light, AccentColour.LightPaper), (accent.Light, accent.LightTint), (accent.Dark, AccentColour.DarkPaper), (accent.Dark, accent.DarkTint)],
                    pair => Assert.InRange(AccentColour.Contrast(pair.Item1, pair.Item2), AccentColour.LeastContrast, 21));
            }
            else
            {
                Assert.Equal(SettingRefusal.AccentFaintByDay, accent.WhyNot());
            }
        }
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#0b5d3b; }")]
    [InlineData("#0b5d3g")]
    public void What_is_no_colour_of_six_digits_is_none(string typed) => Assert.Null(AccentColour.Read(typed, null));

    [Fact]
    public void The_papers_are_those_of_the_style_sheet()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "NewsSite.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The solution is not above the tests.");
        }

        Assert.Contains($"--paper: light-dark({AccentColour.LightPaper}, {AccentColour.DarkPaper});", File.ReadAllText(Path.Combine(root.FullName, "src/NewsSite.Web/wwwroot/css/tokens.css")), StringComparison.Ordinal);
    }
}
