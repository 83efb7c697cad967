using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Search;

namespace NewsSite.Web.Search;

/// <summary>What the page of the search is made with.</summary>
public sealed record SearchTools(NewsDbContext Db, Searching Searching, SearchGate Gate, ConversationPolicy Policy, TimeProvider Clock);
