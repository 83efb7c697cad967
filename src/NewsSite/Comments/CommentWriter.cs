using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Moderation;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>A comment that passed every check and only has to be stored.</summary>
internal sealed record CommentDraft
{
    public required CommentPost Post { get; init; }

    public required string AuthorName { get; init; }

    public int? AccountId { get; init; }

    public string? GuestEmail { get; init; }

    public string? Network { get; init; }

    public required string Language { get; init; }

    public required RenderedText Text { get; init; }

    public required string Fingerprint { get; init; }

    public required CommentStatus Status { get; init; }

    public required CheckDecision Decision { get; init; }

    public MailFrequency MailAboutAnswers { get; init; }

    /// <summary>Writes the mail that asks a guest to confirm, once the comment has its key; null for an account.</summary>
    public Func<int, (OutboxMail Mail, string ConfirmationHash)>? Confirmation { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>
/// Stores posted comments, many in one transaction. SQLite has one writer and pays a disk flush for every commit (about 200 a second here), and posts under one
/// article must take turns on PostgreSQL too, for their places in the thread; so posts that arrive while a transaction runs wait together and are stored by the next one.
/// A post is answered only after its commit.
/// </summary>
public sealed class CommentWriter(IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>The most posts in one transaction, so that none waits long.</summary>
    private const int MostTogether = 100;

    private readonly ConcurrentQueue<Waiting> queue = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    private sealed class Waiting(CommentDraft draft)
    {
        public CommentDraft Draft { get; } = draft;

        public TaskCompletionSource<PostOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Stores a comment with all that belongs to it, or finds that it was stored before.</summary>
    internal async Task<PostOutcome> WriteAsync(CommentDraft draft)
    {
        var mine = new Waiting(draft);
        queue.Enqueue(mine);
        // Whoever gets the turn stores for all who wait. No cancellation: a post that was taken up is finished, whether or not its reader still listens.
        while (!mine.Outcome.Task.IsCompleted)
        {
            await turn.WaitAsync();
            try
            {
                if (!mine.Outcome.Task.IsCompleted)
                {
                    await WriteWaitingAsync();
                }
            }
            finally
            {
                turn.Release();
            }
        }

        return await mine.Outcome.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task WriteWaitingAsync()
    {
        var together = new List<Waiting>();
        while (together.Count < MostTogether && queue.TryDequeue(out var next))
        {
            together.Add(next);
        }

        try
        {
            await StoreAsync(together);
        }
        catch (Exception) when (together.Count > 1)
        {
            // One of them cannot be stored; the others must not suffer for it.
            foreach (var one in together)
            {
                await StoreAloneAsync(one);
            }
        }
        catch (Exception fault)
        {
            together[0].Outcome.SetException(fault);
        }
    }

    private async Task StoreAloneAsync(Waiting one)
    {
        try
        {
            await StoreAsync([one]);
        }
        catch (Exception fault)
        {
            one.Outcome.SetException(fault);
        }
    }

    private async Task StoreAsync(List<Waiting> together)
    {
        await using var scope = scopes.CreateAsyncScope();
        var batch = new CommentBatch(scope.ServiceProvider.GetRequiredService<NewsDbContext>());
        var outcomes = await batch.StoreAsync([.. together.Select(w => w.Draft)]);
        for (var i = 0; i < together.Count; i++)
        {
            together[i].Outcome.SetResult(outcomes[i]);
        }
    }
}
