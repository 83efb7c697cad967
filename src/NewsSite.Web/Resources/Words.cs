using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using NewsSite.Text;

namespace NewsSite.Web.Resources;

/// <summary>The words of the public pages in one language, and how that language writes dates, numbers and lists.</summary>
public sealed class Words
{
    /// <summary>The files the words are in: <c>Words</c> for the public pages, the others for what their names say.</summary>
    public static readonly IReadOnlyList<string> Files = ["Words", "AccountWords", "ApiWords", "CommentWords", "CreditWords", "DeskWords", "EditorWords", "FindWords", "FrontWords", "MailWords", "NewsletterWords", "NewsroomWords", "PictureWords", "PublishingWords", "ReadershipWords", "SharingWords"];

    private static readonly ResourceManager[] Resources = [.. Files.Select(f => new ResourceManager($"{typeof(Words).Namespace}.{f}", typeof(Words).Assembly))];
    private static readonly ConcurrentDictionary<string, Words> Known = new();

    private readonly CultureInfo culture;
    private readonly CultureInfo resourceCulture;

    private Words(string language)
    {
        Language = language;
        resourceCulture = CultureInfo.GetCultureInfo(language);
        // A bare "en" writes dates the American way; the day comes first in the sources' dates and so in ours.
        culture = language == "en" ? CultureInfo.GetCultureInfo("en-GB") : resourceCulture;
    }

    /// <summary>The language of the words.</summary>
    public string Language { get; }

    /// <summary>Which way the chrome runs.</summary>
    public string Direction => LanguageTag.Direction(Language);

    /// <summary>The words of a language; one of <see cref="Settings.SiteSettings.ChromeLanguages"/>.</summary>
    public static Words In(string language) => Known.GetOrAdd(language, l => new Words(l));

    /// <summary>A phrase. A missing one is a fault, found by a test.</summary>
    public string this[string key] => Find(key) ?? throw new InvalidOperationException($"No words for \"{key}\".");

    /// <summary>A phrase that may not be there: a name that later work may add to.</summary>
    public string? IfKnown(string key) => Find(key);

    /// <summary>A phrase with its blanks filled.</summary>
    public string Format(string key, params object[] blanks) => string.Format(culture, this[key], blanks);

    /// <summary>A phrase with a number in it, in the form the number asks for.</summary>
    public string Count(string key, int number)
    {
        var form = PluralForm.Of(Language, number);
        // Ukrainian says zero with the form of many; where there is a phrase for nothing at all, it reads better.
        var phrase = (number == 0 ? Find($"{key}.zero") : null) ?? this[$"{key}.{form}"];
        return string.Format(culture, phrase, Number(number));
    }

    /// <summary>A number in the language's own digits and grouping.</summary>
    public string Number(long number) => Digits(number.ToString("N0", culture));

    /// <summary>A ratio to one: 4.5 : 1.</summary>
    public string Ratio(double ratio) => Digits($"{ratio.ToString("0.0", culture)} : 1");

    /// <summary>A day: 19 December 2014.</summary>
    public string Date(DateOnly day) => Digits(day.ToString("d MMMM yyyy", culture));

    /// <summary>A month: December 2014.</summary>
    public string Month(DateOnly day) => Digits(day.ToString("MMMM yyyy", culture));

    /// <summary>A day in little room: 19 Dec 2014.</summary>
    public string ShortDate(DateOnly day) => Digits(day.ToString("d MMM yyyy", culture));

    /// <summary>A year.</summary>
    public string Year(int year) => Digits(year.ToString(CultureInfo.InvariantCulture));

    /// <summary>A time of a day in little room: 19 Dec 2014, 14:05.</summary>
    public string ShortTime(DateTime local) => Digits(local.ToString(Language == "ar" ? "d MMM yyyy، HH:mm" : "d MMM yyyy, HH:mm", culture));

    /// <summary>The name of a language, in this one: "Ukrainian".</summary>
    public string LanguageName(string tag)
    {
        // DisplayName follows the thread's culture; there is no call that takes one.
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = resourceCulture;
            return new CultureInfo(tag, useUserOverride: false).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The name of a language in itself: «Українська».</summary>
    public static string OwnName(string tag)
    {
        var name = CultureInfo.GetCultureInfo(tag).NativeName;
        return char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
    }

    /// <summary>"from Ukrainian", as a language wants it.</summary>
    public string FromLanguage(string tag) =>
        Find($"From.{tag}")
        ?? Find($"From.{tag.Split('-')[0]}")
        ?? Format("From.other", LanguageName(tag));

    private string? Find(string key) => Resources.Select(file => file.GetString(key, resourceCulture)).FirstOrDefault(phrase => phrase is not null);

    private string Digits(string text) => Language == "ar"
        ? string.Create(text.Length, text, (span, t) =>
        {
            for (var i = 0; i < t.Length; i++)
            {
                // .NET writes European digits for every culture; Arabic pages set their own.
                span[i] = char.IsAsciiDigit(t[i]) ? (char)('٠' + (t[i] - '0')) : t[i];
            }
        })
        : text;
}
