using Microsoft.Extensions.Options;
using NewsSite.Email;
using NewsSite.Newsletter;

namespace NewsSite.Web.Newsletter;

/// <summary>Refuses an hour there is none of, and a pace nobody could keep.</summary>
internal sealed class NewsletterSettingsValidation : IValidateOptions<NewsletterSettings>
{
    private const int MostPerMinute = 100_000;

    public ValidateOptionsResult Validate(string? name, NewsletterSettings options)
    {
        var wrong = new List<string>();
        if (options.Hour is < 0 or > 23)
        {
            wrong.Add($"Newsletter:Hour must be 0 to 23; it is {options.Hour}.");
        }

        if (!Enum.IsDefined(options.Weekday))
        {
            wrong.Add($"Newsletter:Weekday must be a day such as Saturday; it is {options.Weekday}.");
        }

        if (options.MailsPerMinute is < 1 or > MostPerMinute)
        {
            wrong.Add($"Newsletter:MailsPerMinute must be 1 to {MostPerMinute}; it is {options.MailsPerMinute}.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}

/// <summary>Refuses a mailbox that cannot be read, and a password sent in the clear.</summary>
internal sealed class BounceMailboxSettingsValidation(IOptions<MailSettings> mail) : IValidateOptions<BounceMailboxSettings>
{
    private const int MinutesOfDay = 1_440;

    public ValidateOptionsResult Validate(string? name, BounceMailboxSettings options)
    {
        var wrong = new List<string>();
        if (!MailSettings.Securities.Contains(options.Security))
        {
            wrong.Add($"Bounces:Security must be {string.Join(", ", MailSettings.Securities)}; it is \"{options.Security}\".");
        }

        if (options.Port is < 1 or > 65535)
        {
            wrong.Add($"Bounces:Port must be 1 to 65535; it is {options.Port}.");
        }

        if (options.EveryMinutes is < 1 or > MinutesOfDay)
        {
            wrong.Add($"Bounces:EveryMinutes must be 1 to {MinutesOfDay}; it is {options.EveryMinutes}.");
        }

        if (options.Host is not null && (options.User is null || options.Password is null))
        {
            wrong.Add("Bounces:User and Bounces:Password must be set when Bounces:Host is: whose mailbox it is.");
        }

        if (options.Host is not null && mail.Value.BounceAddress is null)
        {
            wrong.Add("Mail:BounceAddress must be set when Bounces:Host is: the address of the mailbox.");
        }

        if (options is { Host: not null and not "localhost" and not "127.0.0.1" and not "::1", Security: "none" })
        {
            wrong.Add("Bounces:Security must be starttls or tls: the password would travel in the clear.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
