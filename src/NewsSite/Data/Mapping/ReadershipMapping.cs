using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Articles;
using NewsSite.Readership;

namespace NewsSite.Data.Mapping;

internal sealed class ReadershipMapping : IEntityTypeConfiguration<DailyReads>
{
    public void Configure(EntityTypeBuilder<DailyReads> reads)
    {
        reads.HasKey(r => new { r.ArticleId, r.Day, r.Host });
        reads.Property(r => r.Host).HasMaxLength(DailyReads.MaxHostLength);
        reads.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        reads.HasIndex(r => r.Day);
    }
}
