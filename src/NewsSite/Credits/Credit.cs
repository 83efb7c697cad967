using NewsSite.Articles;

namespace NewsSite.Credits;

/// <summary>A contributor in a role on an article, in order.</summary>
public sealed class Credit
{
    internal Credit(CreditRole role, Contributor contributor, int position, string? creditedAs)
    {
        Role = role;
        Contributor = contributor;
        Position = position;
        CreditedAs = creditedAs;
    }

    private Credit()
    {
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The article.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The article.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>Who.</summary>
    public int ContributorId { get; private set; }

    /// <summary>Who.</summary>
    public Contributor Contributor { get; private set; } = null!;

    /// <summary>Did what.</summary>
    public CreditRole Role { get; private set; }

    /// <summary>Place among the article's credits, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The printed name where it differs from the contributor's.</summary>
    public string? CreditedAs { get; private set; }
}
