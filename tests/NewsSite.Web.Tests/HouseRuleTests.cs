using System.Resources;
using System.Text.RegularExpressions;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Tests;

/// <summary>Rules of the house that are worth a test.</summary>
public sealed class HouseRuleTests
{
    [Fact]
    public void Nobody_reads_the_clock_but_through_TimeProvider() =>
        Assert.DoesNotContain(Sources("*.cs"), f => Regex.IsMatch(File.ReadAllText(f), @"DateTime(Offset)?\.(UtcNow|Now|Today)\b"));

    [Fact]
    public void Only_the_one_place_prints_text_without_encoding() =>
        Assert.DoesNotContain(Sources("*.cshtml"), f => File.ReadAllText(f).Contains("Html.Raw", StringComparison.Ordinal));

    [Fact]
    public void No_page_carries_script_or_style_of_its_own() =>
        Assert.DoesNotContain(Sources("*.cshtml"), f => Regex.IsMatch(File.ReadAllText(f), @"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+="""));

    public static TheoryData<string> WordFiles => [.. Words.Files];

    [Theory]
    [MemberData(nameof(WordFiles))]
    public void Every_phrase_is_there_in_every_language(string file)
    {
        var resources = new ResourceManager($"{typeof(Words).Namespace}.{file}", typeof(Words).Assembly);
        var english = Keys(resources, "");
        Assert.NotEmpty(english);
        Assert.All(SiteSettings.ChromeLanguages.Where(l => l != "en"), l => Assert.Equal(english, Keys(resources, l)));
    }

    [Fact]
    public void A_phrase_has_one_place()
    {
        var files = Words.Files.SelectMany(file => Keys(new ResourceManager($"{typeof(Words).Namespace}.{file}", typeof(Words).Assembly), "").Select(key => (key, file))).ToLookup(k => k.key, k => k.file);

        Assert.Empty(files.Where(k => k.Count() > 1).Select(k => $"{k.Key}: {string.Join(", ", k)}"));
    }

    [Fact]
    public void Every_check_before_publishing_has_its_sentence_in_every_language()
    {
        var checks = Sources("*.cs").Where(f => f.Contains("/Desk/", StringComparison.Ordinal))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"Finding\.(?:Stop|Advice)\(([^,)]*(?:\([^)]*\))?[^,)]*)"))
            .SelectMany(m => Regex.Matches(m.Groups[1].Value, "\"([A-Z][A-Za-z]+)\"")).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.True(checks.Count > 30, $"Only {checks.Count} checks were found.");
        Assert.All(checks, check => Assert.All(SiteSettings.ChromeLanguages, language => Assert.NotNull(Words.In(language).IfKnown($"Finding.{check}"))));
    }

    private static SortedSet<string> Keys(ResourceManager resources, string language) =>
        [.. resources.GetResourceSet(System.Globalization.CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key)];

    private static IEnumerable<string> Sources(string pattern)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "NewsSite.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The solution is not above the tests.");
        }

        return Directory.EnumerateFiles(Path.Combine(root.FullName, "src"), pattern, SearchOption.AllDirectories).Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal));
    }
}
