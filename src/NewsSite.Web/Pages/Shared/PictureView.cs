using NewsSite.Media;
using NewsSite.Articles;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A picture to print: its file, how wide it will stand, and what it shows.</summary>
/// <param name="File">The stem of its files.</param>
/// <param name="Width">Width of the largest size, in pixels.</param>
/// <param name="Height">Height of the largest size, in pixels.</param>
/// <param name="Alt">What is seen.</param>
/// <param name="Sizes">The value of the <c>sizes</c> attribute.</param>
/// <param name="IsFirst">True for the one picture a reader waits for; all others load when they come near.</param>
/// <param name="Focus">The class that keeps what matters in sight where the picture is cropped; null for the middle.</param>
public sealed record PictureView(string File, int Width, int Height, string Alt, string Sizes, bool IsFirst, string? Focus = null)
{
    /// <summary>Where its files are served.</summary>
    public string BasePath { get; init; } = PictureSizes.BasePath;

    /// <summary>An article's picture above its text, in full.</summary>
    public static PictureView Of(ArticleCard card) => new(card.PictureFile!, card.PictureWidth!.Value, card.PictureHeight!.Value, card.PictureAlt!, "(min-width: 62rem) 58rem, 100vw", true);

    /// <summary>An article's picture on a card, cropped; the card's link says all there is to say.</summary>
    public static PictureView OnCard(ArticleCard card, CardSize size) => new(
        card.PictureFile!,
        card.PictureWidth!.Value,
        card.PictureHeight!.Value,
        "",
        size switch
        {
            CardSize.Lead => "(min-width: 62rem) 46rem, 100vw",
            CardSize.Row => "(min-width: 40rem) 14rem, 7rem",
            _ => "(min-width: 48rem) 22rem, 100vw",
        },
        size == CardSize.Lead,
        FocusClass(card.PictureFocusX ?? 50, card.PictureFocusY ?? 50));

    /// <summary>The classes of a focal point, to the nearest tenth: pages carry no style of their own, so each place has a class in <c>cards.css</c>.</summary>
    public static string? FocusClass(int x, int y) => (Tenth(x), Tenth(y)) is var (left, top) && (left, top) != (5, 5) ? $"focus-x-{left} focus-y-{top}" : null;

    private static int Tenth(int percent) => (int)Math.Round(Math.Clamp(percent, 0, 100) / 10.0, MidpointRounding.AwayFromZero);
}
