using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Moderation;

namespace NewsSite.Web.Tests;

/// <summary>The checks that ask the database, through the pipeline as posting asks it.</summary>
public abstract class ModerationChecksTests(Newsroom newsroom) : ModerationStage(newsroom)
{
    private const string Long = "The tram stops here since my grandmother's days.";

    [Theory]
    [InlineData(ConversationMode.FirstHeld, "first-comment")]
    [InlineData(ConversationMode.MembersOnly, "first-comment")]
    [InlineData(ConversationMode.Open, null)]
    [InlineData(ConversationMode.AllHeld, "all-held")]
    public async Task A_first_comment_waits_where_the_mode_says_so(ConversationMode mode, string? check)
    {
        var (article, _) = await Piece();
        var newcomer = await Person("Nadia");

        Assert.Equal(check, (await Decide(Text(article) with { AccountId = newcomer, Mode = mode })).Check);
    }

    [Theory]
    [InlineData(CommentStatus.Published, null)]
    [InlineData(CommentStatus.Held, "first-comment")]
    [InlineData(CommentStatus.Rejected, "first-comment")]
    [InlineData(CommentStatus.Withdrawn, "first-comment")]
    public async Task Only_a_visible_comment_makes_somebody_known(CommentStatus before, string? check)
    {
        var (article, _) = await Piece();
        var reader = await Person("Rena");
        await Said(article, reader, "An earlier word.", before);

        Assert.Equal(check, (await Decide(Text(article) with { AccountId = reader })).Check);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "first-comment")]
    public async Task A_guest_is_known_by_confirmed_comments_of_the_address_alone(bool confirmed, string? check)
    {
        var (article, _) = await Piece();
        var address = $"{Guid.NewGuid():N}@guests.example";
        await Said(article, null, "An earlier word.", guest: address, confirmed: confirmed);

        Assert.Equal(check, (await Decide(Text(article) with { GuestEmail = address })).Check);
    }

    [Theory]
    [InlineData(4, 0, null)]
    [InlineData(3, 1, null)]
    [InlineData(2, 1, null)]
    [InlineData(3, 2, "rejection-rate")]
    [InlineData(7, 3, "rejection-rate")]
    public async Task Somebody_much_refused_lately_waits(int published, int refused, string? check)
    {
        var (article, _) = await Piece();
        var reader = await Person("Remy");
        for (var i = 0; i < published + refused; i++)
        {
            await Said(article, reader, $"Word {i}.", i < published ? CommentStatus.Published : i % 2 == 0 ? CommentStatus.Removed : CommentStatus.Rejected);
        }

        var decision = await Decide(Text(article) with { AccountId = reader });
        Assert.Equal(check, decision.Check);
        Assert.Equal(check is null ? null : $"{refused} of {published + refused} refused in 7 days", decision.Evidence);
        Assert.Null((await Decide(Text(article) with { AccountId = reader, At = Now.AddDays(8) })).Check);
    }

    [Fact]
    public async Task The_same_text_elsewhere_within_a_day_waits_and_says_where()
    {
        var (article, _) = await Piece();
        var reader = await Person("Rob");
        var network = Guid.NewGuid().ToString("N");
        var first = await Said(article, reader, Long, network: network);
        var known = Text(article) with { AccountId = reader, Mode = ConversationMode.Open };
        var stranger = known with { AccountId = await Person("Sam"), NetworkHash = network };

        Assert.Equal(new CheckDecision(ModerationAction.Held, "repeat", $"same text: /comments/{first}"), await Decide(known with { Markdown = Long }));
        Assert.Equal("repeat", (await Decide(known with { Markdown = " the TRAM stops here, since **my** grandmothers days!" })).Check);
        Assert.Equal("repeat", (await Decide(stranger with { Markdown = Long })).Check);
        Assert.Null((await Decide(stranger with { Markdown = Long, NetworkHash = "another" })).Check);
        Assert.Null((await Decide(known with { Markdown = Long + " Still." })).Check);
        Assert.Null((await Decide(known with { Markdown = Long, EditedId = first })).Check);
        Assert.Null((await Decide(known with { Markdown = Long, At = Now.AddHours(25) })).Check);
    }

    [Fact]
    public async Task A_short_agreement_may_be_said_again()
    {
        var (article, _) = await Piece();
        var reader = await Person("Rob");
        await Said(article, reader, "I agree.");

        Assert.Null((await Decide(Text(article) with { AccountId = reader, Markdown = "I agree." })).Check);
    }

    private Task<CheckDecision> Decide(Submission submission) => Do<ModerationChecks, CheckDecision>(async checks => await checks.DecideAsync(submission, Cancel));

    private Submission Text(int article) => new()
    {
        ArticleId = article, Mode = ConversationMode.FirstHeld, AuthorName = "Anna", Markdown = "Well.", Html = "<p>Well.</p>", Fingerprint = "", At = Now,
    };
}

public sealed class ModerationChecksOnSqlite(SqliteNewsroom newsroom) : ModerationChecksTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class ModerationChecksOnPostgres : ModerationChecksTests
{
    public ModerationChecksOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
