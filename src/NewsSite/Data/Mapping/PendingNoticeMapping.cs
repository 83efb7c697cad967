using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Comments;
using NewsSite.Email;

namespace NewsSite.Data.Mapping;

internal sealed class PendingNoticeMapping : IEntityTypeConfiguration<PendingNotice>
{
    public void Configure(EntityTypeBuilder<PendingNotice> notice)
    {
        notice.HasKey(n => new { n.FollowId, n.CommentId });
        notice.HasOne<Follow>().WithMany().HasForeignKey(n => n.FollowId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne<Comment>().WithMany().HasForeignKey(n => n.CommentId).OnDelete(DeleteBehavior.Cascade);
        notice.HasIndex(n => n.DueAt);
    }
}
