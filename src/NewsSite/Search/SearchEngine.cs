namespace NewsSite.Search;

/// <summary>
/// An index of words, as the database at hand keeps one: a table for each <see cref="SearchKind"/>, of keys and words. The words come cut and levelled, so engines only have to find them.
/// Changes are part of the transaction that is open.
/// </summary>
public abstract class SearchEngine
{
    /// <summary>The table of a kind.</summary>
    protected static string TableOf(SearchKind kind) => kind == SearchKind.Articles ? "ArticleSearch" : "CommentSearch";

    /// <summary>Finds keys, the greatest first.</summary>
    /// <param name="kind">Where.</param>
    /// <param name="match">What; null for everything.</param>
    /// <param name="from">The smallest key wanted.</param>
    /// <param name="before">The smallest key no longer wanted.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="cancel">Ends the search.</param>
    internal abstract Task<List<long>> FindAsync(SearchKind kind, SearchMatch? match, long from, long before, int most, CancellationToken cancel);

    /// <summary>Keeps these, in place of those with their keys. The keys come in ascending order.</summary>
    internal abstract Task PutAsync(SearchKind kind, IReadOnlyList<SearchDocument> documents, CancellationToken cancel);

    /// <summary>Forgets those with these keys; keys that are not there are passed over.</summary>
    internal abstract Task RemoveAsync(SearchKind kind, IReadOnlyList<long> ranks, CancellationToken cancel);

    /// <summary>Nobody else changes what these articles are searched by, nor posts beneath them, until the transaction ends.</summary>
    internal abstract Task LockAsync(IReadOnlyList<int> articles, CancellationToken cancel);

    /// <summary>Much is about to be written, by one who does not mind waiting. <see cref="TidyAsync"/> ends it.</summary>
    internal virtual Task ExpectMuchAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Sorts in what was put aside to be sorted in at once, where enough of it has come together; outside a transaction.</summary>
    internal virtual Task SortInAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Forgets what there is no article and no comment of, and puts the index in order, once it was built anew.</summary>
    internal abstract Task TidyAsync(CancellationToken cancel);

    /// <summary>The bytes an index takes.</summary>
    public abstract Task<long> SizeAsync(SearchKind kind, CancellationToken cancel);
}
