using System.Globalization;

namespace NewsSite.Email;

/// <summary>Writes mails to a folder where no SMTP server is set, one <c>.eml</c> file each, for a developer to read.</summary>
public sealed class FolderTransport(MailFolder folder, Envelope envelope) : IMailTransport
{
    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        if (envelope.Around(mail) is not { } message)
        {
            return new MailOutcome.Refused("The recipient is not one mail address.");
        }

        try
        {
            Directory.CreateDirectory(folder.Path);
            var name = string.Create(CultureInfo.InvariantCulture, $"{message.Date:yyyyMMdd'T'HHmmss}-{mail.Id:D8}");
            // Under its own name only once it is whole, so that nobody reads half a mail.
            var half = Path.Combine(folder.Path, $".{name}.{Guid.NewGuid():N}.tmp");
            await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                await message.WriteToAsync(file, cancel);
            }

            File.Move(half, Path.Combine(folder.Path, name + MailFolder.Extension), overwrite: true);
            return new MailOutcome.Delivered();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new MailOutcome.Deferred(fault.Message, ServerIsAway: true);
        }
    }
}
