using NewsSite.Comments;
using NewsSite.Moderation;
using NewsSite.Moderation.Checks;

namespace NewsSite.Web.Moderation;

/// <summary>What makes it safe to open a conversation.</summary>
internal static class ModerationServices
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddSingleton(provider => new HeldWords(provider.GetRequiredService<ConversationPolicy>().HeldWords));
        // In this order; the first that has something to say decides. What costs nothing comes before what asks the database.
        services.AddScoped<IModerationCheck, TrustedCheck>();
        services.AddScoped<IModerationCheck, HoneypotCheck>();
        services.AddScoped<IModerationCheck, AllHeldCheck>();
        services.AddScoped<IModerationCheck, WritingTimeCheck>();
        services.AddScoped<IModerationCheck, LinksCheck>();
        services.AddScoped<IModerationCheck, HeldWordsCheck>();
        services.AddScoped<IModerationCheck, RepeatCheck>();
        services.AddScoped<IModerationCheck, RejectionRateCheck>();
        services.AddScoped<IModerationCheck, FirstCommentCheck>();
        services.AddScoped<ModerationChecks>();
        return services;
    }
}
