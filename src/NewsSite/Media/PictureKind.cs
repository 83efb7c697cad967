namespace NewsSite.Media;

/// <summary>The kinds of picture taken, by what the file holds.</summary>
public enum PictureKind
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>AVIF.</summary>
    Avif,

    /// <summary>GIF.</summary>
    Gif,
}

/// <summary>What a kind is called by those who name files and those who declare types.</summary>
public static class PictureKinds
{
    extension(PictureKind kind)
    {
        /// <summary>Its name as printed.</summary>
        public string Name => kind switch
        {
            PictureKind.Jpeg => "JPEG",
            PictureKind.Png => "PNG",
            PictureKind.WebP => "WebP",
            PictureKind.Avif => "AVIF",
            _ => "GIF",
        };

        /// <summary>The endings its files go by, the usual one first.</summary>
        public IReadOnlyList<string> Extensions => kind switch
        {
            PictureKind.Jpeg => [".jpg", ".jpeg", ".jpe", ".jfif"],
            PictureKind.Png => [".png"],
            PictureKind.WebP => [".webp"],
            PictureKind.Avif => [".avif"],
            _ => [".gif"],
        };

        /// <summary>The media types it is declared as, the right one first.</summary>
        public IReadOnlyList<string> MediaTypes => kind switch
        {
            PictureKind.Jpeg => ["image/jpeg", "image/jpg", "image/pjpeg"],
            PictureKind.Png => ["image/png", "image/x-png"],
            PictureKind.WebP => ["image/webp"],
            PictureKind.Avif => ["image/avif"],
            _ => ["image/gif"],
        };
    }
}
