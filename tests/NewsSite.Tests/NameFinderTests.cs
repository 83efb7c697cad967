using NewsSite.Credits;

namespace NewsSite.Tests;

/// <summary>Names are found the way people type them.</summary>
public sealed class NameFinderTests
{
    private static readonly NamedThing[] People =
    [
        new(1, "olena-shevchenko", "Olena Shevchenko", ["Олена Шевченко"]),
        new(2, "yaroslav-hrytsak", "Ярослав Грицак", []),
        new(3, "jose-garcia", "José García", []),
        new(4, "layla-haddad", "Layla Haddad", ["لَيْلى حدّاد"]),
        new(5, "shevchenko", "Shevchenko Fund", []),
        new(6, "oconnor", "Sinéad O’Connor", []),
    ];

    [Theory]
    [InlineData("shev", "5 1")]
    [InlineData("ШЕВЧ", "5 1")]
    [InlineData("шевченко олена", "1")]
    [InlineData("yarosl", "2")]
    [InlineData("iaroslav hryts", "2")]
    [InlineData("jose gar", "3")]
    [InlineData("GARCÍA", "3")]
    [InlineData("ليلى", "4")]
    [InlineData("حداد", "4")]
    [InlineData("o'con", "6")]
    [InlineData("ｌａｙｌａ", "4")]
    [InlineData("evchenko", "")]
    [InlineData("olena haddad", "")]
    [InlineData("", "")]
    [InlineData(" -, ", "")]
    [InlineData("\0\u200f", "")]
    public void Names_are_found_by_the_beginnings_of_their_words_in_any_script(string asked, string found) =>
        Assert.Equal(found, string.Join(' ', NameFinder.Find(People, asked).Select(f => f.Id)));

    [Fact]
    public void A_find_says_by_which_other_name_it_was_found() =>
        Assert.Equal(new FoundName(1, "Olena Shevchenko", "Олена Шевченко", "olena-shevchenko"), Assert.Single(NameFinder.Find(People, "Олена")));

    [Fact]
    public void No_more_than_ten_are_found_and_the_whole_name_comes_first()
    {
        var many = Enumerable.Range(1, 30).Select(i => new NamedThing(i, $"anna-{i}", $"Anna {i}", [])).Append(new NamedThing(99, "ann", "Ann", []));

        var found = NameFinder.Find(many, "ann");

        Assert.Equal(10, found.Count);
        Assert.Equal(99, found[0].Id);
    }

    [Theory]
    [InlineData("olena  SHEVCHENKO", true)]
    [InlineData("олена шевченко", true)]
    [InlineData("Оlena Shevchenko", true)]
    [InlineData("Olena Shevchenk", false)]
    public void A_name_is_the_same_when_the_eye_cannot_tell_it_apart(string name, bool isSame) => Assert.Equal(isSame, People[0].IsCalled(name));
}
