using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Credits;
using NewsSite.Media;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Data.Mapping;

internal sealed class CreditMapping :
    IEntityTypeConfiguration<Contributor>,
    IEntityTypeConfiguration<ContributorRedirect>,
    IEntityTypeConfiguration<PublicationRedirect>,
    IEntityTypeConfiguration<Credit>,
    IEntityTypeConfiguration<Publication>,
    IEntityTypeConfiguration<Source>,
    IEntityTypeConfiguration<Picture>
{
    /// <summary>The longest web address stored, in characters.</summary>
    private const int MaxAddressLength = NameForm.MaxLinkLength;

    public void Configure(EntityTypeBuilder<Contributor> contributor)
    {
        contributor.Property(c => c.Slug).HasMaxLength(Slug.MaxLength);
        contributor.Property(c => c.Name).HasMaxLength(Contributor.MaxNameLength);
        contributor.Property(c => c.ScriptName).HasMaxLength(Contributor.MaxNameLength);
        contributor.Property(c => c.ScriptLanguage).HasMaxLength(LanguageTag.MaxLength);
        contributor.Property(c => c.Link).HasMaxLength(MaxAddressLength);
        contributor.Property(c => c.Aliases).HasConversion<NameListConverter, NameListComparer>();
        contributor.Property(c => c.Links).HasConversion<NameListConverter, NameListComparer>();
        contributor.Ignore(c => c.AllNames);
        contributor.HasOne(c => c.Picture).WithMany().HasForeignKey(c => c.PictureId).OnDelete(DeleteBehavior.Restrict);
        contributor.HasIndex(c => c.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ContributorRedirect> redirect)
    {
        redirect.Property(r => r.Slug).HasMaxLength(Slug.MaxLength);
        redirect.HasOne<Contributor>().WithMany().HasForeignKey(r => r.ContributorId).OnDelete(DeleteBehavior.Restrict);
        redirect.HasIndex(r => r.Slug).IsUnique();
        redirect.HasIndex(r => r.MergedId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PublicationRedirect> redirect)
    {
        redirect.Property(r => r.Slug).HasMaxLength(Slug.MaxLength);
        redirect.HasOne<Publication>().WithMany().HasForeignKey(r => r.PublicationId).OnDelete(DeleteBehavior.Restrict);
        redirect.HasIndex(r => r.Slug).IsUnique();
        redirect.HasIndex(r => r.MergedId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Credit> credit)
    {
        credit.Property(c => c.CreditedAs).HasMaxLength(Contributor.MaxNameLength);
        credit.HasOne(c => c.Article).WithMany(a => a.Credits);
        credit.HasOne(c => c.Contributor).WithMany().OnDelete(DeleteBehavior.Restrict);
        credit.HasIndex(c => new { c.ContributorId, c.Role });
    }

    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.Property(p => p.Slug).HasMaxLength(Slug.MaxLength);
        publication.Property(p => p.Name).HasMaxLength(Publication.MaxNameLength);
        publication.Property(p => p.ScriptName).HasMaxLength(Publication.MaxNameLength);
        publication.Property(p => p.Language).HasMaxLength(LanguageTag.MaxLength);
        publication.Property(p => p.Home).HasMaxLength(MaxAddressLength);
        publication.Property(p => p.Country).HasMaxLength(Publication.MaxCountryLength);
        publication.Property(p => p.Aliases).HasConversion<NameListConverter, NameListComparer>();
        publication.Ignore(p => p.AllNames);
        publication.HasIndex(p => p.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Source> source)
    {
        source.Property(s => s.Url).HasMaxLength(MaxAddressLength);
        source.Property(s => s.Title).HasMaxLength(500);
        source.Property(s => s.Language).HasMaxLength(LanguageTag.MaxLength);
        source.Property(s => s.ArchivedUrl).HasMaxLength(MaxAddressLength);
        source.Property(s => s.Permission).HasMaxLength(500);
        source.Property(s => s.Terms).HasMaxLength(Source.MaxTermsLength);
        source.HasOne(s => s.Publication).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.Property(p => p.File).HasMaxLength(120);
        picture.Property(p => p.Alt).HasMaxLength(500);
        picture.Property(p => p.Caption).HasMaxLength(500);
        picture.Property(p => p.Licence).HasMaxLength(80);
        picture.Property(p => p.FocusX).HasDefaultValue(50).HasSentinel(50);
        picture.Property(p => p.FocusY).HasDefaultValue(50).HasSentinel(50);
        picture.HasIndex(p => p.File);
        picture.HasOne(p => p.Stored).WithMany().OnDelete(DeleteBehavior.Restrict);
        picture.HasOne(p => p.Contributor).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
