using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>What one reader said under an article. Its parent is the comment really answered, at any depth, for ever.</summary>
public sealed class Comment
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 10_000;

    /// <summary>The longest printed name, in characters.</summary>
    public const int MaxNameLength = Account.MaxNameLength;

    /// <summary>For so long the writer may edit, answered or not.</summary>
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

    /// <summary>For so long at most the writer may edit what nobody has answered.</summary>
    public static readonly TimeSpan LongestEditWindow = TimeSpan.FromDays(1);

    /// <summary>For so long the writer may undo taking a comment back.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromHours(1);

    private Comment(Article article, Comment? parent, string authorName)
    {
        Article = article;
        ParentId = parent?.Id;
        ThreadId = parent?.ThreadId ?? 0;
        Depth = (parent?.Depth ?? 0) + 1;
        AuthorName = authorName;
        Language = article.Language;
    }

    private Comment(string authorName, string language)
    {
        AuthorName = authorName;
        Language = language;
    }

    /// <summary>The key in the database. Rises with posting, so a parent always has the smaller one.</summary>
    public int Id { get; private set; }

    /// <summary>The article it stands under.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The article it stands under.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>The comment it answers; null at the top of a thread.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The comment it answers; null at the top of a thread.</summary>
    public Comment? Parent { get; private set; }

    /// <summary>
    /// The top comment of its thread: its own key for a top comment. Zero only between the insert of a new top comment and the statement that
    /// follows it in the same transaction, see <see cref="Commenting.AppendAsync"/>.
    /// </summary>
    public int ThreadId { get; private set; }

    /// <summary>True level, from 1 for a top comment; never capped.</summary>
    public int Depth { get; private set; }

    /// <summary>Its place in the thread by time of posting, from 1. The first N of a thread always hold their own ancestors, so a long thread can be cut there.</summary>
    public int ThreadPosition { get; private set; }

    /// <summary>Published comments beneath it, at all depths. Kept on top comments only, by <see cref="Commenting"/>.</summary>
    public int ReplyCount { get; private set; }

    /// <summary>Accounts that found it useful. Kept by <see cref="Useful"/>.</summary>
    public int UsefulCount { get; private set; }

    /// <summary>What "best" sorts threads by: see <see cref="Useful.Merit"/>.</summary>
    public int Merit { get; private set; }

    /// <summary>Which of its texts readers see, from 1.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Which text of its parent it answers; null at the top, and where nobody knows.</summary>
    public int? ParentRevision { get; private set; }

    /// <summary>When its text was last changed; UTC. Null when it never was.</summary>
    public DateTime? EditedAt { get; private set; }

    /// <summary>When its writer took it back; UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>What it was before its writer took it back.</summary>
    public CommentStatus? StatusBeforeWithdrawal { get; private set; }

    /// <summary>True where only the displayed parent is known, as at the deepest level of an imported page: the page then says no "in reply to".</summary>
    public bool ParentIsApproximate { get; private set; }

    /// <summary>What became of it.</summary>
    public CommentStatus Status { get; private set; }

    /// <summary>Why a moderator removed or refused it, as readers and its writer are told; plain text.</summary>
    public string? RemovalReason { get; private set; }

    /// <summary>The name printed above it, as it was when posted.</summary>
    public string AuthorName { get; private set; }

    /// <summary>The account that wrote it; null for a guest.</summary>
    public int? AccountId { get; private set; }

    /// <summary>The account that wrote it; null for a guest.</summary>
    public Account? Account { get; private set; }

    /// <summary>When it was posted; UTC. Null where an archived page did not say.</summary>
    public DateTime? PostedAt { get; private set; }

    /// <summary>The language of the text; a BCP 47 tag, the article's unless said otherwise.</summary>
    public string Language { get; private set; }

    /// <summary>The text as written: the Markdown subset of <see cref="CommentMarkup"/>.</summary>
    public string BodyMarkdown { get; private set; } = "";

    /// <summary>The text as printed.</summary>
    public SafeHtml BodyHtml { get; private set; }

    /// <summary>Which version of <see cref="CommentMarkup"/> made <see cref="BodyHtml"/>.</summary>
    public int MarkupVersion { get; private set; }

    /// <summary>Begins a thread under an article, or answers a comment under the same article.</summary>
    /// <exception cref="ArgumentException">The parent is not stored yet, or stands under another article.</exception>
    public static Comment Under(Article article, Comment? parent, string authorName, DateTime? postedAt)
    {
        if (parent is not null && (parent.Id == 0 || parent.ArticleId != article.Id))
        {
            throw new ArgumentException("A reply answers a stored comment under the same article.", nameof(parent));
        }

        var name = authorName.Trim();
        return new Comment(article, parent, name[..Math.Min(name.Length, MaxNameLength)]) { PostedAt = postedAt };
    }

    /// <summary>Sets the text and renders it.</summary>
    /// <returns>The refusal, or null when the text was taken.</returns>
    public MarkupRefusal? Write(string markdown)
    {
        var rendered = CommentMarkup.Render(markdown);
        if (rendered.Refusal is not null)
        {
            return rendered.Refusal;
        }

        BodyMarkdown = markdown;
        BodyHtml = rendered.Html;
        MarkupVersion = CommentMarkup.Version;
        return null;
    }

    /// <summary>
    /// Places a comment posted now: as <see cref="Under"/>, from what the writing transaction has read of the article and the parent, without loading them.
    /// </summary>
    internal static Comment Posted(int articleId, CommentParent? parent, string authorName, int? accountId, string language, RenderedText text, string markdown, CommentStatus status, DateTime now) =>
        new(authorName, language)
        {
            ArticleId = articleId,
            ParentId = parent?.Id,
            ParentRevision = parent?.AnsweredRevision,
            ThreadId = parent?.ThreadId ?? 0,
            Depth = (parent?.Depth ?? 0) + 1,
            AccountId = accountId,
            BodyMarkdown = markdown,
            BodyHtml = text.Html,
            MarkupVersion = CommentMarkup.Version,
            Status = status,
            PostedAt = now,
        };

    /// <summary>Names the account that wrote it.</summary>
    public void WrittenBy(Account? account) => Account = account;

    /// <summary>Until when its writer may edit it: fifteen minutes, or as long as nobody has answered but at most a day. Null when never.</summary>
    public DateTime? EditableUntil(bool isAnswered) =>
        PostedAt is { } posted && Status is CommentStatus.Published or CommentStatus.Held or CommentStatus.Unconfirmed
            ? posted + (isAnswered ? EditWindow : LongestEditWindow)
            : null;

    /// <summary>True when its writer may edit it at that time.</summary>
    public bool CanBeEdited(bool isAnswered, DateTime now) => now < EditableUntil(isAnswered);

    /// <summary>True when its writer may take it back.</summary>
    public bool CanBeWithdrawn => Status is CommentStatus.Published or CommentStatus.Held or CommentStatus.Unconfirmed;

    /// <summary>True when its writer may still undo taking it back.</summary>
    public bool CanBeRestored(DateTime now) => Status == CommentStatus.Withdrawn && now < WithdrawnAt + UndoWindow;

    /// <summary>Gives it a new text. The caller keeps the old one: see <see cref="CommentRevision.Past"/>.</summary>
    internal void Rewrite(string markdown, SafeHtml html, DateTime now)
    {
        (BodyMarkdown, BodyHtml, MarkupVersion) = (markdown, html, CommentMarkup.Version);
        Revision++;
        EditedAt = now;
    }

    /// <summary>Gives it back the text it had before its last change. The caller keeps the changed one.</summary>
    internal void TakeBackEdit(CommentRevision past)
    {
        (BodyMarkdown, BodyHtml, MarkupVersion) = (past.BodyMarkdown, past.BodyHtml, CommentMarkup.Version);
        Revision = past.Number;
        EditedAt = past.Number == 1 ? null : past.WrittenAt;
    }

    /// <summary>Says that the text is in another language than the article; a tag that is none is passed over.</summary>
    public void InLanguage(string? tag) => Language = LanguageTag.Canonical(tag) ?? Language;

    /// <summary>Says that its parent is only the displayed one.</summary>
    public void MarkParentApproximate() => ParentIsApproximate = true;

    /// <summary>Makes it wait for a moderator.</summary>
    public void Hold() => Status = CommentStatus.Held;

    /// <summary>Lets it be seen.</summary>
    public void Publish() => (Status, RemovalReason) = (CommentStatus.Published, null);

    /// <summary>A moderator refuses it before anybody saw it.</summary>
    public void Reject(string publicReason) => (Status, RemovalReason) = (CommentStatus.Rejected, publicReason);

    /// <summary>Puts it back to what it was before a decision that is undone.</summary>
    public void Restore(CommentStatus before) => (Status, RemovalReason) = (before, null);

    /// <summary>Its writer takes it back.</summary>
    public void Withdraw(DateTime now)
    {
        StatusBeforeWithdrawal = Status;
        WithdrawnAt = now;
        Status = CommentStatus.Withdrawn;
    }

    /// <summary>Its writer thinks better of it, within <see cref="UndoWindow"/>.</summary>
    public void Unwithdraw()
    {
        Status = StatusBeforeWithdrawal ?? CommentStatus.Published;
        (StatusBeforeWithdrawal, WithdrawnAt) = (null, null);
    }

    /// <summary>True when its writer took it back and can no longer undo that, and the text is still there.</summary>
    public bool IsDueForBlanking(DateTime now) => Status == CommentStatus.Withdrawn && BodyMarkdown.Length > 0 && !CanBeRestored(now);

    /// <summary>Takes the text of what was taken back away for good.</summary>
    public void Blank() => (BodyMarkdown, BodyHtml) = ("", SafeHtml.Empty);

    /// <summary>Takes text and name away for good and leaves the place.</summary>
    public void Erase()
    {
        (BodyMarkdown, BodyHtml, AuthorName, Account, AccountId) = ("", SafeHtml.Empty, "", null, null);
        Status = CommentStatus.Erased;
    }

    /// <summary>An account claims what it said as a guest.</summary>
    public void GiveTo(int accountId) => AccountId = accountId;

    /// <summary>Says what readers think of it.</summary>
    internal void Rate(int useful, int merit) => (UsefulCount, Merit) = (useful, merit);

    /// <summary>A moderator takes it away, with a reason readers are told.</summary>
    public void Remove(string publicReason)
    {
        Status = CommentStatus.Removed;
        RemovalReason = publicReason;
    }

    /// <summary>Gives it its place in the thread, from 1.</summary>
    internal void PlaceInThread(int position) => ThreadPosition = position;

    /// <summary>Makes a top comment, now that it has a key, the top of its own thread.</summary>
    internal void HeadThread() => ThreadId = Id;
}
