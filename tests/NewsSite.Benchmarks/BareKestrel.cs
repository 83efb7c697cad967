using System.Diagnostics;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace NewsSite.Benchmarks;

/// <summary>The limit: a Kestrel with nothing in front that returns one answer from memory, headers and all. Nothing on this server can be faster.</summary>
internal sealed class BareKestrel : IAsyncDisposable
{
    /// <summary>The command by which this program becomes it.</summary>
    public const string Command = "limit";

    private readonly Process process;
    private readonly string file;

    private BareKestrel(Process process, string file, int port)
    {
        this.process = process;
        this.file = file;
        Url = $"http://127.0.0.1:{port}/";
    }

    public string Url { get; }

    /// <summary>Starts one on the servers' core, and makes sure that it answers the same.</summary>
    public static async Task<BareKestrel> StartAsync(CapturedAnswer answer)
    {
        var file = Path.GetTempFileName();
        answer.Write(file);
        var port = Machine.FreePort();
        var process = Machine.StartServer(Environment.ProcessPath!, [Command, file, $"{port}"], Environment.CurrentDirectory, new Dictionary<string, string>());
        var limit = new BareKestrel(process, file, port);
        // It says so when it listens.
        if (await process.StandardOutput.ReadLineAsync() is null)
        {
            throw new InvalidOperationException($"The bare Kestrel did not start: {await process.StandardError.ReadToEndAsync()}");
        }

        if (!answer.IsSameAs(await CapturedAnswer.TakeAsync(limit.Url)))
        {
            throw new InvalidOperationException("The bare Kestrel does not answer as the site did; their figures could not be compared.");
        }

        return limit;
    }

    /// <summary>Is it.</summary>
    public static async Task<int> RunAsync(string file, string port)
    {
        var answer = CapturedAnswer.Read(file);
        var headers = answer.Headers.Where(h => h.Key != "Content-Length").Select(h => KeyValuePair.Create(h.Key, new StringValues(h.Value))).ToArray();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(context =>
        {
            var response = context.Response;
            response.StatusCode = answer.Status;
            foreach (var (name, value) in headers)
            {
                response.Headers[name] = value;
            }

            if (answer.Body.Length == 0)
            {
                return Task.CompletedTask;
            }

            response.ContentLength = answer.Body.Length;
            var written = response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
            return written.IsCompletedSuccessfully ? Task.CompletedTask : FinishAsync(written);
        });
        await app.StartAsync();
        Console.WriteLine("listening");
        await ((IHost)app).WaitForShutdownAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        File.Delete(file);
    }

    private static async Task FinishAsync(ValueTask<FlushResult> written) => await written;
}
