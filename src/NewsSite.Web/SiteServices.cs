using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.FileProviders;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Seeds;
using NewsSite.Web.Accounts;
using NewsSite.Web.Background;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;
using NewsSite.Web.Desk;
using NewsSite.Web.Email;
using NewsSite.Web.Moderation;
using NewsSite.Web.Pages;
using NewsSite.Web.Security;
using NewsSite.Web.Settings;
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
        services.AddScoped<SeedLoader>();
        services.AddSingleton(provider => new PictureStore(provider.GetRequiredService<StorageSettings>().Media(provider.GetRequiredService<IHostEnvironment>())));
        services.AddSingleton<SectionMenu>();
        services.AddHostedService<SectionMenuLoop>();
        services.AddPageCache();
        services.AddRazorPages(pages => pages.Conventions.GuardDesk());
        return services;
    }

    /// <summary>Puts the pipeline together, in the order a request meets it.</summary>
    public static void UseNewsSite(this WebApplication app)
    {
        // First, so that a kept page costs little more than its bytes; it writes the security headers itself.
        app.UsePageCache();
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
        app.MapStaticAssets();
        app.MapSiteSheet();
        app.MapRazorPages().WithStaticAssets();
    }

    /// <summary>Serves picture files. Their names carry a fingerprint, so they may be kept for ever.</summary>
    private static void UseMedia(this WebApplication app)
    {
        var directory = app.Services.GetRequiredService<StorageSettings>().Media(app.Environment);
        Directory.CreateDirectory(directory);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(directory),
            RequestPath = PictureSizes.BasePath,
            OnPrepareResponse = response => response.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });
    }
}
