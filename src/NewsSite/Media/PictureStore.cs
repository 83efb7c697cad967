namespace NewsSite.Media;

/// <summary>Keeps picture files in the media directory.</summary>
public sealed class PictureStore;
