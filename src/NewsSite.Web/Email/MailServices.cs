using Microsoft.Extensions.Options;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Web.Background;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Email;

/// <summary>Registers what mail is made of: who is told, what they are told, and how it leaves.</summary>
internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration("Mail").ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailSettings>, MailSettingsValidation>();
        // Anew each time: the publication may have another name by now.
        services.AddTransient(provider =>
        {
            var mail = provider.GetRequiredService<IOptions<MailSettings>>().Value;
            return mail with { FromName = mail.FromName ?? provider.GetRequiredService<SiteSettings>().Name };
        });
        services.AddSingleton(provider => new MailFolder(provider.GetRequiredService<StorageSettings>().Mail(provider.GetRequiredService<IHostEnvironment>())));
        services.AddScoped<Envelope>();
        services.AddScoped<SmtpTransport>();
        services.AddScoped<FolderTransport>();
        services.AddScoped<IMailTransport>(provider => provider.GetRequiredService<MailSettings>().Host is null
            ? provider.GetRequiredService<FolderTransport>()
            : provider.GetRequiredService<SmtpTransport>());
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxBell>();
        services.ConfigureDbContext<SqliteNewsDbContext>((provider, context) => context.AddInterceptors(provider.GetRequiredService<OutboxBell>()));
        services.ConfigureDbContext<PostgresNewsDbContext>((provider, context) => context.AddInterceptors(provider.GetRequiredService<OutboxBell>()));
        services.AddScoped<Outbox>();
        services.AddScoped(provider => new Correspondence(
            provider.GetRequiredService<NewsDbContext>(), provider.GetRequiredService<ConversationPolicy>(), provider.GetRequiredService<SiteSettings>().Zone));
        services.AddSingleton<LetterWriter>();
        services.AddScoped<Following>();
        services.AddScoped<Unsubscription>();
        services.AddHostedService<OutboxDispatcher>();
        return services;
    }
}
