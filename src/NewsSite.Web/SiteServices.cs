using System.Text.Encodings.Web;
using System.Text.Unicode;
using NewsSite.Data;
using NewsSite.Seeds;
using NewsSite.Web.Accounts;
using NewsSite.Web.Api;
using NewsSite.Web.Background;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;
using NewsSite.Web.Desk;
using NewsSite.Web.Email;
using NewsSite.Web.Feeds;
using NewsSite.Web.Newsletter;
using NewsSite.Web.Pictures;
using NewsSite.Web.Moderation;
using NewsSite.Web.Pages;
using NewsSite.Web.Readership;
using NewsSite.Web.Search;
using NewsSite.Web.Security;
using NewsSite.Web.Settings;
using NewsSite.Web.ShareCards;
using NewsSite.Web.Sharing;
using NewsSite.Web.Staff;

namespace NewsSite.Web;

/// <summary>What the site is made of, and the way a request takes through it.</summary>
internal static class SiteServices
{
    /// <summary>Registers everything the pages and the commands need.</summary>
    public static IServiceCollection AddNewsSite(this IServiceCollection services)
    {
        services.AddSettings();
        services.AddNewsData(DatabaseSettings.Read);
        services.AddSingleton(TimeProvider.System);
        // Ukrainian and Arabic are printed as themselves, not as entities: smaller pages, readable source.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAccounts();
        services.AddComments();
        services.AddAccountKeeping();
        services.AddModeration();
        services.AddDesk();
        services.AddStaff();
        services.AddSingleton<MailWriter>();
        services.AddSingleton<SiteLinks>();
        services.AddMail();
        services.AddNewsletter();
        services.AddScoped<SeedLoader>();
        services.AddPictures();
        services.AddShareCards();
        services.AddSingleton<SectionMenu>();
        services.AddHostedService<SectionMenuLoop>();
        services.AddPageCache();
        services.AddFeeds();
        services.AddSearch();
        services.AddApi();
        services.AddReadership();
        services.AddRazorPages(pages =>
        {
            pages.Conventions.GuardDesk();
            pages.Conventions.AddFeedAddresses();
            pages.Conventions.AddCitationAddresses();
        });
        return services;
    }

    /// <summary>Puts the pipeline together, in the order a request meets it.</summary>
    public static void UseNewsSite(this WebApplication app)
    {
        app.UseReadership();
        // First, so that a kept page costs little more than its bytes; it writes the security headers itself.
        app.UsePageCache();
        app.UseApi();
        app.UseSecurityHeaders();
        app.UseMethodGuard();
        app.UseCrossSiteGuard();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error/500");
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMedia();
        app.UseRouting();
        app.UseAccounts();
        app.UseRateLimiter();
        app.MapStaticAssets();
        app.MapSiteSheet();
        app.MapApi();
        app.MapRazorPages().WithStaticAssets();
    }
}
