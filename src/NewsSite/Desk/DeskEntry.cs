namespace NewsSite.Desk;

/// <summary>One line of the desk's log: who did what to which thing, when, and why. Lines are added and never changed. Saved in the transaction of what it tells of.</summary>
public sealed class DeskEntry
{
    /// <summary>The longest name of a thing and the longest note, in characters; longer ones are cut.</summary>
    public const int MaxLength = 500;

    /// <summary>Makes a line.</summary>
    /// <param name="at">When; UTC.</param>
    /// <param name="accountId">Who; null for the site itself.</param>
    /// <param name="action">What was done.</param>
    /// <param name="thing">To what kind of thing.</param>
    /// <param name="thingId">The thing's key; 0 where there is only one of its kind.</param>
    /// <param name="name">What the thing was called then.</param>
    /// <param name="note">Why, or what of it: as the person wrote it, or "before → after".</param>
    public DeskEntry(DateTime at, int? accountId, DeskAction action, DeskThing thing, int thingId, string name, string? note = null)
    {
        (At, AccountId, Action, Thing, ThingId) = (at, accountId, action, thing, thingId);
        Name = Cut(name);
        Note = string.IsNullOrWhiteSpace(note) ? null : Cut(note.Trim());
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>When; UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who; null for the site itself.</summary>
    public int? AccountId { get; private set; }

    /// <summary>What was done.</summary>
    public DeskAction Action { get; private set; }

    /// <summary>To what kind of thing.</summary>
    public DeskThing Thing { get; private set; }

    /// <summary>The thing's key; 0 where there is only one of its kind.</summary>
    public int ThingId { get; private set; }

    /// <summary>What the thing was called then.</summary>
    public string Name { get; private set; }

    /// <summary>Why, or what of it.</summary>
    public string? Note { get; private set; }

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength];
}
