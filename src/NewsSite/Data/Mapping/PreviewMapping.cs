using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Desk;

namespace NewsSite.Data.Mapping;

internal sealed class PreviewMapping : IEntityTypeConfiguration<PreviewLink>, IEntityTypeConfiguration<PreviewAnswer>
{
    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.Property(l => l.KeyHash).HasMaxLength(64);
        link.Property(l => l.ForWhom).HasMaxLength(PreviewLink.MaxNameLength);
        link.HasOne<Article>().WithMany().HasForeignKey(l => l.ArticleId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.MadeById).OnDelete(DeleteBehavior.SetNull);
        link.HasMany(l => l.Answers).WithOne().HasForeignKey(a => a.LinkId).OnDelete(DeleteBehavior.Cascade);
        link.HasIndex(l => l.KeyHash).IsUnique();
        link.HasIndex(l => new { l.ArticleId, l.Revision });
    }

    public void Configure(EntityTypeBuilder<PreviewAnswer> answer)
    {
        answer.Property(a => a.Name).HasMaxLength(PreviewLink.MaxNameLength);
        answer.Property(a => a.Text).HasMaxLength(PreviewAnswer.MaxTextLength);
        answer.Property(a => a.Quote).HasMaxLength(PreviewAnswer.MaxQuoteLength);
        answer.Property(a => a.Paragraph);
    }
}
