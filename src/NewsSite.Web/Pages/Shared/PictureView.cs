namespace NewsSite.Web.Pages.Shared;

/// <summary>A picture to print: its file, how wide it will stand, and what it shows.</summary>
/// <param name="File">The stem of its files.</param>
/// <param name="Width">Width of the largest size, in pixels.</param>
/// <param name="Height">Height of the largest size, in pixels.</param>
/// <param name="Alt">What is seen.</param>
/// <param name="Sizes">The value of the <c>sizes</c> attribute.</param>
/// <param name="IsFirst">True for the one picture a reader waits for; all others load when they come near.</param>
public sealed record PictureView(string File, int Width, int Height, string Alt, string Sizes, bool IsFirst);
