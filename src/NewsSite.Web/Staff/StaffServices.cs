using NewsSite.Desk;

namespace NewsSite.Web.Staff;

/// <summary>Registers who belongs to the newsroom and how one comes to.</summary>
internal static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddScoped<DeskActors>();
        return services;
    }
}
