using Microsoft.Extensions.Options;
using MimeKit;
using NewsSite.Email;

namespace NewsSite.Web.Settings;

/// <summary>Refuses a mail server that cannot work, and a password sent in the clear.</summary>
internal sealed class MailSettingsValidation : IValidateOptions<MailSettings>
{
    // Its host stands in every Message-ID, and a mail may name nine of them.
    private const int MaxFromLength = 120;

    public ValidateOptionsResult Validate(string? name, MailSettings options)
    {
        var wrong = new List<string>();
        if (!MailSettings.Securities.Contains(options.Security))
        {
            wrong.Add($"Mail:Security must be {string.Join(", ", MailSettings.Securities)}; it is \"{options.Security}\".");
        }

        if (options.Port is < 1 or > 65535)
        {
            wrong.Add($"Mail:Port must be 1 to 65535; it is {options.Port}.");
        }

        if (options.From is { } from && !(MailboxAddress.TryParse(ParserOptions.Default, from, out var address) && address.Address == from && from.Contains('@', StringComparison.Ordinal)))
        {
            wrong.Add($"Mail:From must be one mail address such as letters@example.org; it is \"{from}\".");
        }

        if (options.From is { Length: > MaxFromLength })
        {
            wrong.Add($"Mail:From must have at most {MaxFromLength} characters.");
        }

        if (options.Host is not null && options.From is null)
        {
            wrong.Add("Mail:From must be set when Mail:Host is: the address mails are from.");
        }

        if (options.BounceAddress is { } bounces && !(MailboxAddress.TryParse(ParserOptions.Default, bounces, out var mailbox) && mailbox.Address == bounces && bounces.Contains('@', StringComparison.Ordinal) && bounces.Length <= MaxFromLength))
        {
            wrong.Add($"Mail:BounceAddress must be one mail address such as bounces@example.org, of at most {MaxFromLength} characters; it is \"{bounces}\".");
        }

        if (options.FromName is { } fromName && fromName.Any(char.IsControl))
        {
            wrong.Add("Mail:FromName must not hold control characters.");
        }

        if (options.User is null != options.Password is null)
        {
            wrong.Add("Mail:User and Mail:Password go together; only one of them is set.");
        }

        if (options is { User: not null, Security: "none" } && !IsThisMachine(options.Host))
        {
            wrong.Add("Mail:Security must be starttls or tls where Mail:Password is set: it would travel in the clear.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsThisMachine(string? host) => host is "localhost" or "127.0.0.1" or "::1";
}
