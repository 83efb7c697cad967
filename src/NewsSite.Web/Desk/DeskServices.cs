using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Sources;
using NewsSite.Sources.Fetching;
using NewsSite.Web.Background;
using NewsSite.Web.Email;
using NewsSite.Web.Pages.Desk.Articles;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Desk;

/// <summary>Registers what the desk works with.</summary>
internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<PublicationMail>();
        services.AddSingleton(provider => new PublicationTools(
            () => provider.GetRequiredService<SiteSettings>().Zone,
            provider.GetRequiredService<PublicationMail>().Write,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PreviewMail>();
        services.AddSingleton<PreviewLetter>(provider => provider.GetRequiredService<PreviewMail>().Write);
        services.AddScoped<PreviewLinks>();
        services.AddSingleton<OutsideTools>();
        services.AddSingleton(provider => new SourceFetching(
            new FetchRules { Allowed = provider.GetRequiredService<DeskSettings>().FetchNetworks, Agent = $"NewsSite{(provider.GetRequiredService<SiteSettings>().BaseUrl is { } home ? $" (+{home})" : "")}" },
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<FetchDesk>();
        services.AddScoped<DraftPages>();
        services.AddScoped<ExpectedPieces>();
        services.AddScoped<FrontPages>();
        services.AddScoped<FrontPageDesk>();
        services.AddScoped<Drafting>();
        services.AddScoped<Publishing>();
        services.AddScoped<PublishedPieces>();
        services.AddScoped<PublishedRevisions>();
        services.AddScoped<NewNames>();
        services.AddScoped<NewNamesDesk>();
        services.AddScoped<TranslationBases>();
        services.AddScoped<EditorDesk>();
        services.AddScoped<Workflow>();
        services.AddScoped<PublicChanges>();
        services.AddScoped<ContributorBook>();
        services.AddScoped<PublicationBook>();
        services.AddScoped<ContributorKeeping>();
        services.AddScoped<PublicationKeeping>();
        services.AddHostedService<PublicationLoop>();
        return services;
    }
}
