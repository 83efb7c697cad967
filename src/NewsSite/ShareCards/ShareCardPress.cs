using System.Globalization;
using System.Security;
using NetVips;
using NewsSite.Site;
using NewsSite.Text;

namespace NewsSite.ShareCards;

/// <summary>
/// Draws cards with libvips and Pango, which shapes and orders every script: no browser, and the pages' own faces. What is drawn was written in the newsroom; all of it is
/// escaped all the same.
/// </summary>
public static class ShareCardPress
{
    private const int Margin = 72;

    /// <summary>The bar above everything, in the accent colour.</summary>
    private const int Bar = 14;

    private const int KickerTop = 62;

    private const int HeadlineTop = 116;

    /// <summary>Where the rule above the publication's name lies.</summary>
    private const int Rule = ShareCard.Height - 108;

    private const int RuleGap = 26;

    private const int FootHeight = 42;

    /// <summary>No card has room for more letters than these.</summary>
    private const int MostLetters = 2_000;

    /// <summary>The least room between headline and credits.</summary>
    private const int Between = 30;

    private const int TextWidth = ShareCard.Width - (2 * Margin);

    private const string Ink = "#1a1a18";

    private const string InkSoft = "#57544d";

    private const string RuleColour = "#d9d3c5";

    /// <summary>Sizes headlines are tried in, in pixels, the first that fits is taken.</summary>
    private static readonly int[] HeadlineSizes = [116, 104, 94, 84, 76, 68, 60, 54, 48, 43, 38];

    /// <summary>The same for the credits, which are not cut for the headline's sake.</summary>
    private static readonly int[] CreditSizes = [33, 30, 27, 24, 21, 18];

    /// <summary>Credits grow to this height at most, in pixels; the headline has the rest.</summary>
    private const int MostCredits = 200;

    private static readonly Lazy<bool> Faces = new(Load);

    /// <summary>Reads the faces and draws a card nobody sees, so that the first one takes no longer than the others.</summary>
    public static void WarmUp() => Draw(new ShareCard { Language = "en", Kicker = "A", Headline = "Aa Жж", Credits = ["عع"], Site = "A", Host = "a", Accent = Ink });

    /// <summary>Draws a card.</summary>
    /// <returns>A PNG of <see cref="ShareCard.Width"/> by <see cref="ShareCard.Height"/> pixels.</returns>
    public static byte[] Draw(ShareCard card)
    {
        _ = Faces.Value;
        var script = Script.Of(card.Language);
        using var sheet = new Sheet(script.RightToLeft);
        sheet.Fill(card.Accent, 0, 0, ShareCard.Width, Bar);
        sheet.Fill(RuleColour, Margin, Rule, TextWidth, 2);

        using (var kicker = Fitting(card.Kicker, size => script.Label(size, bold: true), [28, 24, 20], height: 48))
        {
            sheet.Print(kicker, card.Accent, KickerTop);
        }

        var foot = Rule + RuleGap;
        using (var host = Fitting(card.Host, size => Script.Latin.Label(size, bold: false), [26, 22, 18, 15], FootHeight, TextWidth / 2))
        using (var site = Fitting(card.Site, script.Headline, [36, 32, 28, 24, 20], FootHeight + 10, TextWidth - (host?.Width ?? 0) - Margin))
        {
            sheet.Print(site, Ink, foot + ((FootHeight - (site?.Height ?? 0)) / 2));
            sheet.Print(host, InkSoft, foot + ((FootHeight - (host?.Height ?? 0)) / 2), atEnd: true);
        }

        // From the rule upwards, so that headline and credits share what is between.
        using var credits = Fitting(card.Credits.Count == 0 ? null : string.Join('\n', card.Credits), script.Credits, CreditSizes, MostCredits);
        var creditsTop = Rule - RuleGap - (credits?.Height ?? 0);
        var top = HeadlineTop + script.Rise;
        using var headline = Fitting(card.Headline, script.Headline, HeadlineSizes, creditsTop - top - (credits is null ? 0 : Between));
        sheet.Print(credits, Ink, creditsTop);
        sheet.Print(headline, Ink, top);
        return sheet.ToPng();
    }

    /// <summary>Sets a text in the largest size that leaves it within a height; at the smallest it is cut at a word until it does.</summary>
    /// <returns>Null where there is nothing to be seen.</returns>
    private static Image? Fitting(string? typed, Func<int, Face> face, int[] sizes, int height, int width = TextWidth)
    {
        if (TypedText.Clean(typed ?? "").Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            foreach (var size in sizes)
            {
                var set = Set(text, face(size), width);
                if (set.Height <= height)
                {
                    return set;
                }

                set.Dispose();
            }

            // Halving, for a text may be as long as anybody cares to type. Beyond this nothing fits.
            text = text[..Math.Min(text.Length, MostLetters)];
            var (fits, tooLong) = (1, text.Length);
            while (tooLong - fits > 1)
            {
                var middle = (fits + tooLong) / 2;
                using var tried = Set(Cut(text, middle), face(sizes[^1]), width);
                (fits, tooLong) = tried.Height <= height ? (middle, tooLong) : (fits, middle);
            }

            return Set(Cut(text, fits), face(sizes[^1]), width);
        }
        catch (VipsException)
        {
            // Marks without width and the like: letters, but nothing to be seen.
            return null;
        }
    }

    /// <summary>The beginning of a text, up to a word's end where one is near.</summary>
    private static string Cut(string text, int length)
    {
        var beginning = text[..length];
        var word = beginning.LastIndexOfAny([' ', '\n']);
        return (word > length / 2 ? beginning[..word] : beginning).TrimEnd(' ', '\n', ',', ';', ':', '·') + "…";
    }

    private static Image Set(string text, Face face, int width)
    {
        var leading = ((int)Math.Round(face.Size * face.Leading * 1024)).ToString(CultureInfo.InvariantCulture);
        return Image.Text(
            $"<span lang=\"{SecurityElement.Escape(face.Language)}\" font_desc=\"{face.Families} {(face.Bold ? "Semi-Bold" : "")} {face.Size}px\" line_height=\"{leading}\">{SecurityElement.Escape(text)}</span>",
            width: width, dpi: 72, wrap: Enums.TextWrap.WordChar);
    }

    private static bool Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "share-card-fonts");
        foreach (var file in Directory.GetFiles(folder, "*.ttf").Order(StringComparer.Ordinal))
        {
            using var text = Image.Text("a", fontfile: file);
            text.CopyMemory().Dispose();
        }

        return true;
    }

    /// <summary>A face at a size.</summary>
    /// <param name="Families">Families, the first that has a letter sets it.</param>
    /// <param name="Size">In pixels.</param>
    /// <param name="Bold">Semi-bold, else regular.</param>
    /// <param name="Leading">From line to line, in parts of the size.</param>
    /// <param name="Language">Of the text.</param>
    private sealed record Face(string Families, int Size, bool Bold, double Leading, string Language);

    /// <summary>What a language is set in.</summary>
    private sealed record Script(string Language, bool RightToLeft)
    {
        private const string Serif = "News Serif,News Serif Cyrillic,News Naskh,serif";

        private const string Sans = "News Sans,News Sans Cyrillic,News Naskh,sans-serif";

        // The Arabic face brings its own space, figures and marks, so it stands first.
        private const string Naskh = "News Naskh,News Serif,News Serif Cyrillic,serif";

        private const string NaskhAndSans = "News Naskh,News Sans,News Sans Cyrillic,sans-serif";

        /// <summary>What stands above the letters needs this much more room below the kicker, in pixels.</summary>
        public int Rise => RightToLeft ? 12 : 0;

        public static readonly Script Latin = new("en", RightToLeft: false);

        public static Script Of(string language) => new(language, LanguageTag.Direction(language) == "rtl");

        public Face Headline(int size) => new(RightToLeft ? Naskh : Serif, size, Bold: true, RightToLeft ? 1.42 : 1.14, Language);

        public Face Credits(int size) => Label(size, bold: false) with { Leading = RightToLeft ? 1.6 : 1.38 };

        public Face Label(int size, bool bold) => new(RightToLeft ? NaskhAndSans : Sans, size, bold, RightToLeft ? 1.5 : 1.3, Language);
    }

    /// <summary>The paper. Its beginning is the left edge, or the right where the text runs that way.</summary>
    private sealed class Sheet(bool rightToLeft) : IDisposable
    {
        private Image paper = Image.Black(ShareCard.Width, ShareCard.Height, 3).NewFromImage(Rgb(AccentColour.LightPaper)).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

        public void Fill(string colour, int left, int top, int width, int height)
        {
            using var patch = paper.ExtractArea(left, top, width, height).NewFromImage(Rgb(colour));
            Put(paper.Insert(patch, left, top));
        }

        /// <summary>Prints a set text in a colour; <paramref name="atEnd"/> at the far edge.</summary>
        public void Print(Image? text, string colour, int top, bool atEnd = false)
        {
            if (text is null)
            {
                return;
            }

            // A letter may reach over the width it was given.
            var left = Math.Clamp(rightToLeft == atEnd ? Margin : ShareCard.Width - Margin - text.Width, 0, ShareCard.Width - 1);
            var (width, height) = (Math.Min(text.Width, ShareCard.Width - left), Math.Min(text.Height, ShareCard.Height - top));
            using var ground = paper.ExtractArea(left, top, width, height);
            using var ink = ground.NewFromImage(Rgb(colour));
            using var mask = text.ExtractArea(0, 0, width, height);
            using var printed = mask.Ifthenelse(ink, ground, blend: true);
            Put(paper.Insert(printed, left, top));
        }

        public byte[] ToPng() => paper.PngsaveBuffer(compression: 6, filter: Enums.ForeignPngFilter.None, keep: Enums.ForeignKeep.None);

        public void Dispose() => paper.Dispose();

        private static double[] Rgb(string colour) => [.. Enumerable.Range(0, 3).Select(i => (double)int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

        private void Put(Image next)
        {
            paper.Dispose();
            paper = next;
        }
    }
}
