using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Text;

namespace NewsSite.Data.Mapping;

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<RoleGrant>,
    IEntityTypeConfiguration<AccountLanguage>,
    IEntityTypeConfiguration<IgnoredAccount>,
    IEntityTypeConfiguration<IdentityUserClaim<int>>,
    IEntityTypeConfiguration<IdentityUserLogin<int>>,
    IEntityTypeConfiguration<IdentityUserToken<int>>,
    IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.DisplayName).HasMaxLength(Account.MaxNameLength);
        // A skeleton may be longer than the name: one letter can look like three.
        account.Property(a => a.NameSkeleton).HasMaxLength(Account.MaxNameLength * 8);
        account.Property(a => a.NameAsWritten).HasMaxLength(Account.MaxNameLength * 8);
        account.Property(a => a.Bio).HasMaxLength(Account.MaxBioLength);
        account.Property(a => a.Language).HasMaxLength(LanguageTag.MaxLength);
        account.Ignore(a => a.IsConfirmed);
        account.HasOne(a => a.Contributor).WithMany().OnDelete(DeleteBehavior.SetNull);
        account.HasIndex(a => a.DisplayName);
        account.HasIndex(a => a.NameSkeleton).IsUnique();
        account.HasIndex(a => a.NameAsWritten).IsUnique();
        account.HasIndex(a => a.DeletionAskedAt);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.ToTable("AccountRoles");
        grant.HasKey(g => new { g.AccountId, g.Role });
        grant.HasOne<Account>().WithMany(a => a.Roles).HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AccountLanguage> language)
    {
        language.ToTable("AccountLanguages");
        language.HasKey(l => new { l.AccountId, l.Language });
        language.Property(l => l.Language).HasMaxLength(LanguageTag.MaxLength);
        language.HasOne<Account>().WithMany(a => a.Languages).HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IgnoredAccount> ignored)
    {
        ignored.HasKey(i => new { i.AccountId, i.IgnoredId });
        ignored.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
        ignored.HasOne<Account>().WithMany().HasForeignKey(i => i.IgnoredId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> claim) => claim.ToTable("AccountClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> login) => login.ToTable("AccountLogins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> token) => token.ToTable("AccountTokens");

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> passkey)
    {
        passkey.ToTable("AccountPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1024);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
