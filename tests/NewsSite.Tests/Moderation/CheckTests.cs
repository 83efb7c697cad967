using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Moderation;
using NewsSite.Moderation.Checks;
using NewsSite.Text;

namespace NewsSite.Tests.Moderation;

/// <summary>The checks that ask nobody.</summary>
public sealed class CheckTests
{
    private static readonly ConversationPolicy Policy = new() { MaxLinks = 2, HeldWords = "cialis, casin*" };

    [Theory]
    [InlineData(true, ModerationAction.Approved)]
    [InlineData(false, null)]
    public async Task Those_who_are_trusted_are_asked_nothing_further(bool trusted, ModerationAction? action) =>
        Assert.Equal(action, (await Judge(new TrustedCheck(), Text("Hello") with { IsTrusted = trusted }))?.Action);

    [Theory]
    [InlineData(true, ModerationAction.Held)]
    [InlineData(false, null)]
    public async Task Who_fills_in_the_unseen_field_waits(bool fell, ModerationAction? action) =>
        Assert.Equal(action, (await Judge(new HoneypotCheck(), Text("Hello") with { FellForHoneypot = fell }))?.Action);

    [Theory]
    [InlineData(ConversationMode.AllHeld, ModerationAction.Held)]
    [InlineData(ConversationMode.Open, null)]
    [InlineData(ConversationMode.FirstHeld, null)]
    public async Task Every_comment_waits_where_the_mode_says_so(ConversationMode mode, ModerationAction? action) =>
        Assert.Equal(action, (await Judge(new AllHeldCheck(), Text("Hello") with { Mode = mode }))?.Action);

    [Theory]
    [InlineData("Thank you, well said.", 0, null)]
    [InlineData("This is a sentence that nobody types in two seconds.", 2, "52 characters in 2 s")]
    [InlineData("This is a sentence that nobody types in two seconds.", 3, "")]
    [InlineData("This is a sentence that nobody types in two seconds.", null, "")]
    [InlineData("**Short** is what is *printed*, `here`.", 1, "")]
    public async Task A_text_written_faster_than_anybody_writes_waits(string markdown, int? seconds, string? evidence) =>
        Assert.Equal(evidence ?? "", (await Judge(new WritingTimeCheck(), Text(markdown) with { WritingSeconds = seconds }))?.Evidence ?? "");

    [Theory]
    [InlineData("no link", null)]
    [InlineData("https://a.example and [b](https://b.example)", null)]
    [InlineData("https://a.example and [b](https://b.example) and ![c](https://c.example/c.png)", "3 links")]
    [InlineData("`https://a.example` `https://b.example` `https://c.example`", null)]
    public async Task More_links_than_allowed_wait(string markdown, string? evidence) =>
        Assert.Equal(evidence, (await Judge(new LinksCheck(Policy), Text(markdown)))?.Evidence);

    [Theory]
    [InlineData("Ask a specialist.", "Anna", null)]
    [InlineData("Buy ci**al**is!", "Anna", "cialis")]
    [InlineData("One ci\n\nalis", "Anna", null)]
    [InlineData("Read [this](https://casinos.example)", "Anna", "casin* (“casinos”)")]
    [InlineData("Hello", "Buy Cіаlіs", "cialis (“cіаlіs”)")]
    public async Task Held_words_are_found_in_text_addresses_and_name_and_named(string markdown, string author, string? evidence) =>
        Assert.Equal(evidence, (await Judge(new HeldWordsCheck(new HeldWords(Policy.HeldWords)), Text(markdown) with { AuthorName = author }))?.Evidence);

    [Fact]
    public async Task The_first_check_that_has_something_to_say_decides()
    {
        var checks = new ModerationChecks([new TrustedCheck(), new HoneypotCheck(), new AllHeldCheck()]);
        var bad = Text("Hello") with { FellForHoneypot = true, Mode = ConversationMode.AllHeld };

        Assert.Equal(new CheckDecision(ModerationAction.Held, "honeypot"), await checks.DecideAsync(bad, TestContext.Current.CancellationToken));
        Assert.Equal(new CheckDecision(ModerationAction.Approved, "trusted"), await checks.DecideAsync(bad with { IsTrusted = true }, TestContext.Current.CancellationToken));
        Assert.Equal(new CheckDecision(ModerationAction.Approved), await checks.DecideAsync(Text("Hello"), TestContext.Current.CancellationToken));
    }

    private static ValueTask<CheckVerdict?> Judge(IModerationCheck check, Submission submission) => check.JudgeAsync(submission, TestContext.Current.CancellationToken);

    private static Submission Text(string markdown) => new()
    {
        ArticleId = 1,
        Mode = ConversationMode.Open,
        AuthorName = "Anna",
        Markdown = markdown,
        Html = CommentMarkup.Render(markdown).Html.ToString(),
        Fingerprint = "",
        At = new DateTime(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc),
    };
}
