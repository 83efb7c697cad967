namespace NewsSite.Web.Settings;

/// <summary>Whether an empty database gets the sample publication. Section <c>Seeds</c>.</summary>
public sealed record SeedSettings
{
    /// <summary>True loads it at the start; without a value, true in Development only.</summary>
    public bool? Load { get; init; }

    /// <summary>Where the sample publication is kept; by default beside the executable, where the build copies it.</summary>
    public string Directory { get; init; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Whether this start loads it.</summary>
    public bool LoadsIn(IHostEnvironment environment) => Load ?? environment.IsDevelopment();
}
