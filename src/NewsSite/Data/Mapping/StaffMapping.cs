using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Site;
using NewsSite.Staff;
using NewsSite.Text;

namespace NewsSite.Data.Mapping;

internal sealed class StaffMapping : IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<FirstLink>, IEntityTypeConfiguration<SettingChange>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(i => i.Email).HasMaxLength(CommentOrigin.MaxEmailLength);
        invitation.Property(i => i.Name).HasMaxLength(Account.MaxNameLength);
        invitation.Property(i => i.Language).HasMaxLength(LanguageTag.MaxLength);
        invitation.Property(i => i.RoleNames).HasMaxLength(100);
        invitation.Property(i => i.LanguageTags).HasMaxLength(500);
        invitation.Property(i => i.TokenHash).HasMaxLength(HashLength);
        invitation.Ignore(i => i.Grant).Ignore(i => i.IsOpen).Ignore(i => i.ExpiresAt).Ignore(i => i.Called);
        invitation.HasOne<Account>().WithMany().HasForeignKey(i => i.InvitedById).OnDelete(DeleteBehavior.SetNull);
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasIndex(i => i.Email);
    }

    public void Configure(EntityTypeBuilder<FirstLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(HashLength);
        link.HasIndex(l => l.TokenHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SettingChange> change)
    {
        change.Property(c => c.Key).HasMaxLength(SettingKeys.MaxLength);
        change.Property(c => c.Before).HasMaxLength(SettingChange.MaxLength);
        change.Property(c => c.After).HasMaxLength(SettingChange.MaxLength);
        change.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.SetNull);
        change.HasIndex(c => new { c.Key, c.Number }).IsUnique();
    }
}
