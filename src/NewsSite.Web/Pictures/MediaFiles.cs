using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using NewsSite.Media;
using NewsSite.Web.Commands;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pictures;

/// <summary>Serves the files of pictures: to readers those that published articles use, as they lie on the disk.</summary>
internal static class MediaFiles
{
    /// <summary>What a picture's file says: should it ever be taken for a page, it may do nothing.</summary>
    public const string ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var (storage, environment) = (provider.GetRequiredService<StorageSettings>(), provider.GetRequiredService<IHostEnvironment>());
            return new PictureStore(storage.Media(environment), storage.HiddenMedia(environment));
        });
        services.AddSingleton(PressCommand.Room());
        services.AddScoped<PictureUploads>();
        services.AddScoped<PictureReleases>();
        services.AddScoped<PictureEditing>();
        return services;
    }

    public static void UseMedia(this WebApplication app)
    {
        var directory = app.Services.GetRequiredService<StorageSettings>().Media(app.Environment);
        Directory.CreateDirectory(directory);
        app.UseWhen(context => context.Request.Path.StartsWithSegments(PictureSizes.BasePath), media => media.Use(ReleaseAsync));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(directory),
            RequestPath = PictureSizes.BasePath,
            // Of what is kept only; anything else in the directory is not served.
            ContentTypeProvider = new FileExtensionContentTypeProvider(PictureSizes.MediaTypes.ToDictionary()),
            OnPrepareResponse = response =>
            {
                // Names carry a fingerprint, so the files may be kept for ever.
                response.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                response.Context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            },
        });
    }

    /// <summary>A picture of an article that has become public by the clock alone moves to readers when the first of them asks.</summary>
    private static async Task ReleaseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(PictureSizes.BasePath, out var name) && PictureSizes.StemOf(name.Value!.TrimStart('/')) is { } file)
        {
            // What lies where it should costs a look at the disk, what is nowhere another; only a hidden picture costs a question to the database.
            var services = context.RequestServices;
            if (services.GetRequiredService<PictureStore>().IsHidden(file))
            {
                await services.GetRequiredService<PictureReleases>().ReleaseIfPublishedAsync(file, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, context.RequestAborted);
            }
        }

        await next(context);
    }
}
