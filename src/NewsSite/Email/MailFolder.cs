using MimeKit;

namespace NewsSite.Email;

/// <summary>The folder mails are written to where no SMTP server is set.</summary>
/// <param name="Path">Where it is.</param>
public sealed record MailFolder(string Path)
{
    /// <summary>What the name of a whole mail ends with.</summary>
    public const string Extension = ".eml";

    /// <summary>The last mails, the newest first.</summary>
    public async Task<IReadOnlyList<MimeMessage>> LastAsync(int count, CancellationToken cancel = default)
    {
        if (!Directory.Exists(Path))
        {
            return [];
        }

        // Names begin with the time, so their order is the mails'.
        var files = Directory.EnumerateFiles(Path, $"*{Extension}").OrderDescending(StringComparer.Ordinal).Take(count).ToList();
        var mails = new List<MimeMessage>(files.Count);
        foreach (var file in files)
        {
            mails.Add(await MimeMessage.LoadAsync(file, cancel));
        }

        return mails;
    }
}
