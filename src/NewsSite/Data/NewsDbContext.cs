using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Email;
using NewsSite.Media;
using NewsSite.Moderation;
using NewsSite.Newsletter;
using NewsSite.Readership;
using NewsSite.Search;
using NewsSite.Site;
using NewsSite.Sources;
using NewsSite.Staff;
using NewsSite.Text;
using NewsSite.Tokens;

namespace NewsSite.Data;

/// <summary>The newsroom's records. One model for both databases; what differs between them lives in the two classes derived from this one.</summary>
public abstract class NewsDbContext(DbContextOptions options) : IdentityUserContext<Account, int>(options), IDataProtectionKeyContext
{
    /// <summary>What language versions share.</summary>
    public DbSet<Work> Works => Set<Work>();

    /// <summary>Pieces, one language each.</summary>
    public DbSet<Article> Articles => Set<Article>();

    /// <summary>Where pieces sit.</summary>
    public DbSet<Section> Sections => Set<Section>();

    /// <summary>What pieces are about.</summary>
    public DbSet<Topic> Topics => Set<Topic>();

    /// <summary>Pieces meant to be read in order.</summary>
    public DbSet<Series> Series => Set<Series>();

    /// <summary>Dated public notes.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>Addresses articles once had.</summary>
    public DbSet<Redirect> Redirects => Set<Redirect>();

    /// <summary>Pieces put on a front page by hand.</summary>
    public DbSet<FrontPagePick> FrontPagePicks => Set<FrontPagePick>();

    /// <summary>Who can be credited.</summary>
    public DbSet<Contributor> Contributors => Set<Contributor>();

    /// <summary>Slugs contributors once had.</summary>
    public DbSet<ContributorRedirect> ContributorRedirects => Set<ContributorRedirect>();

    /// <summary>Slugs outlets once had.</summary>
    public DbSet<PublicationRedirect> PublicationRedirects => Set<PublicationRedirect>();

    /// <summary>Who did what for which article.</summary>
    public DbSet<Credit> Credits => Set<Credit>();

    /// <summary>Outlets originals come from.</summary>
    public DbSet<Publication> Publications => Set<Publication>();

    /// <summary>Where articles first appeared.</summary>
    public DbSet<Source> Sources => Set<Source>();

    /// <summary>Pictures as articles use them.</summary>
    public DbSet<Picture> Pictures => Set<Picture>();

    /// <summary>The pictures the newsroom has.</summary>
    public DbSet<PictureFile> PictureFiles => Set<PictureFile>();

    /// <summary>What readers said.</summary>
    public DbSet<Comment> Comments => Set<Comment>();

    /// <summary>Where comments posted here came from.</summary>
    public DbSet<CommentOrigin> CommentOrigins => Set<CommentOrigin>();

    /// <summary>Texts comments once had, or would have.</summary>
    public DbSet<CommentRevision> CommentRevisions => Set<CommentRevision>();

    /// <summary>Comments nobody was told of yet.</summary>
    public DbSet<CommentNotice> CommentNotices => Set<CommentNotice>();

    /// <summary>Who found what useful.</summary>
    public DbSet<UsefulMark> UsefulMarks => Set<UsefulMark>();

    /// <summary>How often pieces were opened.</summary>
    public DbSet<DailyReads> DailyReads => Set<DailyReads>();

    /// <summary>Who wants mail about what.</summary>
    public DbSet<Follow> Follows => Set<Follow>();

    /// <summary>How far who has read.</summary>
    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();

    /// <summary>Readers' flags.</summary>
    public DbSet<CommentFlag> CommentFlags => Set<CommentFlag>();

    /// <summary>The moderation log; only ever added to.</summary>
    public DbSet<ModerationEntry> ModerationLog => Set<ModerationEntry>();

    /// <summary>The desk's side of pieces.</summary>
    public DbSet<Assignment> Assignments => Set<Assignment>();

    /// <summary>What pieces were, moment by moment.</summary>
    public DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();

    /// <summary>What is shown to people outside.</summary>
    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    /// <summary>What people outside answered; only ever added to.</summary>
    public DbSet<PreviewAnswer> PreviewAnswers => Set<PreviewAnswer>();

    /// <summary>Texts of originals, kept at the desk.</summary>
    public DbSet<OriginalText> OriginalTexts => Set<OriginalText>();

    /// <summary>Who has which piece open.</summary>
    public DbSet<EditorPresence> EditorPresences => Set<EditorPresence>();

    /// <summary>Changes every server has to hear of.</summary>
    public DbSet<PublicChange> PublicChanges => Set<PublicChange>();

    /// <summary>The desk's log; only ever added to.</summary>
    public DbSet<DeskEntry> DeskLog => Set<DeskEntry>();

    /// <summary>Who was asked to join the newsroom.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Links to the first administrator's account.</summary>
    public DbSet<FirstLink> FirstLinks => Set<FirstLink>();

    /// <summary>What was changed of what the publication says of itself; only ever added to.</summary>
    public DbSet<SettingChange> SettingChanges => Set<SettingChange>();

    /// <summary>Secrets with which programs act for people of the newsroom.</summary>
    public DbSet<PersonalToken> PersonalTokens => Set<PersonalToken>();

    /// <summary>Slugs sections once had.</summary>
    public DbSet<FormerSectionSlug> FormerSectionSlugs => Set<FormerSectionSlug>();

    /// <summary>Who is to be told of what, and when.</summary>
    public DbSet<PendingNotice> PendingNotices => Set<PendingNotice>();

    /// <summary>Mail to be sent.</summary>
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    /// <summary>Who gets the newsletter.</summary>
    public DbSet<Subscriber> Subscribers => Set<Subscriber>();

    /// <summary>Who asked for it and did not confirm yet.</summary>
    public DbSet<SubscriptionRequest> SubscriptionRequests => Set<SubscriptionRequest>();

    /// <summary>The issues of the newsletter.</summary>
    public DbSet<Issue> Issues => Set<Issue>();

    /// <summary>What issues say.</summary>
    public DbSet<IssueText> IssueTexts => Set<IssueText>();

    /// <summary>Who can sign in.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Who does not want to see whom.</summary>
    public DbSet<IgnoredAccount> IgnoredAccounts => Set<IgnoredAccount>();

    /// <summary>The keys that protect cookies and mailed links; in the database, so that several servers share them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What the search knows of published pieces.</summary>
    public DbSet<SearchedArticle> SearchedArticles => Set<SearchedArticle>();

    /// <summary>The index of words.</summary>
    public abstract SearchEngine Search { get; }

    /// <summary>Saves, and with it what is found: the index changes in the transaction that changes the texts.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changes = SearchChanges.Of(ChangeTracker);
        if (changes.IsEmpty)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await new SearchKeeping(this).KeepAsync(changes, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return rows;
    }

    /// <summary>Not for what is searched: that takes further statements, which wait.</summary>
    /// <exception cref="NotSupportedException">A text or a name changes.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => SearchChanges.Of(ChangeTracker).IsEmpty
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new NotSupportedException("Texts are saved with SaveChangesAsync, which keeps the search up to date.");

    /// <summary>With passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<SafeHtml>().HaveConversion<SafeHtmlConverter>();
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(NewsDbContext).Assembly);
    }
}
