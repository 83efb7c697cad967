using NewsSite.Comments;
using NewsSite.Moderation;
using NewsSite.Moderation.Checks;
using NewsSite.Web.Email;

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
        services.AddSingleton<DecisionMail>();
        services.AddSingleton<DecisionLetter>(provider => provider.GetRequiredService<DecisionMail>().Write);
        services.AddScoped<Moderating>();
        services.AddScoped<Flagging>();
        services.AddScoped<ModerationLists>();
        return services;
    }
}
