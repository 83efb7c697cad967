using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Comments;
using NewsSite.Email;
using NewsSite.Newsletter;
using NewsSite.Text;

namespace NewsSite.Data.Mapping;

internal sealed class NewsletterMapping :
    IEntityTypeConfiguration<Subscriber>,
    IEntityTypeConfiguration<SubscriptionRequest>,
    IEntityTypeConfiguration<Issue>,
    IEntityTypeConfiguration<IssueText>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Subscriber> subscriber)
    {
        subscriber.Property(s => s.Email).HasMaxLength(CommentOrigin.MaxEmailLength);
        subscriber.Property(s => s.Key).HasMaxLength(Subscriber.KeyLength);
        subscriber.Property(s => s.Language).HasMaxLength(LanguageTag.MaxLength);
        subscriber.Property(s => s.Languages).HasConversion<NameListConverter, NameListComparer>();
        subscriber.Property(s => s.BounceReason).HasMaxLength(Bounce.MaxReasonLength);
        subscriber.Ignore(s => s.Choices);
        subscriber.Ignore(s => s.ReturnTag);
        subscriber.HasIndex(s => s.Email).IsUnique();
        subscriber.HasIndex(s => s.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SubscriptionRequest> request)
    {
        request.Property(r => r.Email).HasMaxLength(CommentOrigin.MaxEmailLength);
        request.Property(r => r.Hash).HasMaxLength(HashLength);
        request.Property(r => r.Language).HasMaxLength(LanguageTag.MaxLength);
        request.Property(r => r.Languages).HasConversion<NameListConverter, NameListComparer>();
        request.Ignore(r => r.Choices);
        request.HasIndex(r => r.Email).IsUnique();
        request.HasIndex(r => r.Hash);
    }

    public void Configure(EntityTypeBuilder<Issue> issue) => issue.HasIndex(i => new { i.Rhythm, i.Day }).IsUnique();

    public void Configure(EntityTypeBuilder<IssueText> text)
    {
        text.Property(t => t.Choices).HasMaxLength(NewsletterChoices.KeyLength);
        text.Property(t => t.Subject).HasMaxLength(OutboxMail.MaxSubjectLength);
        text.Property(t => t.UnsubscribeUrl).HasMaxLength(500);
        text.HasOne(t => t.Issue).WithMany().HasForeignKey(t => t.IssueId).OnDelete(DeleteBehavior.Cascade);
        text.HasIndex(t => new { t.IssueId, t.Choices }).IsUnique();
    }
}
