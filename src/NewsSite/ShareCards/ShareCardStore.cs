using System.Globalization;

namespace NewsSite.ShareCards;

/// <summary>
/// Keeps drawn cards on the disk, so that each is drawn once on each server, and no more of them than there is room for. One is drawn at a time: whoever passes a hundred new
/// pieces on at once leaves the rest of the machine to its readers.
/// </summary>
/// <param name="directory">Where they lie; made when it is missing. It may be emptied at any time.</param>
/// <param name="limit">How many bytes they may take together.</param>
public sealed class ShareCardStore(string directory, long limit) : IDisposable
{
    private readonly SemaphoreSlim desk = new(1);
    private long? size;

    /// <summary>How many cards this process has drawn.</summary>
    public int Drawn { get; private set; }

    /// <summary>The picture of a card, drawn if it is not kept. What was kept of the article before is dropped.</summary>
    /// <param name="article">The article's key.</param>
    /// <param name="card">What is to be drawn.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<byte[]> GetAsync(int article, ShareCard card, CancellationToken cancel = default)
    {
        var folder = Path.Combine(directory, article.ToString(CultureInfo.InvariantCulture));
        var file = Path.Combine(folder, $"{card.Version}.png");
        if (await ReadAsync(file, cancel) is { } kept)
        {
            return kept;
        }

        await desk.WaitAsync(cancel);
        try
        {
            // Another may have drawn it while we waited.
            if (await ReadAsync(file, cancel) is { } drawn)
            {
                return drawn;
            }

            var png = ShareCardPress.Draw(card);
            Drawn++;
            Keep(folder, file, png);
            return png;
        }
        finally
        {
            desk.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => desk.Dispose();

    private static async Task<byte[]?> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancel);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A card that cannot be kept, on a full disk say, is served all the same.</summary>
    private void Keep(string folder, string file, byte[] png)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var before = Directory.GetFiles(folder);
            // Written beside and moved into place, so that nobody is served half a file.
            var temporary = $"{file}.{Guid.NewGuid():N}.part";
            File.WriteAllBytes(temporary, png);
            File.Move(temporary, file, overwrite: true);
            size = (size ?? Measure()) + png.Length;
            foreach (var old in before)
            {
                size -= new FileInfo(old).Length;
                File.Delete(old);
            }

            if (size > limit)
            {
                MakeRoom();
            }
        }
        catch (IOException)
        {
            size = null;
        }
        catch (UnauthorizedAccessException)
        {
            size = null;
        }
    }

    private long Measure() => Files().Sum(f => f.Length);

    /// <summary>Drops those drawn longest ago until a quarter of the room is free, so that a full store does not sort itself at every card.</summary>
    private void MakeRoom()
    {
        var left = Measure();
        foreach (var file in Files().OrderBy(f => f.LastWriteTimeUtc))
        {
            if (left <= limit * 3 / 4)
            {
                break;
            }

            left -= file.Length;
            file.Delete();
        }

        size = left;
    }

    private IEnumerable<FileInfo> Files() => Directory.Exists(directory) ? new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories) : [];
}
