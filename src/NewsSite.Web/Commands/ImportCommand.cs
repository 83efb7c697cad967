using System.CommandLine;
using System.Globalization;
using NewsSite.Data;
using NewsSite.Import;
using NewsSite.Text;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Commands;

/// <summary><c>import page FILE</c>: brings an archived page in whole.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A text dump of the page, in UTF-8." };
        var language = new Option<string>("--language") { Description = "The language of the page, such as en.", DefaultValueFactory = _ => "en" };
        var published = new Option<string?>("--published") { Description = "When it was published: 2014-12-20, or 2014-12-20T09:00:00Z." };
        var sourceUrl = new Option<string?>("--source-url") { Description = "The address of the original." };
        var originalLanguage = new Option<string?>("--original-language") { Description = "The language of the original, such as uk." };
        var page = new Command("page", "Imports an archived page: its text, its credits and its whole conversation.") { file, language, published, sourceUrl, originalLanguage };
        page.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
        {
            await services.GetRequiredService<SiteSettings>().RefreshAsync(services.GetRequiredService<SettingHistory>(), cancel);
            var zone = services.GetRequiredService<SiteSettings>().Zone;
            var (options, wrong) = Read(parsed.GetValue(language)!, parsed.GetValue(published), parsed.GetValue(sourceUrl), parsed.GetValue(originalLanguage), zone);
            if (options is null)
            {
                return wrong;
            }

            var path = parsed.GetValue(file)!;
            if (!path.Exists)
            {
                return $"There is no file {path}.";
            }

            if (path.Length > PageDump.MaxBytes)
            {
                return $"The file has {path.Length:N0} bytes; at most {PageDump.MaxBytes:N0} are read.";
            }

            var import = new PageImport(services.GetRequiredService<NewsDbContext>());
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var (report, refusal) = await import.RunAsync(await File.ReadAllBytesAsync(path.FullName, cancel), options, now, cancel);
            if (report is not null)
            {
                await Console.Out.WriteLineAsync(report.ToString());
            }

            return refusal?.ToString();
        }));
        return new Command("import", "Brings in what was published elsewhere.") { page };
    }

    private static (ImportOptions? Options, string? Wrong) Read(string language, string? published, string? sourceUrl, string? originalLanguage, TimeZoneInfo zone)
    {
        DateTime? at = null;
        if (published is not null)
        {
            if (DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                at = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0)), zone);
            }
            else if (DateTimeOffset.TryParseExact(published, ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            {
                at = instant.UtcDateTime;
            }
            else
            {
                return (null, $"--published must be a day such as 2014-12-20 or an instant such as 2014-12-20T09:00:00Z; it is \"{published}\".");
            }
        }

        if (LanguageTag.Canonical(language) is not { } tag)
        {
            return (null, $"--language must be a language tag such as en or uk; it is \"{language}\".");
        }

        if (originalLanguage is not null && LanguageTag.Canonical(originalLanguage) is null)
        {
            return (null, $"--original-language must be a language tag such as uk; it is \"{originalLanguage}\".");
        }

        return sourceUrl is not null && (!Uri.TryCreate(sourceUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            ? (null, $"--source-url must be an http or https address; it is \"{sourceUrl}\".")
            : (new ImportOptions(tag, at, sourceUrl, LanguageTag.Canonical(originalLanguage), zone), null);
    }
}
