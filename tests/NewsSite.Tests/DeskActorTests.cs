using NewsSite.Accounts;
using NewsSite.Desk;
using NewsSite.Staff;

namespace NewsSite.Tests;

/// <summary>What roles let somebody do.</summary>
public sealed class DeskActorTests
{
    [Theory]
    [InlineData(AccountRole.Translator, "uk", true, false, false, false)]
    [InlineData(AccountRole.Translator, "uk-UA", true, false, false, false)]
    [InlineData(AccountRole.Translator, "en", false, false, false, false)]
    [InlineData(AccountRole.Editor, "en", true, true, false, false)]
    [InlineData(AccountRole.Moderator, "uk", false, false, true, false)]
    [InlineData(AccountRole.Administrator, "ar", true, true, true, true)]
    public void A_role_lets_do_what_it_says(AccountRole role, string language, bool writes, bool publishes, bool moderates, bool administers)
    {
        var actor = new DeskActor(1, new HashSet<AccountRole> { role }, new HashSet<string> { "uk" });

        Assert.Equal((writes, publishes, moderates, administers), (actor.MayWrite(language), actor.MayPublish, actor.MayModerate, actor.IsAdministrator));
    }

    [Fact]
    public void Only_translators_have_languages_and_they_have_one_at_least()
    {
        var editor = StaffGrant.Read(["Editor", "Dragon"], ["uk"], ["en", "uk"]);

        Assert.Equal("editor", editor.ToString());
        Assert.Equal(StaffRefusal.NoLanguage, StaffGrant.Read(["translator"], ["de"], ["en", "uk"]).WhyNot());
        Assert.Equal("translator (uk), administrator", StaffGrant.Read(["Administrator", "Translator"], ["uk"], ["en", "uk"]).ToString());
    }
}
