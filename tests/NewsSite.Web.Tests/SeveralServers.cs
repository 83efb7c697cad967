using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Desk;
using NewsSite.Email;
using Npgsql;

namespace NewsSite.Web.Tests;

/// <summary>Three servers share a database, their clocks differ, and some of them die.</summary>
[Trait("Database", "PostgreSQL")]
public sealed class SeveralServers : IClassFixture<SharedDatabase>
{
    private const int Pieces = 40;

    private readonly SharedDatabase newsroom;
    private readonly Dictionary<Newsroom, SeenChanges> seen = [];
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public SeveralServers(SharedDatabase newsroom)
    {
        Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
        this.newsroom = newsroom;
    }

    [Fact]
    public async Task Each_of_forty_pieces_appears_once_though_clocks_differ_and_a_server_loses_its_connections()
    {
        var pieces = await Scheduled(newsroom.Clock, "Clocks", i => TimeSpan.FromSeconds(180 + i));
        await using var behind = new OtherServer(newsroom.Shared, "behind", newsroom.Clock.GetUtcNow().AddSeconds(-30));
        await using var ahead = new OtherServer(newsroom.Shared, "ahead", newsroom.Clock.GetUtcNow().AddSeconds(40));

        // A server that starts keeps no pages yet: its first question tells nothing.
        foreach (var server in new Newsroom[] { newsroom, behind, ahead })
        {
            await server.Use((PublicChanges c) => c.NewAsync(seen[server] = new SeenChanges(), cancel));
        }

        var told = await Task.WhenAll(Turns(newsroom, 300), Turns(behind, 300), Turns(ahead, 60, then: () => Cut("ahead")));

        await AssertOnce(pieces, "Clocks");
        foreach (var heard in told.Take(2))
        {
            Assert.Equal(pieces.Order(), heard.Where(pieces.Contains).Order());
        }
    }

    [Fact]
    public async Task Each_of_forty_pieces_appears_once_though_servers_are_killed()
    {
        var directories = Enumerable.Range(0, 3).Select(_ => Directory.CreateTempSubdirectory("newssite").FullName).ToList();
        var servers = directories.Select(d => new RunningServer(
            d, ("Database__Provider", "Postgres"), ("ConnectionStrings__NewsSite", newsroom.Shared), ("Mail__Dispatch", "false"))).ToList();
        try
        {
            await Task.WhenAll(servers.Select(s => s.PrintedLink(cancel)));
            var pieces = await Scheduled(TimeProvider.System, "Killed", i => TimeSpan.FromMilliseconds(1_000 + (150 * i)));

            await Until(pieces, 10);
            await servers[0].DisposeAsync();
            await Until(pieces, 20);
            await servers[1].DisposeAsync();
            await Until(pieces, Pieces);

            await AssertOnce(pieces, "Killed");
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }

            directories.ForEach(d => Directory.Delete(d, recursive: true));
        }
    }

    /// <summary>Forty pieces that wait for their time, each crediting somebody who is told by mail.</summary>
    private async Task<List<int>> Scheduled(TimeProvider clock, string name, Func<int, TimeSpan> due)
    {
        var editor = await newsroom.Editor($"{name} Editor");
        var content = await newsroom.Complete(name);
        await newsroom.InDatabase(async db =>
        {
            await db.Accounts.Where(a => a.ContributorId != null).ExecuteUpdateAsync(set => set.SetProperty(a => a.ContributorId, (int?)null), cancel);
            var account = await db.Accounts.SingleAsync(a => a.Id == editor.AccountId, cancel);
            account.Contributor = await db.Contributors.SingleAsync(c => c.Id == content.Credits[1].ContributorId, cancel);
            return await db.SaveChangesAsync(cancel);
        });
        var pieces = new List<int>();
        for (var i = 0; i < Pieces; i++)
        {
            pieces.Add(await newsroom.Begun(editor, content with { Headline = $"{name} {i}" }));
        }

        await newsroom.InDatabase(async db =>
        {
            var drafting = new PublicationTools(() => TimeZoneInfo.Utc, _ => throw new InvalidOperationException("Nothing appears while it is scheduled."), clock);
            var workflow = new Workflow(db, clock);
            foreach (var id in pieces)
            {
                foreach (var stage in new[] { WorkStage.Claimed, WorkStage.Translating, WorkStage.InEdit, WorkStage.Ready })
                {
                    Assert.Null(await workflow.MoveAsync(editor, id, stage, null, cancel));
                }

                Assert.Null((await new Publishing(db, drafting).ScheduleAsync(editor, [(id, 1)], clock.GetUtcNow().UtcDateTime.AddDays(1), cancel)).Why);
            }

            // Scheduling forty takes its time; when they are due counts from here.
            var start = clock.GetUtcNow().UtcDateTime;
            foreach (var (id, i) in pieces.Select((id, i) => (id, i)))
            {
                await db.Assignments.Where(a => a.ArticleId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ScheduledFor, start + due(i)), cancel);
            }

            return 0;
        });
        return pieces;
    }

    /// <summary>One server's loop, a second a turn by its own clock: what is due is published, then it hears what changed.</summary>
    private async Task<List<int>> Turns(Newsroom server, int turns, Func<Task>? then = null)
    {
        var heard = new List<int>();
        for (var i = 0; i < turns; i++)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(1));
            if (i == turns / 2 && then is not null)
            {
                await then();
            }

            try
            {
                await server.Use((Publishing p) => p.PublishDueAsync(cancel));
            }
            catch (Exception fault) when (then is not null && fault is NpgsqlException or InvalidOperationException or DbUpdateException)
            {
                // Its connections were cut while it was at it; the real loop tries again too.
            }

            heard.AddRange(await server.Use((PublicChanges c) => c.NewAsync(seen[server], cancel)));
        }

        return heard;
    }

    private async Task Cut(string application)
    {
        await using var connection = new NpgsqlConnection(newsroom.Shared);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", connection) { Parameters = { new() { Value = application } } };
        await command.ExecuteNonQueryAsync(cancel);
        NpgsqlConnection.ClearAllPools();
    }

    private async Task Until(List<int> pieces, int count)
    {
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await newsroom.InDatabase(db => db.Articles.CountAsync(a => pieces.Contains(a.Id) && a.Status == ArticleStatus.Published, cancel)) < count)
        {
            await rounds.WaitForNextTickAsync(cancel);
        }
    }

    private async Task AssertOnce(List<int> pieces, string name)
    {
        Assert.Equal(Pieces, await newsroom.InDatabase(db => db.Articles.CountAsync(a => pieces.Contains(a.Id) && a.Status == ArticleStatus.Published, cancel)));
        Assert.Equal(pieces.Order(), await newsroom.InDatabase(db => db.PublicChanges.Where(c => pieces.Contains(c.ArticleId)).Select(c => c.ArticleId).Order().ToListAsync(cancel)));
        Assert.Equal(pieces.Order(), await newsroom.InDatabase(db => db.DeskLog.Where(e => e.Action == DeskAction.Published && pieces.Contains(e.ThingId)).Select(e => e.ThingId).Order().ToListAsync(cancel)));
        Assert.Equal(Pieces, await newsroom.InDatabase(db => db.Outbox.CountAsync(m => m.Kind == MailKind.Publication && m.Recipient == Visitors.AddressOf($"{name} Editor"), cancel)));
    }

    private sealed class OtherServer : Newsroom, IAsyncDisposable
    {
        public OtherServer(string shared, string name, DateTimeOffset now)
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(shared) { ApplicationName = name }.ConnectionString;
            Clock.AdjustTime(now);
        }

        protected override string Provider => "Postgres";
    }
}

/// <summary>A database of its own, for what is due in it is counted.</summary>
public sealed class SharedDatabase : PostgresNewsroom;
