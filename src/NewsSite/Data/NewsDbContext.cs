using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Media;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Data;

/// <summary>The newsroom's records. One model for both databases; what differs between them lives in the two classes derived from this one.</summary>
public abstract class NewsDbContext(DbContextOptions options) : DbContext(options)
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

    /// <summary>Who did what for which article.</summary>
    public DbSet<Credit> Credits => Set<Credit>();

    /// <summary>Outlets originals come from.</summary>
    public DbSet<Publication> Publications => Set<Publication>();

    /// <summary>Where articles first appeared.</summary>
    public DbSet<Source> Sources => Set<Source>();

    /// <summary>Pictures as articles use them.</summary>
    public DbSet<Picture> Pictures => Set<Picture>();

    /// <summary>What readers said.</summary>
    public DbSet<Comment> Comments => Set<Comment>();

    /// <summary>Who can sign a comment.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<SafeHtml>().HaveConversion<SafeHtmlConverter>();
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsDbContext).Assembly);
}
