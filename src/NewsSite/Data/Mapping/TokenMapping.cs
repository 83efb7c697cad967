using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Tokens;

namespace NewsSite.Data.Mapping;

internal sealed class TokenMapping : IEntityTypeConfiguration<PersonalToken>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<PersonalToken> token)
    {
        token.Property(t => t.Name).HasMaxLength(PersonalToken.MaxNameLength);
        token.Property(t => t.Hash).HasMaxLength(HashLength);
        token.Property(t => t.Start).HasMaxLength(PersonalToken.StartLength);
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        token.HasIndex(t => t.Hash).IsUnique();
    }
}
