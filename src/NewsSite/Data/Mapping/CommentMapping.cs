using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Comments;
using NewsSite.Email;
using NewsSite.Moderation;
using NewsSite.Text;

namespace NewsSite.Data.Mapping;

internal sealed class CommentMapping :
    IEntityTypeConfiguration<Comment>,
    IEntityTypeConfiguration<CommentOrigin>,
    IEntityTypeConfiguration<CommentRevision>,
    IEntityTypeConfiguration<CommentNotice>,
    IEntityTypeConfiguration<UsefulMark>,
    IEntityTypeConfiguration<Follow>,
    IEntityTypeConfiguration<ReadMark>,
    IEntityTypeConfiguration<CommentFlag>,
    IEntityTypeConfiguration<ModerationEntry>,
    IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(c => c.AuthorName).HasMaxLength(Comment.MaxNameLength);
        comment.Property(c => c.Language).HasMaxLength(LanguageTag.MaxLength);
        comment.Property(c => c.RemovalReason).HasMaxLength(ModerationEntry.MaxReasonLength);
        comment.Property(c => c.Revision).HasDefaultValue(1).ValueGeneratedNever();
        comment.HasOne(c => c.Article).WithMany().OnDelete(DeleteBehavior.Cascade);
        // Replies are never re-parented and a comment that is gone stays as a row, so nothing may delete one from under its replies.
        comment.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Account).WithMany().OnDelete(DeleteBehavior.SetNull);
        comment.Ignore(c => c.CanBeWithdrawn);
        comment.HasIndex(c => new { c.ThreadId, c.ThreadPosition });
        comment.HasIndex(c => new { c.ArticleId, c.Depth, c.Id });
        comment.HasIndex(c => new { c.ArticleId, c.Id });
        comment.HasIndex(c => new { c.Status, c.Id });
    }

    public void Configure(EntityTypeBuilder<CommentOrigin> origin)
    {
        origin.HasKey(o => o.CommentId);
        origin.HasOne(o => o.Comment).WithOne().HasForeignKey<CommentOrigin>(o => o.CommentId).OnDelete(DeleteBehavior.Cascade);
        origin.Property(o => o.Fingerprint).HasMaxLength(64);
        origin.Property(o => o.PostKey).HasMaxLength(64);
        origin.Property(o => o.NetworkHash).HasMaxLength(32);
        origin.Property(o => o.GuestEmail).HasMaxLength(CommentOrigin.MaxEmailLength);
        origin.Property(o => o.ConfirmationHash).HasMaxLength(64);
        origin.HasIndex(o => o.Fingerprint);
        origin.HasIndex(o => o.PostKey);
        origin.HasIndex(o => o.GuestEmail);
        origin.HasIndex(o => o.ConfirmationHash);
        origin.HasIndex(o => o.PostedAt);
        origin.HasIndex(o => new { o.NetworkHash, o.PostedAt });
    }

    public void Configure(EntityTypeBuilder<CommentRevision> revision)
    {
        revision.HasOne<Comment>().WithMany().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Cascade);
        revision.HasIndex(r => new { r.CommentId, r.Number });
        revision.HasIndex(r => r.Waits);
    }

    public void Configure(EntityTypeBuilder<CommentNotice> notice)
    {
        notice.HasKey(n => n.CommentId);
        notice.Property(n => n.CommentId).ValueGeneratedNever();
        notice.HasOne<Comment>().WithMany().HasForeignKey(n => n.CommentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<UsefulMark> mark)
    {
        mark.HasKey(m => new { m.CommentId, m.AccountId });
        mark.HasOne<Comment>().WithMany().HasForeignKey(m => m.CommentId).OnDelete(DeleteBehavior.Cascade);
        mark.HasOne<Accounts.Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Follow> follow)
    {
        follow.Property(f => f.Email).HasMaxLength(CommentOrigin.MaxEmailLength);
        follow.Property(f => f.Key).HasMaxLength(32);
        follow.HasOne(f => f.Account).WithMany().OnDelete(DeleteBehavior.Cascade);
        follow.HasOne<Articles.Article>().WithMany().HasForeignKey(f => f.ArticleId).OnDelete(DeleteBehavior.Cascade);
        follow.HasOne<Comment>().WithMany().HasForeignKey(f => f.CommentId).OnDelete(DeleteBehavior.Cascade);
        follow.HasIndex(f => new { f.ArticleId, f.ThreadId });
        follow.HasIndex(f => f.Key).IsUnique();
        follow.HasIndex(f => f.Email);
    }

    public void Configure(EntityTypeBuilder<ReadMark> mark)
    {
        mark.HasKey(m => new { m.AccountId, m.ArticleId });
        mark.HasOne<Accounts.Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        mark.HasOne<Articles.Article>().WithMany().HasForeignKey(m => m.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CommentFlag> flag)
    {
        flag.Property(f => f.Note).HasMaxLength(CommentFlag.MaxNoteLength);
        flag.HasOne<Comment>().WithMany().HasForeignKey(f => f.CommentId).OnDelete(DeleteBehavior.Cascade);
        flag.HasOne<Accounts.Account>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
        flag.HasIndex(f => new { f.CommentId, f.AccountId }).IsUnique();
        flag.HasIndex(f => f.SettledAt);
    }

    public void Configure(EntityTypeBuilder<ModerationEntry> entry)
    {
        entry.Property(e => e.Check).HasMaxLength(40);
        entry.Property(e => e.Evidence).HasMaxLength(ModerationEntry.MaxEvidenceLength);
        entry.Property(e => e.PublicReason).HasMaxLength(ModerationEntry.MaxReasonLength);
        entry.HasOne(e => e.Comment).WithMany().OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<Accounts.Account>().WithMany().HasForeignKey(e => e.ActorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OutboxMail> mail)
    {
        mail.Property(m => m.Recipient).HasMaxLength(CommentOrigin.MaxEmailLength);
        mail.Property(m => m.Subject).HasMaxLength(OutboxMail.MaxSubjectLength);
        mail.Property(m => m.MessageId).HasMaxLength(200);
        mail.Property(m => m.InReplyTo).HasMaxLength(200);
        mail.Property(m => m.References).HasMaxLength(2_000);
        mail.Property(m => m.UnsubscribeUrl).HasMaxLength(500);
        mail.Property(m => m.LastError).HasMaxLength(500);
        // Whose lease is over does not record over whoever has the row now.
        mail.Property(m => m.LeasedUntil).IsConcurrencyToken();
        mail.Ignore(m => m.Copy);
        mail.HasIndex(m => new { m.SentAt, m.GivenUpAt, m.DueAt });
        mail.HasIndex(m => m.TextId).HasFilter("\"TextId\" IS NOT NULL");
        // What waits, by what goes first: an issue's mails by the ten thousand stand in nobody's way.
        mail.HasIndex(m => new { m.IsBulk, m.DueAt }).HasFilter("\"SentAt\" IS NULL AND \"GivenUpAt\" IS NULL");
    }
}
