using System.Text;

namespace NewsSite.Media;

/// <summary>How an article's Markdown names a picture: the address of a kept file, so that it means the same anywhere.</summary>
public static class PictureMarkdown
{
    /// <summary>The line to put into a text: <c>![what is seen](/media/….webp "caption")</c>. What is seen is for the editor to say where the file did not; the checks ask for it.</summary>
    public static string Of(PictureFile picture)
    {
        var path = PictureSizes.Path(picture.File, PictureSizes.Kept(picture.Width).Max());
        return picture.Caption is { } caption
            ? $"![{Escape(picture.Alt ?? "", "[]\\")}]({path} \"{Escape(caption, "\"\\")}\")"
            : $"![{Escape(picture.Alt ?? "", "[]\\")}]({path})";
    }

    private static string Escape(string text, string signs) =>
        text.Aggregate(new StringBuilder(text.Length), (escaped, c) => (signs.Contains(c, StringComparison.Ordinal) ? escaped.Append('\\') : escaped).Append(c)).ToString();
}
