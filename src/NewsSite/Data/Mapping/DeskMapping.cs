using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Desk;

namespace NewsSite.Data.Mapping;

internal sealed class DeskMapping : IEntityTypeConfiguration<DeskEntry>
{
    public void Configure(EntityTypeBuilder<DeskEntry> entry)
    {
        entry.Property(e => e.Name).HasMaxLength(DeskEntry.MaxLength);
        entry.Property(e => e.Note).HasMaxLength(DeskEntry.MaxLength);
        // The line outlives the account; who it was is then no longer told.
        entry.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.SetNull);
        entry.HasIndex(e => new { e.Thing, e.ThingId, e.Id });
    }
}
