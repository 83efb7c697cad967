using Microsoft.Extensions.Options;
using NewsSite.Email;
using NewsSite.Newsletter;
using NewsSite.Web.Background;
using NewsSite.Web.Pages.Desk.Newsletter;
using NewsSite.Web.Pages.Newsletter;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Newsletter;

/// <summary>Registers what the newsletter is made of: who gets it, what it says, when it goes out, what comes back.</summary>
internal static class NewsletterServices
{
    public static IServiceCollection AddNewsletter(this IServiceCollection services)
    {
        services.AddOptions<NewsletterSettings>().BindConfiguration("Newsletter").ValidateOnStart();
        services.AddSingleton<IValidateOptions<NewsletterSettings>, NewsletterSettingsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<NewsletterSettings>>().Value);
        services.AddOptions<BounceMailboxSettings>().BindConfiguration("Bounces").ValidateOnStart();
        services.AddSingleton<IValidateOptions<BounceMailboxSettings>, BounceMailboxSettingsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BounceMailboxSettings>>().Value);
        services.AddSingleton(provider => new SendingPace(provider.GetRequiredService<NewsletterSettings>().MailsPerMinute, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new IssueCalendar(provider.GetRequiredService<NewsletterSettings>(), provider.GetRequiredService<SiteSettings>().Zone));
        services.AddScoped<IssueReader>();
        services.AddScoped<IssuePress>();
        services.AddScoped<Subscribing>();
        services.AddScoped<BounceMailbox>();
        services.AddScoped<NewsletterOffers>();
        services.AddScoped<SubscriptionTools>();
        services.AddScoped<NewsletterDesk>();
        services.AddSingleton<IssueWriter>();
        services.AddSingleton<SubscriptionMail>();
        services.AddHostedService<NewsletterLoop>();
        services.AddHostedService<BounceLoop>();
        return services;
    }
}
