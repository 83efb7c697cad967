using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Tests.Accounts;

/// <summary>Which names may be had, in a real SQLite file.</summary>
public sealed class DisplayNamesTests(PeopleOnFile people) : IClassFixture<PeopleOnFile>
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string, NameRefusal?> Names => new()
    {
        // Fit, and nobody's.
        { "Nadia", null },
        { "  Nadia   Sorokina ", null },
        { "Jean-Luc d'Arcy", null },
        { "Zoë Nguyễn Thị", null },
        { "ليلى منصور", null },
        { "مُحَمَّد", null },
        { "山田 太郎", null },
        { "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", null }, // Persian, with the non-joiner its spelling wants
        { "\u0915\u094D\u200D\u0937\u092E\u093E", null }, // Hindi, with a joiner
        { "Anna 2", null },
        { "مشرف علي", null },
        { "Olena Kovalenka", null },
        // None.
        { "", NameRefusal.Missing },
        { " \t\u00A0\u3000 ", NameRefusal.Missing },
        // Unfit.
        { "\u200B", NameRefusal.Unfit },
        { "12345", NameRefusal.Unfit },
        { "!!!", NameRefusal.Unfit },
        { "Na\u200Bdia", NameRefusal.Unfit }, // zero width space
        { "\u202EaidaN", NameRefusal.Unfit }, // right-to-left override
        { "Nadia\u2066", NameRefusal.Unfit },
        { "Na\u200Ddia", NameRefusal.Unfit }, // a joiner where nothing joins
        { "\u200C\u0645\u06CC", NameRefusal.Unfit },
        { "Na\u00ADdia", NameRefusal.Unfit }, // soft hyphen
        { "Nadia\uE000", NameRefusal.Unfit }, // private use
        { "Nadia\u0378", NameRefusal.Unfit }, // unassigned
        { "Nadia\uFE0F", NameRefusal.Unfit },
        { "Nadia\u3164", NameRefusal.Unfit }, // a letter nobody sees
        { "Nadia\u2800", NameRefusal.Unfit },
        { "N\u0301\u0302\u0303\u0304\u0305adia", NameRefusal.Unfit },
        { new string('a', Account.MaxNameLength + 1), NameRefusal.Unfit },
        // An account's.
        { "Olena Kovalenko", NameRefusal.Taken },
        { "OLENA KOVALENKO", NameRefusal.Taken },
        { "\u041Elena Kovalenko", NameRefusal.Taken }, // Cyrillic О
        { "\u039Flena Kovalenk\u03BF", NameRefusal.Taken }, // Greek omicrons
        { "Ｏｌｅｎａ Ｋｏｖａｌｅｎｋｏ", NameRefusal.Taken },
        { "Olena\u2003Kovalenko", NameRefusal.Taken },
        { "HATO", NameRefusal.Taken }, // «НАТО» is an account
        { "нато", NameRefusal.Taken },
        // A contributor's, under any name.
        { "Ilse Brandvold", NameRefusal.Taken },
        { "ilse brandvold", NameRefusal.Taken },
        { "Ільзе Брандволд", NameRefusal.Taken },
        { "إلزه براندفولد", NameRefusal.Taken },
        // Staff.
        { "Admin", NameRefusal.Taken },
        { "The Editor", NameRefusal.Taken },
        { "А\u0064min", NameRefusal.Taken },
        { "A.d.m.i.n", NameRefusal.Taken },
        { "News Room", NameRefusal.Taken },
        { "Модератор Олег", NameRefusal.Taken },
        { "Редакція", NameRefusal.Taken },
        { "هيئة التحرير", NameRefusal.Taken },
        { "المشرف", NameRefusal.Taken },
        { "The Tide Table", NameRefusal.Taken },
        { "Friends of the tide table", NameRefusal.Taken },
        { "TheTideTable", NameRefusal.Taken },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_guest_may_go_by_a_name_that_can_be_read_and_is_nobodys(string typed, NameRefusal? expected) =>
        Assert.Equal(expected, await Check(typed, null));

    [Fact]
    public async Task An_account_keeps_its_own_name_and_its_contributors_and_staff_their_titles()
    {
        Assert.Null(await Check("olena KOVALENKO", people.Olena));
        Assert.Equal(NameRefusal.Taken, await Check("Olena Kovalenko", people.Ilse));
        Assert.Null(await Check("Ilse Brandvold", people.Ilse));
        Assert.Null(await Check("Ільзе Брандволд", people.Ilse));
        Assert.Equal(NameRefusal.Taken, await Check("Ilse Brandvold", people.Olena));
        Assert.Null(await Check("The Editor", people.Ilse));
        Assert.Equal(NameRefusal.Taken, await Check("The Editor", people.Olena));
    }

    [Fact]
    public async Task A_name_is_nobodys_until_the_address_is_confirmed() => Assert.Null(await Check("Unconfirmed", null));

    [Fact]
    public void A_name_is_read_as_one_line_in_one_form() =>
        Assert.Equal("Ａnna Maria fi".Normalize(System.Text.NormalizationForm.FormKC), DisplayNames.Read("\t Ａnna\u0000\n\u3000Maria ﬁ\u00A0"));

    [Fact]
    public void Halves_of_characters_are_no_fault() => Assert.Equal("a\uFFFDb", DisplayNames.Read("a\uD83Db"));

    private async Task<NameRefusal?> Check(string typed, int? account)
    {
        await using var db = people.Open();
        return await new DisplayNames(db, new ProtectedNames(() => "The Tide Table"), TimeProvider.System).CheckAsync(DisplayNames.Read(typed), account, cancel);
    }
}

/// <summary>A few people in a database.</summary>
public sealed class PeopleOnFile : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    private readonly string file = Path.Combine(Path.GetTempPath(), $"newssite-names-{Guid.NewGuid():N}.db");

    public int Olena { get; private set; }

    public int Ilse { get; private set; }

    public SqliteNewsDbContext Open() => new((DbContextOptions<SqliteNewsDbContext>)new DbContextOptionsBuilder<SqliteNewsDbContext>().UseNewsSqlite($"Data Source={file}").Options);

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        var contributor = new Contributor("ilse-brandvold", "Ilse Brandvold")
        {
            Names = LocalizedText.Of("uk", "Ільзе Брандволд"), ScriptName = "إلزه براندفولد", ScriptLanguage = "ar",
        };
        Account[] accounts = [Named("Olena Kovalenko"), Named("НАТО"), Named("Ilse B.")];
        accounts[2].Contributor = contributor;
        accounts[2].Grant(AccountRole.Editor, Now);
        db.AddRange(accounts);
        db.Add(new Account("Unconfirmed", Now) { UserName = "unconfirmed", NormalizedUserName = "UNCONFIRMED" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        (Olena, Ilse) = (accounts[0].Id, accounts[2].Id);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var part in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
        {
            File.Delete(part);
        }

        return ValueTask.CompletedTask;
    }

    private static Account Named(string name)
    {
        var account = new Account(name, Now) { UserName = name, NormalizedUserName = name.ToUpperInvariant() };
        account.OwnName();
        return account;
    }
}
