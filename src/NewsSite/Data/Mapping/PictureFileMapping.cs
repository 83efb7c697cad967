using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Media;

namespace NewsSite.Data.Mapping;

internal sealed class PictureFileMapping : IEntityTypeConfiguration<PictureFile>
{
    public void Configure(EntityTypeBuilder<PictureFile> file)
    {
        file.Property(f => f.File).HasMaxLength(120);
        file.Property(f => f.Name).HasMaxLength(PictureFile.MaxNameLength);
        file.Property(f => f.CreditName).HasMaxLength(PictureFile.MaxCreditLength);
        file.Property(f => f.Organisation).HasMaxLength(PictureFile.MaxCreditLength);
        file.Property(f => f.CreditUrl).HasMaxLength(PictureFile.MaxUrlLength);
        file.Property(f => f.Licence).HasMaxLength(PictureFile.MaxCreditLength);
        file.Property(f => f.Copyright).HasMaxLength(PictureFile.MaxTextLength);
        file.Property(f => f.Caption).HasMaxLength(PictureFile.MaxTextLength);
        file.Property(f => f.Alt).HasMaxLength(PictureFile.MaxTextLength);
        file.HasOne(f => f.Contributor).WithMany().OnDelete(DeleteBehavior.Restrict);
        file.HasOne(f => f.AddedBy).WithMany().OnDelete(DeleteBehavior.SetNull);
        file.HasIndex(f => f.File).IsUnique();
    }
}
