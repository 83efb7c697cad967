using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Text;

namespace NewsSite.Data.Mapping;

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(c => c.AuthorName).HasMaxLength(Comment.MaxNameLength);
        comment.Property(c => c.Language).HasMaxLength(LanguageTag.MaxLength);
        comment.Property(c => c.RemovalReason).HasMaxLength(300);
        comment.HasOne(c => c.Article).WithMany().OnDelete(DeleteBehavior.Cascade);
        // Replies are never re-parented and a comment that is gone stays as a row, so nothing may delete one from under its replies.
        comment.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Account).WithMany().OnDelete(DeleteBehavior.SetNull);
        comment.HasIndex(c => new { c.ThreadId, c.ThreadPosition });
        comment.HasIndex(c => new { c.ArticleId, c.Depth, c.Id });
    }

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.Property(a => a.DisplayName).HasMaxLength(Account.MaxNameLength);
        account.HasOne(a => a.Contributor).WithMany().OnDelete(DeleteBehavior.SetNull);
        account.HasIndex(a => a.DisplayName).IsUnique();
    }
}
