using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Email;

namespace NewsSite.Web.Commands;

/// <summary><c>outbox list</c> and <c>outbox retry ID</c>: what waits, what was given up and why, and one more try.</summary>
internal static class OutboxCommand
{
    private const int ShownAtMost = 100;

    public static Command Create() => new("outbox", "Shows mail that is not sent yet and mail that was given up; lets it be tried again.") { List(), Retry() };

    private static Command List()
    {
        var list = new Command("list", "Lists dead letters, then what waits: key, kind, attempts, when it is tried next, why it failed. Addresses and texts are not shown.");
        list.SetAction((_, cancel) => CommandHost.RunAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDbContext>();
            await PrintAsync(db.Outbox.DeadLetters, "given up", cancel);
            await PrintAsync(db.Outbox.Waiting, "waiting", cancel);
            return null;
        }));
        return list;
    }

    private static Command Retry()
    {
        var key = new Argument<int>("ID") { Description = "The key shown by \"outbox list\"." };
        var retry = new Command("retry", "Has a dead letter, or a mail that waits, tried again at once.") { key };
        retry.SetAction((parsed, cancel) => CommandHost.RunAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDbContext>();
            var id = parsed.GetValue(key);
            if (await db.Outbox.SingleOrDefaultAsync(m => m.Id == id && m.SentAt == null, cancel) is not { } mail)
            {
                return $"There is no mail {id} that was not sent.";
            }

            mail.TryAgain(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancel);
            await Console.Out.WriteLineAsync($"Mail {id} is due again; a running server sends it within half a minute.");
            return null;
        }));
        return retry;
    }

    private static async Task PrintAsync(IQueryable<OutboxMail> mails, string heading, CancellationToken cancel)
    {
        await Console.Out.WriteLineAsync($"{await mails.CountAsync(cancel)} {heading}");
        await foreach (var mail in mails.OrderBy(m => m.Id).Take(ShownAtMost)
            .Select(m => new { m.Id, m.Kind, m.Attempts, m.DueAt, m.LastError }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{mail.Id,8}  {mail.Kind,-9} {mail.Attempts,2} attempts, next {mail.DueAt:yyyy-MM-dd HH:mm}Z  {mail.LastError}"));
        }
    }
}
