using System.Diagnostics;

namespace NewsSite.Web.Tests;

/// <summary>The executable as an operator starts it.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("newssite-commands").FullName;
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_on_an_out_of_date_database_says_so_in_a_sentence_and_stops()
    {
        var (code, _, errors) = await Run("--urls=http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.Matches(@"^The database lacks \d+ of the changes this version needs .* Run the command ""migrate"", then try again\.\s*$", errors);
    }

    [Fact]
    public async Task A_wrong_host_that_may_show_conversations_stops_the_start_with_a_sentence_that_names_it()
    {
        await Run("migrate");

        var (code, _, errors) = await Run("--urls=http://127.0.0.1:0", "--Embedding:Hosts=blog.example *");

        Assert.Equal(1, code);
        Assert.StartsWith("Embedding:Hosts takes hosts separated by spaces, such as news.example, https://news.example, *.example.org or localhost:8080; \"*\" is none.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_is_brought_up_to_date_once()
    {
        var (code, output, _) = await Run("migrate");
        var (again, nothing, _) = await Run("migrate");

        Assert.Equal((0, 0), (code, again));
        Assert.Matches(@"^The database is up to date; [1-9]\d* change\(s\) made\.\s*$", output);
        Assert.Equal("The database is up to date.", nothing.Trim());
    }

    [Fact]
    public async Task Input_that_is_refused_ends_with_one_and_a_sentence_and_wrong_usage_with_two()
    {
        await Run("migrate");

        var (refused, _, why) = await Run("import", "page", Path.Combine(directory, "no-such-file.txt"));
        var (usage, _, _) = await Run("import", "page");
        var (unknown, _, _) = await Run("publish-everything");

        Assert.Equal((1, 2, 2), (refused, usage, unknown));
        Assert.Contains("no-such-file.txt", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_of_the_search_is_built_anew_and_its_size_and_time_said()
    {
        await Run("migrate");
        await Run("seed");

        var (code, output, _) = await Run("search", "rebuild");

        Assert.Equal(0, code);
        Assert.Matches(@"^\d+ pieces and what was said about them, in \d+\.\d s; \d+\.\d MB for the pieces, \d+\.\d MB for the comments\.\s*$", output);
    }

    [Fact]
    public async Task A_command_on_an_out_of_date_database_says_so_in_a_sentence()
    {
        var (code, _, errors) = await Run("outbox", "list");

        Assert.Equal(1, code);
        Assert.Matches(@"^The database lacks \d+ of the changes .* Run the command ""migrate"", then try again\.\s*$", errors);
    }

    [Fact]
    public async Task A_wrong_setting_ends_the_start_with_a_sentence_that_names_it()
    {
        var (code, _, errors) = await Run("--Site:TimeZone=Atlantis/Capital");

        Assert.Equal(1, code);
        Assert.Contains("Site:TimeZone must be a time zone", errors, StringComparison.Ordinal);
    }

    /// <summary>The kernel gives each user few watchers, shared with whatever else runs.</summary>
    [Fact]
    public async Task A_running_server_watches_no_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has open is read from /proc.");
        await Run("migrate");
        await using var server = new RunningServer(directory);
        await server.PrintedLink(cancel);

        var open = Directory.EnumerateFileSystemEntries($"/proc/{server.ProcessId}/fd").Select(f => new FileInfo(f).LinkTarget).ToList();

        Assert.Contains(open, o => o?.StartsWith("socket:", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("anon_inode:inotify", open);
    }

    [Fact]
    public async Task A_start_without_an_administrator_prints_a_link_that_makes_one_and_ends_with_the_next_start()
    {
        await Run("migrate");

        string first;
        await using (var server = new RunningServer(directory))
        {
            first = await server.PrintedLink(cancel);
        }

        await using var again = new RunningServer(directory);
        var link = await again.PrintedLink(cancel);
        using var browser = new HttpClient();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var old = await browser.GetStringAsync(new Uri(new Uri(link), new Uri(first).PathAndQuery), cancel);
        using var made = await browser.Submit(link, ("name", "Fedra Lis"), ("email", "fedra@example.org"), ("password", Visitors.Password));

        Assert.NotEqual(new Uri(first).Query, new Uri(link).Query);
        Assert.Contains("not good any more", old, StringComparison.Ordinal);
        Assert.Equal("/desk", made.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("/desk/people", await made.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Contains("not good any more", await browser.GetStringAsync(link, cancel), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NewsSite.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Storage__Directory"] = directory;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await errors);
    }
}
