using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Web.Accounts;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Commands;

/// <summary><c>account add</c>: makes a confirmed account, with a role if one is given; how a newsroom gets its first administrator.</summary>
internal static class AccountCommand
{
    private const string Reader = "reader";

    private static readonly string[] Roles = [Reader, .. Enum.GetNames<AccountRole>().Select(role => role.ToLowerInvariant())];

    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "The address; taken as confirmed.", Required = true };
        var name = new Option<string>("--name") { Description = "The name printed above comments.", Required = true };
        var role = new Option<string>("--role") { Description = "reader, translator, editor, moderator or administrator.", DefaultValueFactory = _ => Reader };
        role.AcceptOnlyFromAmong(Roles);
        var password = new Option<bool>("--password-stdin") { Description = "Reads the password from standard input: one line. An argument would show it to everyone on the machine.", Required = true };
        var add = new Command("add", "Makes an account.") { email, name, role, password };
        add.SetAction((parsed, cancel) => CommandHost.RunAsync(services =>
            AddAsync(services, parsed.GetValue(email)!, parsed.GetValue(name)!, Enum.TryParse<AccountRole>(parsed.GetValue(role), ignoreCase: true, out var held) ? held : null, Console.In, cancel)));
        return new Command("account", "Looks after accounts.") { add };
    }

    private static async Task<string?> AddAsync(IServiceProvider services, string typedEmail, string typedName, AccountRole? role, TextReader input, CancellationToken cancel)
    {
        var words = Words.In("en");
        var name = DisplayNames.Read(typedName);
        if (GuestAddress.Read(typedEmail) is not { } email)
        {
            return words["AccountRefusal.EmailUnfit"];
        }

        if (await services.GetRequiredService<DisplayNames>().CheckAsync(name, null, cancel) is { } unfit)
        {
            return words[$"AccountRefusal.Name{unfit}"];
        }

        var password = await input.ReadLineAsync(cancel) ?? "";
        if (AccountRefusals.OfPassword(password, email) is { } weak)
        {
            return words[$"AccountRefusal.{weak}"];
        }

        var users = services.GetRequiredService<UserManager<Account>>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var account = new Account(name, now) { UserName = email, Email = email, EmailConfirmed = true };
        account.OwnName();
        if (role is { } held)
        {
            account.Grant(held, now);
        }

        try
        {
            if (await users.CreateAsync(account, password) is { Succeeded: false } result)
            {
                return result.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName))
                    ? $"There is an account with the address {email} already."
                    : string.Join(' ', result.Errors.Select(e => e.Description));
            }
        }
        catch (DbUpdateException)
        {
            return "The name or the address was taken just now.";
        }

        await Console.Out.WriteLineAsync($"Account {account.Id} made: {account.DisplayName}, {email}, {(role?.ToString() ?? Reader).ToLowerInvariant()}.");
        return null;
    }
}
