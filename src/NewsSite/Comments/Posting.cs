using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Moderation;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>A guest's comment that waits for the click on a mailed link; from this the mail is written.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="Token">The secret of the link.</param>
/// <param name="Email">Where the mail goes.</param>
/// <param name="Name">The name given.</param>
/// <param name="Language">The language of the article.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Text">What the guest wrote.</param>
/// <param name="At">When; UTC.</param>
public sealed record GuestComment(int CommentId, string Token, string Email, string Name, string Language, string Headline, string Text, DateTime At);

/// <summary>Takes what readers post: refuses it with a reason, or stores it visible, held, or waiting for a guest's click.</summary>
public sealed class Posting(NewsDbContext db, PostingRules rules, CommentWriter writer)
{
    /// <summary>What posting reads of the article.</summary>
    private sealed record Place(string Headline, string Language, ConversationStanding Standing);

    /// <summary>What posting knows of the writer.</summary>
    private sealed record Writer(int? AccountId, string? Email, string Name, bool IsTrusted, MailFrequency ReplyMail);

    /// <summary>Posts a comment.</summary>
    /// <param name="post">What is to be said.</param>
    /// <param name="poster">By whom.</param>
    /// <param name="confirmation">Writes the mail that asks a guest to confirm.</param>
    /// <param name="now">When; UTC.</param>
    /// <param name="cancel">Ends the asking; what is being stored is stored.</param>
    public async Task<PostOutcome> PostAsync(CommentPost post, CommentPoster poster, Func<GuestComment, OutboxMail> confirmation, DateTime now, CancellationToken cancel = default)
    {
        if (await FindPlaceAsync(post.ArticleId, now, cancel) is not { } place)
        {
            return new PostOutcome.Refused(CommentRefusal.NoArticle);
        }

        post = post with { Text = TypedText.Clean(post.Text), PostKey = post.PostKey is { Length: > 0 and <= CommentPost.MaxKeyLength } key && key.All(char.IsAsciiLetterOrDigit) ? key : null };
        var text = CommentMarkup.Render(post.Text);
        if (WhyNot(place, poster, text) is { } refusal)
        {
            return new PostOutcome.Refused(refusal);
        }

        var (writer, unfit) = poster.AccountId is { } id ? await FindAccountAsync(id, post.ArticleId, cancel) : await ReadGuestAsync(poster, cancel);
        if (writer is null)
        {
            return new PostOutcome.Refused(unfit!.Value);
        }

        return await DecideAsync(post, poster, place, writer, text, confirmation, now, cancel);
    }

    private async Task<PostOutcome> DecideAsync(
        CommentPost post, CommentPoster poster, Place place, Writer by, RenderedText text, Func<GuestComment, OutboxMail> confirmation, DateTime now, CancellationToken cancel)
    {
        var fingerprint = CommentFingerprint.Of(post.ArticleId, post.ParentId, by.AccountId, by.Email, post.Text);
        if (!by.IsTrusted && !rules.Pace.Allows(by.AccountId, poster.Network))
        {
            // Not for the second click on the same button: that one gets the first comment.
            return await FindEarlierAsync(fingerprint, now, cancel) ?? new PostOutcome.Refused(CommentRefusal.TooFast);
        }

        var decision = await rules.Checks.DecideAsync(new Submission
        {
            ArticleId = post.ArticleId,
            ParentId = post.ParentId,
            Mode = place.Standing.Mode,
            AccountId = by.AccountId,
            IsTrusted = by.IsTrusted,
            GuestEmail = by.Email,
            AuthorName = by.Name,
            Markdown = post.Text,
            Html = text.Html.ToString(),
            Fingerprint = fingerprint,
            NetworkHash = poster.Network,
            WritingSeconds = post.WritingSeconds,
            FellForHoneypot = post.FellForHoneypot,
            At = now,
        }, cancel);
        if (decision.Action == ModerationAction.Refused)
        {
            return new PostOutcome.Refused(CommentRefusal.Unwanted);
        }

        return await writer.WriteAsync(new CommentDraft
        {
            Post = post,
            AuthorName = by.Name,
            AccountId = by.AccountId,
            GuestEmail = by.Email,
            Network = poster.Network,
            Language = LanguageTag.Canonical(post.Language) ?? place.Language,
            Text = text,
            Fingerprint = fingerprint,
            Status = by.AccountId is null ? CommentStatus.Unconfirmed : decision.Action == ModerationAction.Held ? CommentStatus.Held : CommentStatus.Published,
            Decision = decision,
            MailAboutAnswers = !post.WantsMail ? MailFrequency.Never : by.ReplyMail == MailFrequency.Never ? MailFrequency.Now : by.ReplyMail,
            Confirmation = by.Email is null ? null : key =>
            {
                var (token, hash) = GuestAddress.NewToken();
                return (confirmation(new GuestComment(key, token, by.Email, by.Name, place.Language, place.Headline, post.Text, now)), hash);
            },
            At = now,
        });
    }

    private CommentRefusal? WhyNot(Place place, CommentPoster poster, RenderedText text) =>
        place.Standing.Mode == ConversationMode.Hidden ? CommentRefusal.NoArticle
        : !place.Standing.IsOpen ? CommentRefusal.Closed
        : poster.AccountId is null && (place.Standing.Mode == ConversationMode.MembersOnly || !rules.Policy.Guests) ? CommentRefusal.MembersOnly
        : text.Refusal is { } why ? CommentRefusals.Of(why)
        : null;

    private async Task<Place?> FindPlaceAsync(int articleId, DateTime now, CancellationToken cancel)
    {
        var found = await db.Articles.Published(now).Where(a => a.Id == articleId)
            .Select(a => new { a.Headline, a.Language, a.Conversation, a.ConversationStaysOpen, a.PublishedAt })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null
            : new Place(found.Headline, found.Language, Article.StandingOf(found.Conversation, found.ConversationStaysOpen, found.PublishedAt, now, rules.Policy));
    }

    private async Task<(Writer? By, CommentRefusal? Unfit)> FindAccountAsync(int accountId, int articleId, CancellationToken cancel)
    {
        var found = await db.Accounts.Where(a => a.Id == accountId)
            .Select(a => new
            {
                a.DisplayName,
                a.EmailConfirmed,
                a.ErasedAt,
                a.ReplyMail,
                OnStaff = a.Roles.Any(r => r.Role != AccountRole.Translator),
                IsCredited = a.ContributorId != null && db.Credits.Any(c => c.ArticleId == articleId && c.ContributorId == a.ContributorId),
            })
            .SingleOrDefaultAsync(cancel);
        return found is { EmailConfirmed: true, ErasedAt: null }
            ? (new Writer(accountId, null, found.DisplayName, found.OnStaff || found.IsCredited, found.ReplyMail), null)
            : (null, CommentRefusal.NotConfirmed);
    }

    private async Task<(Writer? By, CommentRefusal? Unfit)> ReadGuestAsync(CommentPoster poster, CancellationToken cancel)
    {
        var name = DisplayNames.Read(poster.Name ?? "");
        return await rules.Names.CheckAsync(name, null, cancel) is { } unfit ? (null, CommentRefusals.Of(unfit))
            : GuestAddress.Read(poster.Email) is { } email ? (new Writer(null, email, name, false, MailFrequency.Never), null)
            : (null, CommentRefusal.EmailUnfit);
    }

    private async Task<PostOutcome?> FindEarlierAsync(string fingerprint, DateTime now, CancellationToken cancel) =>
        await db.CommentOrigins
            .Where(o => o.Fingerprint == fingerprint && o.PostedAt > now - CommentOrigin.RepeatWindow)
            .Where(o => o.Comment.Status == CommentStatus.Published || o.Comment.Status == CommentStatus.Held || o.Comment.Status == CommentStatus.Unconfirmed)
            .OrderBy(o => o.CommentId)
            .Select(o => new PostOutcome.Stored(o.CommentId, o.Comment.ThreadId, o.Comment.Status, true))
            .FirstOrDefaultAsync(cancel);
}
