using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Articles;
using NewsSite.Text;

namespace NewsSite.Data.Mapping;

internal sealed class ArticleMapping :
    IEntityTypeConfiguration<Article>,
    IEntityTypeConfiguration<Work>,
    IEntityTypeConfiguration<Section>,
    IEntityTypeConfiguration<FormerSectionSlug>,
    IEntityTypeConfiguration<Topic>,
    IEntityTypeConfiguration<Series>,
    IEntityTypeConfiguration<Correction>,
    IEntityTypeConfiguration<Redirect>,
    IEntityTypeConfiguration<FrontPagePick>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.Property(a => a.Language).HasMaxLength(LanguageTag.MaxLength);
        article.Property(a => a.Slug).HasMaxLength(Slug.MaxLength);
        article.Property(a => a.Headline).HasMaxLength(Article.MaxHeadlineLength);
        article.Property(a => a.Standfirst).HasMaxLength(Article.MaxStandfirstLength);
        article.Property(a => a.WithdrawalNote).HasMaxLength(500);
        article.Property(a => a.ImportKey).HasMaxLength(80);
        article.Ignore(a => a.Address);
        article.HasOne(a => a.Section).WithMany().OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.Series).WithMany().OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.Work).WithMany(w => w.Versions).OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.Basis).WithMany().HasForeignKey(a => a.BasisId).OnDelete(DeleteBehavior.SetNull);
        article.HasOne(a => a.Picture).WithMany().OnDelete(DeleteBehavior.SetNull);
        article.HasOne(a => a.Source).WithOne(s => s.Article).HasForeignKey<Sources.Source>(s => s.ArticleId);
        article.HasMany(a => a.Topics).WithMany().UsingEntity("ArticleTopic");
        article.HasIndex(a => new { a.PublicationDay, a.Slug }).IsUnique();
        article.HasIndex(a => a.PublishedAt);
        article.HasIndex(a => new { a.SectionId, a.PublishedAt });
        article.HasIndex(a => new { a.Language, a.PublishedAt });
        article.HasIndex(a => a.ImportKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Work> work)
    {
        work.Property(w => w.Key).HasMaxLength(Slug.MaxLength);
        work.HasIndex(w => w.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.Property(s => s.Slug).HasMaxLength(Slug.MaxLength);
        section.HasIndex(s => s.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FormerSectionSlug> former)
    {
        former.Property(f => f.Slug).HasMaxLength(Slug.MaxLength);
        former.HasIndex(f => f.Slug).IsUnique();
        former.HasOne<Section>().WithMany().HasForeignKey(f => f.SectionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.Property(t => t.Slug).HasMaxLength(Slug.MaxLength);
        topic.HasIndex(t => t.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Series> series)
    {
        series.Property(s => s.Slug).HasMaxLength(Slug.MaxLength);
        series.HasIndex(s => s.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.Property(c => c.Text).HasMaxLength(Correction.MaxLength);
        correction.Property(c => c.ChangesJson).HasConversion<CompressedTextConverter>();
        correction.HasOne(c => c.Article).WithMany(a => a.Corrections);
        correction.HasIndex(c => c.NotedAt);
    }

    public void Configure(EntityTypeBuilder<Redirect> redirect)
    {
        redirect.Property(r => r.Path).HasMaxLength(200);
        redirect.HasOne(r => r.Article).WithMany();
        redirect.HasIndex(r => r.Path).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FrontPagePick> pick)
    {
        pick.Property(p => p.Language).HasMaxLength(LanguageTag.MaxLength);
        pick.HasOne(p => p.Article).WithMany();
        pick.HasIndex(p => new { p.Language, p.Slot }).IsUnique();
    }
}
