using NewsSite.Desk;
using NewsSite.Staff;

namespace NewsSite.Web.Staff;

/// <summary>Registers who belongs to the newsroom and how one comes to.</summary>
internal static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddScoped<DeskActors>();
        services.AddScoped<DeskLogSearch>();
        services.AddScoped<Staffing>();
        services.AddScoped<StaffList>();
        services.AddScoped<FirstLinks>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<ColleagueAccounts>();
        services.AddScoped<Joining>();
        services.AddSingleton<InvitationMails>();
        services.AddSingleton<InvitationLetter>(provider => provider.GetRequiredService<InvitationMails>().Write);
        services.AddHostedService<FirstLinkPrinter>();
        return services;
    }
}
