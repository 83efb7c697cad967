namespace NewsSite.Readership;

/// <summary>How often a piece was opened on one day by way of one site. All that is kept of readers: a number.</summary>
public sealed class DailyReads
{
    /// <summary>Stands for readers who came from nowhere we know: typed it, followed a mail, or their browser does not say.</summary>
    public const string Unknown = "";

    /// <summary>Stands for readers who came from another page of ours.</summary>
    public const string Inside = ".";

    /// <summary>Stands for hosts beyond <see cref="MostHosts"/>: whoever makes names up cannot fill the database.</summary>
    public const string Others = "*";

    /// <summary>So many hosts a day are told apart for one piece.</summary>
    public const int MostHosts = 100;

    /// <summary>The longest name of a host that is told apart, in characters; longer ones are <see cref="Others"/>.</summary>
    public const int MaxHostLength = 100;

    /// <summary>Begins a day's count.</summary>
    /// <param name="day">The day, in the site's time zone.</param>
    /// <param name="articleId">The piece: one language version of a work.</param>
    /// <param name="host">The host they came by, without "www."; or what stands for none.</param>
    /// <param name="count">How often.</param>
    public DailyReads(DateOnly day, int articleId, string host, int count) => (Day, ArticleId, Host, Count) = (day, articleId, host, count);

    /// <summary>The day, in the site's time zone.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The host they came by, without "www."; or what stands for none.</summary>
    public string Host { get; private set; }

    /// <summary>How often it was opened.</summary>
    public int Count { get; private set; }
}
