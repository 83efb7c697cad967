using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsSite.Browser.Tests;

/// <summary>Somebody else's site on this machine, with one page.</summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication site;

    private OtherSite(WebApplication site) => this.site = site;

    /// <summary>Where it is, by its number, without a trailing slash.</summary>
    public string Address => site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The same by its name.</summary>
    public string NamedAddress => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Opens it.</summary>
    public static async Task<OtherSite> OpenAsync(string page)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(context.Request.Path == "/" ? page : "");
        });
        await site.StartAsync();
        return new OtherSite(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
