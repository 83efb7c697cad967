using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsSite.Comments;
using NewsSite.Email;

namespace NewsSite.Data;

/// <summary>Rings <see cref="OutboxSignal"/> once a mail or a notice is committed, so that whoever saves one need not think of it.</summary>
public sealed class OutboxBell(OutboxSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    // Contexts are pooled and interceptors shared, so what a context has saved but not committed is remembered beside it.
    private readonly ConditionalWeakTable<DbContext, object> uncommitted = [];

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // Without a search for changes: what is added is known as such, and a batch has turned the search off for a reason.
        if (eventData.Context is { } context && HoldsNews(context))
        {
            uncommitted.AddOrUpdate(context, this);
        }

        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            RingFor(context);
        }

        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        RingFor(eventData.Context);
        return Task.CompletedTask;
    }

    private static bool HoldsNews(DbContext context)
    {
        var search = context.ChangeTracker.AutoDetectChangesEnabled;
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return context.ChangeTracker.Entries().Any(e => e is { State: EntityState.Added, Entity: OutboxMail or CommentNotice });
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = search;
        }
    }

    private void RingFor(DbContext? context)
    {
        if (context is not null && uncommitted.Remove(context))
        {
            signal.Ring();
        }
    }
}
