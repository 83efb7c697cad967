using NewsSite.Comments;

namespace NewsSite.Articles;

/// <summary>The named sets of articles. Nobody spells these conditions twice.</summary>
public static class ArticleScopes
{
    extension(IQueryable<Article> articles)
    {
        /// <summary>What readers see at that time.</summary>
        public IQueryable<Article> Published(DateTime now) =>
            articles.Where(a => a.Status == ArticleStatus.Published && a.PublishedAt <= now);

        /// <summary>Those whose conversation readers may see.</summary>
        public IQueryable<Article> WithConversation(ConversationPolicy policy) => policy.Mode == ConversationMode.Hidden
            ? articles.Where(a => a.Conversation != null && a.Conversation != ConversationMode.Hidden)
            : articles.Where(a => a.Conversation == null || a.Conversation != ConversationMode.Hidden);

        /// <summary>Newest first; total, so that pages neither repeat nor skip.</summary>
        public IQueryable<Article> LatestFirst => articles.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id);

        /// <summary>What lists show of these; to be asked for last, when they are limited and in order.</summary>
        public IQueryable<ArticleCard> Cards => articles.Select(ArticleCard.From(articles.Select(a => a.Id)));

        /// <summary>The piece with that address, in whatever state.</summary>
        public IQueryable<Article> At(ArticleAddress address) =>
            articles.Where(a => a.PublicationDay == address.Day && a.Slug == address.Slug);
    }
}
