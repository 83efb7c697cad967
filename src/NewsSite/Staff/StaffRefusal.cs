namespace NewsSite.Staff;

/// <summary>Why the newsroom stays as it is. Each has a sentence: <c>StaffRefusal.…</c> in the words.</summary>
public enum StaffRefusal
{
    /// <summary>Whoever asks is no administrator, or not any more.</summary>
    NotAdministrator,

    /// <summary>No role was chosen.</summary>
    NoRole,

    /// <summary>A translator translates into at least one language.</summary>
    NoLanguage,

    /// <summary>No mail could reach the address.</summary>
    EmailUnfit,

    /// <summary>The name cannot be printed, or is too long.</summary>
    NameUnfit,

    /// <summary>Somebody of the newsroom has that address.</summary>
    AlreadyStaff,

    /// <summary>That address has an invitation that waits.</summary>
    AlreadyInvited,

    /// <summary>Nobody could change roles any more.</summary>
    LastAdministrator,

    /// <summary>The invitation was accepted or taken back, or the person is gone.</summary>
    Gone,

    /// <summary>That address was written to too often within the hour.</summary>
    TooManyMails,
}
