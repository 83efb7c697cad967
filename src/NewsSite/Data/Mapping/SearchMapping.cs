using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Search;

namespace NewsSite.Data.Mapping;

internal sealed class SearchMapping : IEntityTypeConfiguration<SearchedArticle>
{
    public void Configure(EntityTypeBuilder<SearchedArticle> searched)
    {
        searched.HasKey(s => s.ArticleId);
        searched.Property(s => s.ArticleId).ValueGeneratedNever();
        searched.HasOne(s => s.Article).WithOne().HasForeignKey<SearchedArticle>(s => s.ArticleId).OnDelete(DeleteBehavior.Cascade);
        searched.HasIndex(s => s.Rank).IsUnique();
        searched.HasIndex(s => s.Version);
    }
}
