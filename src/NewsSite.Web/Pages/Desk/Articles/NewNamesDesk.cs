using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Turns typed names into records at the time of the site.</summary>
public sealed class NewNamesDesk(NewNames names, TimeProvider clock)
{
    /// <summary>Now; UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The content with every name that was typed turned into a record.</summary>
    public Task<ArticleContent> ResolveAsync(ArticleContent content, DeskActor actor, CancellationToken cancel) => names.ResolveAsync(content, actor, Now, cancel);
}
