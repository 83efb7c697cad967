using NewsSite.Comments;

namespace NewsSite.Web.Comments;

/// <summary>Registers what posting and changing comments needs.</summary>
internal static class CommentServices
{
    public static IServiceCollection AddComments(this IServiceCollection services)
    {
        services.AddScoped<Commenting>();
        services.AddScoped<Posting>();
        services.AddScoped<Revising>();
        services.AddScoped<GuestConfirming>();
        services.AddScoped<Useful>();
        services.AddScoped<PostingRules>();
        services.AddSingleton<PostingPace>();
        services.AddSingleton<CommentWriter>();
        services.AddSingleton<PostedComments>();
        services.AddSingleton<NetworkKey>();
        services.AddSingleton<CommentMails>();
        services.AddScoped<CommentActivities>();
        services.AddSingleton<CommentDeskTools>();
        services.AddScoped<CommentDesk>();
        return services;
    }
}
