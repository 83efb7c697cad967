using NewsSite.Articles;
using NewsSite.Comments;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A page of a conversation and the article it stands under.</summary>
/// <param name="Conversation">The comments.</param>
/// <param name="Article">The article.</param>
/// <param name="Standing">Whether something can be added, and why not.</param>
/// <param name="Page">The page it is printed on.</param>
public sealed record ConversationView(Conversation Conversation, ArticleCard Article, ConversationStanding Standing, SitePage Page)
{
    /// <summary>The form to begin a thread.</summary>
    /// <param name="guests">Whether people without an account may post.</param>
    public ReplyFormView Form(bool guests) => new() { Page = Page, ArticleId = Article.Id, Place = $"{Article.Address}#comments", Language = Article.Language, TakesGuests = guests && Standing.Mode != ConversationMode.MembersOnly };

    /// <summary>The address of the conversation's pages.</summary>
    public string Path => $"{Article.Address}/comments";

    /// <summary>The address of the first page in an order; the article itself for the order it prints.</summary>
    public string InOrder(ConversationOrder order) => order == ConversationOrder.Oldest ? $"{Article.Address}#comments" : $"{Path}?sort={Name(order)}#comments";

    /// <summary>The address of the next page; null on the last.</summary>
    public string? NextPage => Conversation.Next is { } next
        ? $"{Path}?{(Conversation.Order == ConversationOrder.Oldest ? "" : $"sort={Name(Conversation.Order)}&")}after={next.ToString(Conversation.Order)}#comments"
        : null;

    /// <summary>An order's name in addresses: <c>oldest</c>, <c>newest</c>, <c>most-replied</c>.</summary>
    public static string Name(ConversationOrder order) => order switch
    {
        ConversationOrder.Newest => "newest",
        ConversationOrder.MostReplied => "most-replied",
        ConversationOrder.Best => "best",
        _ => "oldest",
    };

    /// <summary>Reads an order's name; null when it is none.</summary>
    public static ConversationOrder? Order(string name) => Enum.GetValues<ConversationOrder>().Cast<ConversationOrder?>().FirstOrDefault(o => Name(o!.Value) == name);
}

/// <summary>Placed comments to print as nested lists.</summary>
/// <param name="Comments">In display order.</param>
/// <param name="Page">The page they are printed on.</param>
/// <param name="CutThreads">Threads shown in part.</param>
/// <param name="CanReply">True where the conversation takes replies.</param>
public sealed record ThreadView(IReadOnlyList<PlacedComment> Comments, SitePage Page, IReadOnlyDictionary<int, CutThread> CutThreads, bool CanReply = false)
{
    /// <summary>True in another site's page, where links lead out of the frame and only those within it stay.</summary>
    public bool IsEmbedded { get; init; }
}
