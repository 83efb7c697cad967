namespace NewsSite.Text;

/// <summary>
/// HTML that came out of a sanitizer of this house. The only kind of text a page may print without encoding: it is made by
/// <see cref="ArticleMarkup"/> and <see cref="CommentMarkup"/>, or read back from where their output was stored.
/// </summary>
public readonly record struct SafeHtml
{
    private readonly string? html;

    private SafeHtml(string html) => this.html = html;

    /// <summary>No text.</summary>
    public static SafeHtml Empty => default;

    /// <summary>True when there is nothing to print.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(html);

    /// <summary>Reads back what was stored. For the database mapping only: the text must have been a <see cref="SafeHtml"/> when it was written.</summary>
    public static SafeHtml FromStore(string stored) => new(stored);

    /// <summary>The markup.</summary>
    public override string ToString() => html ?? "";

    internal static SafeHtml FromSanitizer(string sanitized) => new(sanitized);
}
