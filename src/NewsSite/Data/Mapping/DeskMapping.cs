using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Desk;

namespace NewsSite.Data.Mapping;

internal sealed class DeskMapping :
    IEntityTypeConfiguration<DeskEntry>,
    IEntityTypeConfiguration<Assignment>,
    IEntityTypeConfiguration<ArticleRevision>,
    IEntityTypeConfiguration<OriginalText>,
    IEntityTypeConfiguration<PublicChange>
{
    public void Configure(EntityTypeBuilder<DeskEntry> entry)
    {
        entry.Property(e => e.Name).HasMaxLength(DeskEntry.MaxLength);
        entry.Property(e => e.Note).HasMaxLength(DeskEntry.MaxLength);
        // The line outlives the account; who it was is then no longer told.
        entry.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.SetNull);
        entry.HasIndex(e => new { e.Thing, e.ThingId, e.Id });
    }

    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.HasKey(a => a.ArticleId);
        assignment.Property(a => a.ScheduledWith).HasMaxLength(32);
        assignment.Property(a => a.EmbargoNote).HasMaxLength(Assignment.MaxNoteLength);
        assignment.HasOne(a => a.Article).WithOne().HasForeignKey<Assignment>(a => a.ArticleId).OnDelete(DeleteBehavior.Cascade);
        assignment.HasOne<Account>().WithMany().HasForeignKey(a => a.HolderId).OnDelete(DeleteBehavior.SetNull);
        assignment.HasIndex(a => new { a.Stage, a.ScheduledFor });
        assignment.HasIndex(a => a.ScheduledWith);
    }

    public void Configure(EntityTypeBuilder<ArticleRevision> revision)
    {
        // An autosave a second: small enough to keep a day of them.
        revision.Property(r => r.Json).HasColumnName("Content").HasConversion<CompressedTextConverter>();
        revision.Property(r => r.Session).HasMaxLength(32);
        revision.Property(r => r.Note).HasMaxLength(ArticleRevision.MaxNoteLength);
        revision.Ignore(r => r.Content);
        revision.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        revision.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.SetNull);
        revision.HasIndex(r => new { r.ArticleId, r.Number }).IsUnique();
        revision.HasIndex(r => new { r.Kind, r.SavedAt });
    }

    public void Configure(EntityTypeBuilder<OriginalText> original)
    {
        original.Property(o => o.Text);
        original.Property(o => o.SavedAt);
        original.HasOne<Article>().WithMany().HasForeignKey(o => o.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PublicChange> change)
    {
        change.Property(c => c.At);
        change.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.Cascade);
        change.HasIndex(c => c.At);
    }
}
